import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconEngineOff } from '@tabler/icons-react'
import { useEngines } from '../../api/admin.ts'
import type { EngineStatus } from '../../api/types.ts'
import { formatNumber, formatRelative, formatSeconds } from '../../parts/format.ts'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { EngineHealth } from './engine-health.tsx'

/** What makes the videos: whether it is well, and what waits for it. */
export function Engines() {
  const engines = useEngines()
  if (engines.isPending) return <LoadingView />
  if (engines.isError) return <ErrorView error={engines.error} retry={engines.refetch} />
  if (engines.data.length === 0) {
    return (
      <EmptyView icon={IconEngineOff} title="No engines">
        The settings name none, so nothing can be made.
      </EmptyView>
    )
  }
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {engines.data.map((engine) => (
        <EngineCard key={engine.name} engine={engine} />
      ))}
    </SimpleGrid>
  )
}

function EngineCard({ engine }: { engine: EngineStatus }) {
  const { name, models, concurrency, deadline_seconds, last_error } = engine
  return (
    <Card withBorder component="section" aria-label={name}>
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2} size="h4" ff="monospace">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {models.length > 0 ? models.join(', ') : 'No model leads to it'} · {concurrency} at once in a worker · at
            most {formatSeconds(deadline_seconds)} each
          </Text>
        </Stack>
        <EngineHealth name={name} />
        <Numbers engine={engine} />
        {last_error && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <Text span fw={600} inherit>
              Last error, {formatRelative(last_error.at)}:
            </Text>{' '}
            {last_error.message}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Numbers({ engine }: { engine: EngineStatus }) {
  const { waiting, running, oldest_waiting_seconds, succeeded_last_hour, failed_last_hour } = engine
  const numbers = [
    ['Running', formatNumber(running)],
    ['Waiting', formatNumber(waiting)],
    ['Oldest waits', oldest_waiting_seconds === null ? 'none' : formatSeconds(oldest_waiting_seconds)],
    ['Made in an hour', formatNumber(succeeded_last_hour)],
    ['Failed in an hour', formatNumber(failed_last_hour)],
  ]
  return (
    <SimpleGrid cols={3} spacing="md" verticalSpacing="xs">
      {numbers.map(([label, value]) => (
        <Stack key={label} gap={0}>
          <Text fw={650} fz="lg">
            {value}
          </Text>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  )
}
