import { Card, Table, Text } from '@mantine/core'
import type { PriceRule, Service } from '../../api/types.ts'
import { formatCredits, formatNumber } from '../../parts/format.ts'

/** The price rules as they are applied: the first that fits a request says its price. */
export function PriceTable({ service: { prices } }: { service: Service }) {
  if (prices.length === 0) return <Text>Everything is free.</Text>
  return (
    <Card withBorder padding={0}>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="sm" horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Model</Table.Th>
              <Table.Th>Version</Table.Th>
              <Table.Th>Length</Table.Th>
              <Table.Th>Size</Table.Th>
              <Table.Th ta="right">Price</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {prices.map((rule) => (
              <Table.Tr key={JSON.stringify(rule)}>
                <Table.Td ff={rule.model ? 'monospace' : undefined}>{rule.model ?? 'any'}</Table.Td>
                <Table.Td>{rule.version ?? 'any'}</Table.Td>
                <Table.Td>{rule.seconds === undefined ? 'any' : `${rule.seconds} s`}</Table.Td>
                <Table.Td>{rule.size ?? 'any'}</Table.Td>
                <Table.Td ta="right">{priceOf(rule)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}

function priceOf({ credits, credits_per_second }: PriceRule): string {
  if (credits_per_second !== undefined) return `${formatNumber(credits_per_second)} a second`
  return credits ? formatCredits(credits) : 'free'
}
