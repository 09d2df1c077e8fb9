import { Card, Table } from '@mantine/core'
import type { ReactNode } from 'react'

export interface Column {
  label: string
  align?: 'right'
  /** For those who cannot see what the column holds; others see it by itself. */
  isHidden?: boolean
}

interface DataTableProps {
  /** What the table is of. */
  label: string
  columns: readonly Column[]
  /** Pixels below which it is moved sideways instead of squeezed. */
  minWidth: number
  /** Rows of the table. */
  children: ReactNode
  /** What stands below them. */
  footer?: ReactNode
}

/** Rows under their headings, in a frame that moves sideways, by keyboard too, where the screen is narrow. */
export function DataTable({ label, columns, minWidth, children, footer }: DataTableProps) {
  return (
    <Card withBorder padding={0}>
      <Table.ScrollContainer
        minWidth={minWidth}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
      >
        <Table verticalSpacing="sm" horizontalSpacing="md" style={{ whiteSpace: 'nowrap' }}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ label, align, isHidden }) => (
                <Table.Th key={label} ta={align}>
                  {isHidden ? <span className="visually-hidden">{label}</span> : label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {footer}
    </Card>
  )
}
