import { Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { OfferedModel } from '../../api/types.ts'

/** What one model can do, by what its engines say of themselves. */
export function ModelCard({ model }: { model: OfferedModel }) {
  const { durations, sizes, orientations, images, character, audio, seed, engines } = model
  const rows = [
    ['Version 1.0', `${list(durations['1.0'])} seconds, ${list(sizes['1.0'])}, ${list(orientations)}`],
    ['Version 2.0', `${list(durations['2.0'])} seconds, ${list(sizes['2.0'])}`],
  ]
  return (
    <Card withBorder padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={3} size="h4" ff="monospace">
          {model.name}
        </Title>
        <Group gap={6}>
          {engines.map((engine) => (
            <Badge key={engine} variant="light" color="gray" tt="none">
              {engine}
            </Badge>
          ))}
        </Group>
      </Group>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} mb="sm">
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" w={100} fw={500} c="dimmed" style={{ verticalAlign: 'top' }}>
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap="md" mt="auto">
        <Ability can={images.max > 0} label={images.max > 0 ? `up to ${images.max} images` : 'images'} />
        <Ability can={character} label="characters" />
        <Ability can={audio} label="sound" />
        <Ability can={seed} label="seeds" />
      </Group>
    </Card>
  )
}

function Ability({ can, label }: { can: boolean; label: string }) {
  const Icon = can ? IconCheck : IconX
  return (
    <Stack gap={0}>
      <Group gap={4} c={can ? undefined : 'dimmed'}>
        <Icon size={16} color={can ? 'var(--mantine-color-teal-6)' : undefined} aria-label={can ? 'can' : 'cannot'} />
        <Text size="sm">{label}</Text>
      </Group>
    </Stack>
  )
}

const list = (values: readonly (string | number)[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
