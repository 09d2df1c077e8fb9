import { ActionIcon, Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useUpload } from '../../api/files.ts'

interface AddFileProps {
  /** As `<input accept>` has it. */
  accept: string
  what: 'image' | 'video'
  onAdd(url: string): void
}

/** A file of one's own, which is uploaded, or the link of one that is somewhere else. */
export function AddFile({ accept, what, onAdd }: AddFileProps) {
  const [link, setLink] = useState('')
  const upload = useUpload()
  const isLink = /^https?:\/\/\S+$/.test(link)
  const add = () => {
    onAdd(link)
    setLink('')
  }
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <FileButton
          accept={accept}
          onChange={(file) => file && upload.mutate(file, { onSuccess: ({ url }) => onAdd(url) })}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} />}
              style={{ flexShrink: 0 }}
            >
              Upload
            </Button>
          )}
        </FileButton>
        <TextInput
          aria-label={`Link of the ${what}`}
          placeholder={`or the link of ${what === 'image' ? 'an image' : 'a video'}`}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value.trim())}
          onKeyDown={(event) => event.key === 'Enter' && isLink && add()}
          style={{ flexGrow: 1 }}
        />
        <ActionIcon variant="default" size={36} aria-label="Add the link" disabled={!isLink} onClick={add}>
          <IconPlus size={16} />
        </ActionIcon>
      </Group>
      {upload.error && (
        <Text size="sm" c="red" role="alert">
          {upload.error.message}
        </Text>
      )}
    </>
  )
}
