import { Code, Group, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

/** What is known of a thing, a line each. `labelWidth` in pixels. */
export function FactTable({ rows, labelWidth = 72 }: { rows: readonly [string, ReactNode][]; labelWidth?: number }) {
  return (
    <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={0} layout="fixed">
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" w={labelWidth} fw={500} c="dimmed">
              {label}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** An id, a link or a token on one line, to copy; `shown` in its place when it is masked. */
export function Copyable({ value, label, shown = value }: { value: string; label: string; shown?: string }) {
  return (
    <Group gap={2} wrap="nowrap" miw={0}>
      <Text truncate component="div">
        <Code>{shown}</Code>
      </Text>
      <CopyButton value={value} label={label} />
    </Group>
  )
}
