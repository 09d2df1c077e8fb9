import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../api/client.ts'
import { type Making, useMakeVideo } from '../../api/create-video.ts'
import { CodeBlock } from '../../code/code-block.tsx'
import { Result } from '../../parts/result.tsx'
import { ErrorView } from '../../parts/views.tsx'
import { type ExampleRequest, fill } from './curl.ts'
import { useReader } from './reader.tsx'

/** Sends an example with the reader's session, and shows what comes. */
export function Run({ request }: { request: ExampleRequest }) {
  const { isLoggedIn } = useReader()
  if (!isLoggedIn) return null
  return request.path === '/sora/videos' ? <RunVideo request={request} /> : <RunCall request={request} />
}

function RunVideo({ request }: { request: ExampleRequest }) {
  const { filling, openInbox, setTaskId } = useReader()
  const { making, make, leave } = useMakeVideo()
  const [sent, setSent] = useState<Record<string, unknown>>({})
  const needsInbox = request.body.includes('{inbox}')
  const start = useMutation({
    mutationFn: async () => {
      const inbox = needsInbox ? await openInbox() : undefined
      const body: Record<string, unknown> = JSON.parse(fill(request.body, { ...filling, inbox }))
      setSent(body)
      void make(body, request.headers)
    },
  })
  const taskId = taskOf(making)
  useEffect(() => {
    if (taskId) setTaskId(taskId)
  }, [taskId, setTaskId])
  return (
    <Stack gap="sm">
      <RunButton isBusy={start.isPending || making.phase === 'making'} onClick={() => start.mutate()} />
      {start.error && <ErrorView error={start.error} />}
      <Result making={making} request={sent} leave={leave} />
      {needsInbox && making.phase === 'accepted' && (
        <Text size="sm">
          It comes to your inbox on{' '}
          <Anchor component={Link} to="/webhooks/inboxes" inherit>
            the page of webhooks
          </Anchor>
          .
        </Text>
      )}
    </Stack>
  )
}

function taskOf(making: Making): string | null | undefined {
  if (making.phase === 'idle') return undefined
  return making.phase === 'ended' ? making.outcome.task_id : making.taskId
}

/** Whatever else an example calls: a question with an answer. */
function RunCall({ request }: { request: ExampleRequest }) {
  const { filling } = useReader()
  const ask = useMutation({
    mutationFn: () =>
      call<object>(request.path, { method: 'POST', body: JSON.parse(fill(request.body, filling)) as object }),
  })
  const needsTask = request.body.includes('{task_id}') && filling.taskId === undefined
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <RunButton isBusy={ask.isPending} isDisabled={needsTask} onClick={() => ask.mutate()} />
        {needsTask && (
          <Text size="sm" c="dimmed">
            Run an example that makes a video first: its task is looked up.
          </Text>
        )}
      </Group>
      {ask.error && <ErrorView error={ask.error} />}
      {ask.data && (
        <CodeBlock code={JSON.stringify(ask.data, null, 2)} language="json" label="the answer" maxHeight={320} />
      )}
    </Stack>
  )
}

function RunButton({
  isBusy,
  isDisabled = false,
  onClick,
}: {
  isBusy: boolean
  isDisabled?: boolean
  onClick(): void
}) {
  return (
    <Group>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconPlayerPlayFilled size={12} />}
        loading={isBusy}
        disabled={isDisabled}
        onClick={onClick}
      >
        Run
      </Button>
    </Group>
  )
}
