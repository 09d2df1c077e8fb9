import { Card, SimpleGrid, Text } from '@mantine/core'

/** A few numbers, written large, with what they count. */
export function Totals({ totals }: { totals: readonly (readonly [label: string, value: string])[] }) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }}>
      {totals.map(([label, value]) => (
        <Card key={label} withBorder padding="md">
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text fw={650} fz="xl">
            {value}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  )
}
