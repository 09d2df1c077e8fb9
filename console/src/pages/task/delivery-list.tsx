import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useSendAgain } from '../../api/tasks.ts'
import type { Delivery } from '../../api/types.ts'
import { formatRelative, formatTime } from '../../parts/format.ts'
import { StateBadge } from '../../parts/state-badge.tsx'

/** Each callback with its attempts, and a button that sends it again. */
export function DeliveryList({ deliveries }: { deliveries: readonly Delivery[] }) {
  const sendAgain = useSendAgain()
  return (
    <Stack gap="lg">
      {deliveries.map((delivery) => (
        <Stack key={delivery.id} gap="xs">
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {delivery.url}
            </Text>
            <StateBadge state={delivery.state} />
          </Group>
          <Attempts delivery={delivery} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {delivery.next_attempt_at !== null && `Next attempt ${formatRelative(delivery.next_attempt_at)}`}
            </Text>
            <Button
              size="xs"
              variant="default"
              loading={sendAgain.isPending}
              disabled={delivery.state === 'pending'}
              onClick={() => sendAgain.mutate(delivery)}
            >
              Send again
            </Button>
          </Group>
        </Stack>
      ))}
    </Stack>
  )
}

function Attempts({ delivery: { attempts } }: { delivery: Delivery }) {
  if (attempts.length === 0) return null
  return (
    <Table fz="xs" verticalSpacing={3} horizontalSpacing={0}>
      <Table.Tbody>
        {attempts.map(({ number, at, status, error, milliseconds }) => (
          <Table.Tr key={number}>
            <Table.Td>{formatTime(at)}</Table.Td>
            <Table.Td>{status ?? error ?? 'no answer'}</Table.Td>
            <Table.Td ta="right">{milliseconds} ms</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
