import { Alert, Anchor, Button, Card, Group, Progress, Stack, Tabs, Text } from '@mantine/core'
import { IconDownload, IconPhoto } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Film, Making, Outcome } from '../api/create-video.ts'
import { CodeBlock } from '../code/code-block.tsx'
import { formatSeconds } from './format.ts'
import { Player } from './player.tsx'

interface ResultProps {
  making: Making
  request: Record<string, unknown>
  leave(): void
  /** Takes the film's picture for the next request; without it that is not offered. */
  onReference?: (url: string) => void
}

/** What comes of "Try": progress, then the film and the JSON that went both ways. */
export function Result({ making, request, leave, onReference }: ResultProps) {
  switch (making.phase) {
    case 'idle':
      return null
    case 'making':
      return <InProgress {...making} leave={leave} />
    case 'accepted':
      return (
        <Alert variant="light" title="Accepted" role="status">
          The outcome goes to the callback URL. <TaskLink id={making.taskId}>See how it gets on</TaskLink>.
        </Alert>
      )
    case 'ended':
      return (
        <Ended
          outcome={making.outcome}
          seconds={making.seconds}
          request={request}
          {...(onReference && { onReference })}
        />
      )
  }
}

const TaskLink = ({ id, children }: { id: string; children: string }) => (
  <Anchor component={Link} to={`/videos/${id}`} inherit>
    {children}
  </Anchor>
)

function InProgress({ taskId, state, progress, leave }: Extract<Making, { phase: 'making' }> & { leave(): void }) {
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600} role="status">
            {state === 'queued' ? 'Waiting for its turn' : `Making it: ${progress} %`}
          </Text>
          {taskId && <TaskLink id={taskId}>Details</TaskLink>}
        </Group>
        <Progress value={Math.max(progress, 2)} animated aria-label="Progress" />
        <Group>
          <Button variant="default" size="xs" onClick={leave}>
            Look away, it goes on
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

interface EndedProps extends Pick<ResultProps, 'request' | 'onReference'> {
  outcome: Outcome
  seconds: number
}

function Ended({ outcome, seconds, request, onReference }: EndedProps) {
  const film = outcome.data?.[0]
  return (
    <Stack>
      {outcome.error && (
        <Alert color="red" variant="light" title={outcome.error.code} role="alert">
          {outcome.error.message}
        </Alert>
      )}
      {film && (
        <FilmView film={film} seconds={seconds} taskId={outcome.task_id} {...(onReference && { onReference })} />
      )}
      <Tabs defaultValue="answer" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="answer">Answer</Tabs.Tab>
          <Tabs.Tab value="request">Request</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="answer" pt="xs">
          <CodeBlock code={JSON.stringify(outcome, null, 2)} language="json" label="the answer" maxHeight={320} />
        </Tabs.Panel>
        <Tabs.Panel value="request" pt="xs">
          <CodeBlock code={JSON.stringify(request, null, 2)} language="json" label="the request" maxHeight={320} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

interface FilmViewProps extends Pick<ResultProps, 'onReference'> {
  film: Film
  seconds: number
  taskId: string | undefined
}

function FilmView({ film, seconds, taskId, onReference }: FilmViewProps) {
  const { video_url, thumbnail_url, engine } = film
  return (
    <Stack gap="xs">
      <Player src={video_url} poster={thumbnail_url} autoPlay />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Made by {engine ?? 'the engine'} in {formatSeconds(seconds)}.{' '}
          {taskId && <TaskLink id={taskId}>Details</TaskLink>}
        </Text>
        <Group gap="xs">
          {thumbnail_url && onReference && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPhoto size={14} />}
              onClick={() => onReference(thumbnail_url)}
            >
              Use as reference
            </Button>
          )}
          <Button
            component="a"
            href={video_url}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
          >
            Download
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}
