import { Group, Loader, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useEngineHealth } from '../../api/admin.ts'

/** What an engine says of itself when it is asked now. */
export function EngineHealth({ name }: { name: string }) {
  const health = useEngineHealth()
  const engine = health.data?.find((one) => one.name === name)
  if (health.isPending) {
    return (
      <Group gap="xs" role="status">
        <Loader size={16} aria-hidden />
        <Text size="sm" c="dimmed">
          Asking how it is
        </Text>
      </Group>
    )
  }
  const isWell = engine?.ok ?? false
  const Icon = isWell ? IconCircleCheck : IconCircleX
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Icon
        size={20}
        color={`var(--mantine-color-${isWell ? 'teal' : 'red'}-light-color)`}
        aria-label={isWell ? 'well' : 'not well'}
        style={{ flexShrink: 0 }}
      />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {engine?.message ?? health.error?.message ?? 'It was not among those that were asked.'}
      </Text>
    </Group>
  )
}
