import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import { useService } from '../../api/services.ts'
import type { Service } from '../../api/types.ts'
import { formatBytes, formatNumber } from '../../parts/format.ts'
import { ErrorView, LoadingView } from '../../parts/views.tsx'
import { Acquire } from './acquire.tsx'
import { ModelCard } from './model-card.tsx'
import { PriceTable } from './price-table.tsx'

/** What this server offers, what it costs, and the way in. */
export function ServicePage() {
  const service = useService()
  if (service.isPending) return <LoadingView />
  if (service.isError) return <ErrorView error={service.error} retry={service.refetch} />
  if (!service.data) return <ErrorView error={new Error('This server offers no service.')} />
  return <ServiceView service={service.data} />
}

function ServiceView({ service }: { service: Service }) {
  return (
    <Stack gap="xl">
      <Stack gap="sm" pt={{ base: 0, sm: 'lg' }}>
        <Title order={1} fz={{ base: 30, sm: 42 }} lts="-0.03em" lh={1.15}>
          {service.name}
        </Title>
        <Text size="lg" c="dimmed" maw={680}>
          {service.description}
        </Text>
        <Acquire service={service} />
        <Group gap="lg">
          <Anchor component={Link} to="/guide">
            Guide
          </Anchor>
          <Anchor href="/docs">API reference</Anchor>
          <Anchor href="/openapi.json">OpenAPI document</Anchor>
        </Group>
      </Stack>
      <Section title="Models">
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {service.models.map((model) => (
            <ModelCard key={model.name} model={model} />
          ))}
        </SimpleGrid>
      </Section>
      <Section title="Prices">
        <PriceTable service={service} />
      </Section>
      <Section title="Limits">
        <Limits limits={service.limits} />
      </Section>
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack component="section" gap="sm" aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  )
}

function Limits({ limits }: { limits: Service['limits'] }) {
  const facts = [
    [formatNumber(limits.in_flight), 'videos of a key are made at once'],
    [formatNumber(limits.waiting), 'of a key may be open; what waits takes its turn'],
    [formatNumber(limits.requests_per_minute), 'requests a minute and key'],
    [formatNumber(limits.account_in_flight), 'are made at once for all your keys together'],
    [formatBytes(limits.image_bytes), 'for a reference image'],
    [formatBytes(limits.video_bytes), 'for a character’s video'],
    [`${limits.retention_days} days`, 'until videos and their links expire'],
  ]
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="lg">
      {facts.map(([value, meaning]) => (
        <Stack key={meaning} gap={2}>
          <Text fw={650} fz="xl">
            {value}
          </Text>
          <Text size="sm" c="dimmed">
            {meaning}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  )
}
