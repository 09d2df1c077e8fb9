import { Alert, Anchor, Button, Card, Grid, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconPhoto, IconRefresh } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from 'react-router'
import { useTask, useTaskActions } from '../../api/tasks.ts'
import type { TaskDetail } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { DeliveryList } from '../../parts/delivery-list.tsx'
import { Player } from '../../parts/player.tsx'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'
import { EngineDetails } from './engine-details.tsx'
import { Exchange } from './exchange.tsx'
import { Facts } from './facts.tsx'
import { Timeline } from './timeline.tsx'

export default function TaskPage() {
  const { id = '' } = useParams()
  const task = useTask(id)
  if (task.isPending) return <LoadingView />
  if (task.isError) return <ErrorView error={task.error} retry={task.refetch} />
  return <TaskView task={task.data} />
}

function TaskView({ task }: { task: TaskDetail }) {
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Anchor component={Link} to="/videos" size="sm">
          Videos
        </Anchor>
        <Title order={1} size="h3" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {task.prompt}
        </Title>
      </Stack>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Film task={task} />
            <Actions task={task} />
            <Exchange task={task} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <SectionCard title="About it">
              <Facts task={task} />
            </SectionCard>
            <SectionCard title="What happened">
              <Timeline events={task.events} />
            </SectionCard>
            {task.deliveries.length > 0 && (
              <SectionCard title="Callbacks">
                <DeliveryList deliveries={task.deliveries} />
              </SectionCard>
            )}
            {task.details && (
              <SectionCard title="What the engine says">
                <EngineDetails details={task.details} />
              </SectionCard>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  )
}

function Film({ task }: { task: TaskDetail }) {
  const { state, progress, ahead, video_url, thumbnail_url, error } = task
  if (video_url) return <Player src={video_url} poster={thumbnail_url ?? undefined} />
  if (error) {
    return (
      <Alert color={state === 'cancelled' ? 'gray' : 'red'} variant="light" title={error.code} role="alert">
        {error.message}
      </Alert>
    )
  }
  return (
    <Card withBorder p="xl">
      <Stack>
        <Text fw={600} role="status">
          {state === 'queued' ? `Waiting; ${ahead ?? 0} before it` : `${state}: ${progress} %`}
        </Text>
        <Progress value={Math.max(progress, 2)} animated aria-label="Progress" />
      </Stack>
    </Card>
  )
}

function Actions({ task }: { task: TaskDetail }) {
  const navigate = useNavigate()
  const { cancel, retry, remove } = useTaskActions(task.id)
  const isOpen = task.finished_at === null
  const error = cancel.error ?? retry.error ?? remove.error
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {task.video_url && (
          <Button
            component="a"
            href={task.video_url}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Download
          </Button>
        )}
        {task.thumbnail_url && (
          <Button
            component={Link}
            to={`/playground?${new URLSearchParams({ image: task.thumbnail_url, prompt: task.prompt })}`}
            variant="default"
            leftSection={<IconPhoto size={16} />}
          >
            Use as reference
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined, { onSuccess: ({ task_id }) => navigate(`/videos/${task_id}`) })}
        >
          Make again
        </Button>
        {isOpen ? (
          <ConfirmButton label="Cancel" loading={cancel.isPending} onConfirm={() => cancel.mutate()}>
            The engine is told to stop, and the credits come back.
          </ConfirmButton>
        ) : (
          <ConfirmButton
            label="Delete"
            loading={remove.isPending}
            onConfirm={() => remove.mutate(undefined, { onSuccess: () => navigate('/videos') })}
          >
            The record, the video and its links are gone for good. What it cost stays in usage.
          </ConfirmButton>
        )}
      </Group>
      {error && <ErrorView error={error} />}
    </Stack>
  )
}
