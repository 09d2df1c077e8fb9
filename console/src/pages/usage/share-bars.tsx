import { Card, Group, Progress, Stack, Text, Title } from '@mantine/core'
import type { UsageSummaryRow } from '../../api/types.ts'
import { formatCredits } from '../../parts/format.ts'

/** Which models or keys the credits went to, the most first. */
export function ShareBars({ title, rows }: { title: string; rows: readonly UsageSummaryRow[] }) {
  const sorted = rows.toSorted((a, b) => b.credits - a.credits)
  const most = Math.max(1, sorted[0]?.credits ?? 1)
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="md">
        {title}
      </Title>
      <Stack gap="sm">
        {sorted.map(({ key, label, credits, tasks }) => (
          <Stack key={key} gap={4}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" truncate>
                {label}
              </Text>
              <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {formatCredits(credits)}, {tasks} {tasks === 1 ? 'task' : 'tasks'}
              </Text>
            </Group>
            <Progress value={(100 * credits) / most} size="sm" aria-label={`Share of ${label}`} />
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
