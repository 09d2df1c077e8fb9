import { Anchor, Button, Divider, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { Delivery } from '../api/types.ts'
import { useSendAgain } from '../api/webhooks.ts'
import { formatRelative, formatTime } from './format.ts'
import { HttpMessage } from './http-message.tsx'
import { StateBadge } from './state-badge.tsx'
import { ErrorView } from './views.tsx'

interface DeliveryListProps {
  deliveries: readonly Delivery[]
  /** Whether each says which task it is about, and what was sent. */
  isWhole?: boolean
}

/** Each callback with its attempts, and a button that sends it again. */
export function DeliveryList({ deliveries, isWhole = false }: DeliveryListProps) {
  return (
    <Stack gap="md">
      {deliveries.map((delivery, index) => (
        <Stack key={delivery.id} gap="md">
          {index > 0 && <Divider />}
          <DeliveryView delivery={delivery} isWhole={isWhole} />
        </Stack>
      ))}
    </Stack>
  )
}

function DeliveryView({ delivery, isWhole }: { delivery: Delivery; isWhole: boolean }) {
  const { url, state, task_id, event_type, created_at, next_attempt_at, body } = delivery
  const sendAgain = useSendAgain()
  return (
    <Stack gap="xs" component="article" aria-label={`${event_type ?? 'Callback'} to ${url}`}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {url}
          {event_type && (
            <Text span size="xs" c="dimmed" ml="xs">
              {event_type}
            </Text>
          )}
        </Text>
        <StateBadge state={state} />
      </Group>
      <Attempts delivery={delivery} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {next_attempt_at === null
            ? `Made ${formatRelative(created_at)}`
            : `Next attempt ${formatRelative(next_attempt_at)}`}
        </Text>
        <Group gap="sm">
          {isWhole && (
            <Anchor component={Link} to={`/videos/${task_id}`} size="sm">
              Its video
            </Anchor>
          )}
          <Button
            size="xs"
            variant="default"
            loading={sendAgain.isPending}
            disabled={state === 'pending'}
            onClick={() => sendAgain.mutate(delivery)}
          >
            Send again
          </Button>
        </Group>
      </Group>
      {sendAgain.error && <ErrorView error={sendAgain.error} />}
      {isWhole && (
        <details>
          <summary>
            <Text span size="sm">
              What is sent
            </Text>
          </summary>
          <HttpMessage body={body} />
        </details>
      )}
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
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{status ?? error ?? 'no answer'}</Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {milliseconds} ms
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
