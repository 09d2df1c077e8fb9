import { Anchor, Card, Table } from '@mantine/core'
import { Link } from 'react-router'
import type { Query } from '../../api/client.ts'
import { useUsage } from '../../api/usage.ts'
import { formatNumber, formatSeconds, formatTime } from '../../parts/format.ts'
import { More } from '../../parts/more.tsx'
import { StateBadge } from '../../parts/state-badge.tsx'
import { ErrorView } from '../../parts/views.tsx'

export function UsageTable({ filter }: { filter: Query }) {
  const usage = useUsage(filter)
  if (usage.isError) return <ErrorView error={usage.error} retry={usage.refetch} />
  if (!usage.data?.length) return null
  return (
    <Card withBorder padding={0}>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Made</Table.Th>
              <Table.Th>Model</Table.Th>
              <Table.Th>Key</Table.Th>
              <Table.Th>Film</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th ta="right">Took</Table.Th>
              <Table.Th ta="right">Credits</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {usage.data.map((row) => (
              <Table.Tr key={row.task_id}>
                <Table.Td>
                  <Anchor component={Link} to={`/videos/${row.task_id}`} size="sm">
                    {formatTime(row.created_at)}
                  </Anchor>
                </Table.Td>
                <Table.Td>{row.model}</Table.Td>
                <Table.Td>{row.credential_name}</Table.Td>
                <Table.Td>
                  {row.seconds} s, {row.width} × {row.height}
                </Table.Td>
                <Table.Td>
                  <StateBadge state={row.state} />
                </Table.Td>
                <Table.Td ta="right">{row.elapsed === null ? '' : formatSeconds(row.elapsed)}</Table.Td>
                <Table.Td ta="right">{formatNumber(row.credits)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <More of={usage} />
    </Card>
  )
}
