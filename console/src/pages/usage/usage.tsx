import { Button, Card, Group, Select, SimpleGrid, Stack, Title } from '@mantine/core'
import { IconChartBar, IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { withQuery } from '../../api/client.ts'
import { useCredentials } from '../../api/credentials.ts'
import { useApplication, useService } from '../../api/services.ts'
import type { UsageSummaryRow } from '../../api/types.ts'
import { useUsageSummary } from '../../api/usage.ts'
import { formatNumber, formatSeconds } from '../../parts/format.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Totals } from '../../parts/totals.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { DayChart } from './day-chart.tsx'
import { ShareBars } from './share-bars.tsx'
import { UsageTable } from './usage-table.tsx'

const spans = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last year' },
]
const daySeconds = 86_400

export default function Usage() {
  const [days, setDays] = useState('30')
  const [model, setModel] = useState<string | null>(null)
  const [credential_id, setCredential] = useState<string | null>(null)
  const { data: service } = useService()
  const { data: credentials } = useCredentials()
  const filter = useMemo(() => {
    const today = Math.floor(Date.now() / 1000 / daySeconds) * daySeconds
    return { from: today - (Number(days) - 1) * daySeconds, model, credential_id }
  }, [days, model, credential_id])
  return (
    <>
      <PageTitle
        title="Usage"
        actions={
          <Button
            component="a"
            href={withQuery('/api/v1/usage.csv', filter)}
            download="usage.csv"
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            CSV
          </Button>
        }
      >
        What was asked for and what it cost. Failed and cancelled videos cost nothing.
      </PageTitle>
      <Stack gap="lg">
        <Group>
          <Select
            aria-label="Time"
            w={150}
            value={days}
            onChange={(value) => value && setDays(value)}
            data={spans}
            allowDeselect={false}
          />
          <Select
            aria-label="Model"
            placeholder="Any model"
            clearable
            w={160}
            value={model}
            onChange={setModel}
            data={service?.models.map(({ name }) => name) ?? []}
          />
          <Select
            aria-label="Key"
            placeholder="Any key"
            clearable
            w={180}
            value={credential_id}
            onChange={setCredential}
            data={credentials?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </Group>
        <Overview filter={filter} days={Number(days)} />
        <UsageTable filter={filter} />
      </Stack>
    </>
  )
}

type Filter = { from: number; model: string | null; credential_id: string | null }

function Overview({ filter, days }: { filter: Filter; days: number }) {
  const byDay = useUsageSummary('day', filter)
  const byModel = useUsageSummary('model', filter)
  const byKey = useUsageSummary('credential', filter)
  if (byDay.isPending) return <LoadingView />
  if (byDay.isError) return <ErrorView error={byDay.error} retry={byDay.refetch} />
  if (byDay.data.length === 0) {
    return (
      <EmptyView icon={IconChartBar} title="Nothing in this time">
        What you make here or over the API is counted on this page.
      </EmptyView>
    )
  }
  return (
    <Stack gap="lg">
      <Sums rows={byDay.data} />
      <Card withBorder>
        <Title order={2} size="h5" mb="md">
          Credits by day
        </Title>
        <DayChart rows={byDay.data} from={filter.from} days={days} />
      </Card>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <ShareBars title="By model" rows={byModel.data ?? []} />
        <ShareBars title="By key" rows={byKey.data ?? []} />
      </SimpleGrid>
    </Stack>
  )
}

function Sums({ rows }: { rows: readonly UsageSummaryRow[] }) {
  const { data: application } = useApplication()
  const sum = (of: (row: UsageSummaryRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const left = application?.unlimited ? 'no limit' : formatNumber(application?.remaining ?? 0)
  const totals: [string, string][] = [
    ['Credits', formatNumber(sum(({ credits }) => credits))],
    ['Videos', formatNumber(sum(({ succeeded }) => succeeded))],
    ['Film', formatSeconds(sum(({ seconds }) => seconds))],
    ['Failed', formatNumber(sum(({ failed }) => failed))],
    ['Left', left],
  ]
  return <Totals totals={totals} />
}
