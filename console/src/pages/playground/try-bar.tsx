import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { type Making, usePrice } from '../../api/create-video.ts'
import { useAcquire, useApplication } from '../../api/services.ts'
import { formatCredits } from '../../parts/format.ts'

interface TryBarProps {
  request: Record<string, unknown>
  /** The request as it was a moment ago: priced while somebody types. */
  settled: Record<string, unknown>
  making: Making
  make(request: Record<string, unknown>): void
}

/** What it costs, and the button. */
export function TryBar({ request, settled, making, make }: TryBarProps) {
  const { data: application } = useApplication()
  const price = usePrice(settled)
  if (application === null) return <AcquireFirst />
  const hasPrompt = String(request.prompt).trim() !== ''
  return (
    <Stack gap="xs">
      {price.error && hasPrompt && (
        <Alert color="red" variant="light" role="alert" p="sm">
          {price.error.message}
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {price.data && !price.error && hasPrompt ? <Cost {...price.data} /> : ' '}
        </Text>
        <Button
          size="md"
          leftSection={<IconPlayerPlayFilled size={16} />}
          loading={making.phase === 'making'}
          disabled={!hasPrompt}
          onClick={() => make(request)}
        >
          Try
        </Button>
      </Group>
    </Stack>
  )
}

function Cost({ credits, remaining, covered }: { credits: number; remaining: number | null; covered: boolean }) {
  if (covered) return <>Costs {formatCredits(credits)}.</>
  return (
    <Text span c="red" size="sm">
      Costs {formatCredits(credits)}; {formatCredits(remaining ?? 0)} left.
    </Text>
  )
}

function AcquireFirst() {
  const acquire = useAcquire()
  return (
    <Alert title="One click first" variant="light">
      <Group justify="space-between">
        <Text size="sm">This account has not acquired the service yet.</Text>
        <Button size="sm" loading={acquire.isPending} onClick={() => acquire.mutate()}>
          Acquire
        </Button>
      </Group>
    </Alert>
  )
}
