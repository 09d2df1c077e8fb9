import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WebhookEndpoint, WebhookEndpointWithSecret } from '../../api/types.ts'
import { useCreateEndpoint } from '../../api/webhook-endpoints.ts'
import { ErrorView } from '../../parts/views.tsx'

interface NewEndpointProps {
  isOpen: boolean
  close(): void
  onMade(endpoint: WebhookEndpointWithSecret): void
}

/** A name, a URL, and what it is to be told. */
export function NewEndpoint({ isOpen, close, onMade }: NewEndpointProps) {
  return (
    <Modal opened={isOpen} onClose={close} title="New endpoint" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewEndpointForm close={close} onMade={onMade} />
    </Modal>
  )
}

function NewEndpointForm({ close, onMade }: Omit<NewEndpointProps, 'isOpen'>) {
  const create = useCreateEndpoint()
  const [events, setEvents] = useState<string[]>(['video.completed', 'video.failed'])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    create.mutate(
      {
        name: String(fields.get('name')),
        url: String(fields.get('url')),
        event_types: events as WebhookEndpoint['event_types'],
      },
      {
        onSuccess: (made) => {
          onMade(made)
          close()
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="Name" name="name" placeholder="production" required maxLength={200} data-autofocus />
        <TextInput label="URL" name="url" type="url" placeholder="https://example.com/videos" required />
        <Checkbox.Group label="Events" value={events} onChange={setEvents}>
          <Stack gap="xs" mt="xs">
            <Checkbox value="video.completed" label="A video is completed" />
            <Checkbox value="video.failed" label="A video has failed or was cancelled" />
          </Stack>
        </Checkbox.Group>
        {create.error && <ErrorView error={create.error} />}
        <Button type="submit" loading={create.isPending} disabled={events.length === 0}>
          Add the endpoint
        </Button>
      </Stack>
    </form>
  )
}
