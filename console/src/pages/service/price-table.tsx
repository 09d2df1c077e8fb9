import { Table, Text } from '@mantine/core'
import type { PriceRule, Service } from '../../api/types.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatCredits, formatNumber } from '../../parts/format.ts'

const columns = [
  { label: 'Model' },
  { label: 'Version' },
  { label: 'Length' },
  { label: 'Size' },
  { label: 'Price', align: 'right' },
] as const

/** The price rules as they are applied: the first that fits a request says its price. */
export function PriceTable({ service: { prices } }: { service: Service }) {
  if (prices.length === 0) return <Text>Everything is free.</Text>
  return (
    <DataTable label="Prices" columns={columns} minWidth={340}>
      {prices.map((rule) => (
        <Table.Tr key={JSON.stringify(rule)}>
          <Table.Td ff={rule.model ? 'monospace' : undefined}>{rule.model ?? 'any'}</Table.Td>
          <Table.Td>{rule.version ?? 'any'}</Table.Td>
          <Table.Td>{rule.seconds === undefined ? 'any' : `${rule.seconds} s`}</Table.Td>
          <Table.Td>{rule.size ?? 'any'}</Table.Td>
          <Table.Td ta="right">{priceOf(rule)}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  )
}

function priceOf({ credits, credits_per_second }: PriceRule): string {
  if (credits_per_second !== undefined) return `${formatNumber(credits_per_second)} a second`
  return credits ? formatCredits(credits) : 'free'
}
