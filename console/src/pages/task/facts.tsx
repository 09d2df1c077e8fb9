import { Code, Group, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TaskDetail } from '../../api/types.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { formatCredits, formatTime } from '../../parts/format.ts'
import { StateBadge } from '../../parts/state-badge.tsx'

export function Facts({ task }: { task: TaskDetail }) {
  const rows: [string, ReactNode][] = [
    ['State', <StateBadge key="state" state={task.state} />],
    ['Cost', formatCredits(task.credits)],
    ['Model', `${task.model}, version ${task.version}`],
    ['Engine', task.engine],
    ['Film', `${task.seconds} s, ${task.width} × ${task.height}`],
    ['Seed', String(task.seed)],
    ['Made', formatTime(task.created_at)],
    ['Expires', task.expires_at === null ? 'not yet' : formatTime(task.expires_at)],
    ['Task', <Id key="task" value={task.id} label="the task id" />],
    ['Trace', <Id key="trace" value={task.trace_id} label="the trace id" />],
  ]
  return (
    <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={0} layout="fixed">
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" w={72} fw={500} c="dimmed">
              {label}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Id({ value, label }: { value: string; label: string }) {
  return (
    <Group gap={2} wrap="nowrap">
      <Text truncate component="div">
        <Code>{value}</Code>
      </Text>
      <CopyButton value={value} label={label} />
    </Group>
  )
}
