import { Button, Modal, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { ErrorView } from './views.tsx'

const usualOverlaps = [
  { value: '0', label: 'ends at once' },
  { value: '3600', label: 'works for another hour' },
  { value: '86400', label: 'works for another day' },
  { value: '604800', label: 'works for another week' },
]

interface RotateButtonProps {
  /** The dialog's heading. */
  title: string
  /** What the one in use is called: "The token of now". */
  current: string
  children: ReactNode
  /** How long it may go on, in seconds; a day is chosen first. */
  overlaps?: { value: string; label: string }[]
  rotation: { isPending: boolean; error: Error | null }
  onConfirm(overlapSeconds: number, close: () => void): void
  size?: 'xs' | 'sm'
}

/** Puts a new secret in the place of one, after asking how long that one still works. */
export function RotateButton({
  title,
  current,
  children,
  rotation,
  onConfirm,
  overlaps = usualOverlaps,
  size = 'xs',
}: RotateButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [overlap, setOverlap] = useState('86400')
  return (
    <>
      <Button size={size} variant="default" onClick={open}>
        Rotate
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack>
          <Text size="sm">{children}</Text>
          <Select
            label={current}
            value={overlap}
            onChange={(value) => value && setOverlap(value)}
            data={overlaps}
            allowDeselect={false}
          />
          {rotation.error && <ErrorView error={rotation.error} />}
          <Button loading={rotation.isPending} onClick={() => onConfirm(Number(overlap), close)}>
            Rotate
          </Button>
        </Stack>
      </Modal>
    </>
  )
}
