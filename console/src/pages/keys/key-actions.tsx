import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useChangeCredential, useRevokeCredential, useRotateCredential } from '../../api/credentials.ts'
import type { Credential } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorView } from '../../parts/views.tsx'

const overlaps = [
  { value: '0', label: 'ends at once' },
  { value: '3600', label: 'works for another hour' },
  { value: '86400', label: 'works for another day' },
  { value: '604800', label: 'works for another week' },
]

export function KeyActions({ item }: { item: Credential }) {
  const revoke = useRevokeCredential()
  return (
    <Group gap="xs" wrap="nowrap">
      <Change item={item} />
      <Rotate item={item} />
      <ConfirmButton label="Revoke" size="xs" loading={revoke.isPending} onConfirm={() => revoke.mutate(item.id)}>
        Programs that use “{item.name}” are refused from this moment on.
      </ConfirmButton>
    </Group>
  )
}

function Rotate({ item }: { item: Credential }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [overlap, setOverlap] = useState('86400')
  const rotate = useRotateCredential()
  const confirm = () => rotate.mutate({ id: item.id, overlap_seconds: Number(overlap) }, { onSuccess: close })
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Rotate
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={`Rotate “${item.name}”`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <Text size="sm">The key gets a new token, with the same name, limit and history.</Text>
          <Select
            label="The token of now"
            value={overlap}
            onChange={(value) => value && setOverlap(value)}
            data={overlaps}
            allowDeselect={false}
          />
          {rotate.error && <ErrorView error={rotate.error} />}
          <Button loading={rotate.isPending} onClick={confirm}>
            Rotate
          </Button>
        </Stack>
      </Modal>
    </>
  )
}

function Change({ item }: { item: Credential }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Change
      </Button>
      <Modal opened={isOpen} onClose={close} title="Change the key" closeButtonProps={{ 'aria-label': 'Close' }}>
        <ChangeForm item={item} close={close} />
      </Modal>
    </>
  )
}

function ChangeForm({ item, close }: { item: Credential; close(): void }) {
  const change = useChangeCredential()
  const [limit, setLimit] = useState<string | number>(item.credit_limit ?? '')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    const credit_limit = typeof limit === 'number' ? limit : null
    change.mutate({ id: item.id, name, credit_limit }, { onSuccess: close })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="Name" name="name" defaultValue={item.name} required maxLength={100} data-autofocus />
        <NumberInput
          label="Credit limit"
          description="Empty: none of its own."
          value={limit}
          onChange={setLimit}
          min={0}
          allowDecimal={false}
        />
        {change.error && <ErrorView error={change.error} />}
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
      </Stack>
    </form>
  )
}
