import { Anchor, Table } from '@mantine/core'
import { Link } from 'react-router'
import type { Query } from '../../api/client.ts'
import { useUsage } from '../../api/usage.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatNumber, formatSeconds, formatTime } from '../../parts/format.ts'
import { More } from '../../parts/more.tsx'
import { StateBadge } from '../../parts/state-badge.tsx'
import { ErrorView } from '../../parts/views.tsx'

const columns = [
  { label: 'Made' },
  { label: 'Model' },
  { label: 'Key' },
  { label: 'Film' },
  { label: 'State' },
  { label: 'Took', align: 'right' },
  { label: 'Credits', align: 'right' },
] as const

export function UsageTable({ filter }: { filter: Query }) {
  const usage = useUsage(filter)
  if (usage.isError) return <ErrorView error={usage.error} retry={usage.refetch} />
  if (!usage.data?.length) return null
  return (
    <DataTable label="Videos, a row each" columns={columns} minWidth={720} footer={<More of={usage} />}>
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
    </DataTable>
  )
}
