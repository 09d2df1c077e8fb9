import { Alert, Autocomplete, Button, Group, Stack } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useInboxes } from '../../api/inboxes.ts'
import type { WebhookTestResult } from '../../api/types.ts'
import { useWebhookTest } from '../../api/webhooks.ts'
import { HttpMessage } from '../../parts/http-message.tsx'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView } from '../../parts/views.tsx'

/** Sends an event, signed like a callback, and shows what was sent and what came back. */
export function TestEvent() {
  const { data: inboxes = [] } = useInboxes()
  const [url, setUrl] = useState('')
  const test = useWebhookTest()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    test.mutate(url)
  }
  return (
    <Stack>
      <SectionCard
        title="Send a test event"
        lead="It is signed like a callback, so a receiver can be tried without making a video."
      >
        <form onSubmit={submit}>
          <Group align="flex-end">
            <Autocomplete
              label="URL"
              placeholder="https://example.com/hooks/rushes"
              type="url"
              required
              value={url}
              onChange={setUrl}
              data={inboxes.map((inbox) => inbox.url)}
              style={{ flex: '1 1 260px' }}
            />
            <Button type="submit" loading={test.isPending}>
              Send
            </Button>
          </Group>
        </form>
      </SectionCard>
      {test.error && <ErrorView error={test.error} />}
      {test.data && <Outcome result={test.data} />}
    </Stack>
  )
}

function Outcome({ result: { delivered, status, error, milliseconds, headers, body } }: { result: WebhookTestResult }) {
  return (
    <>
      <Alert
        color={delivered ? 'teal' : 'red'}
        variant="light"
        role="status"
        icon={delivered ? <IconCheck /> : <IconX />}
        title={delivered ? 'It was taken' : 'It was not taken'}
      >
        {status === null ? (error ?? 'No answer came') : `The receiver answered ${status}`} after {milliseconds} ms.
      </Alert>
      <SectionCard title="What was sent">
        <HttpMessage headers={headers} body={body} />
      </SectionCard>
    </>
  )
}
