import { Alert, Button, Stack, Table } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconRefresh } from '@tabler/icons-react'
import { useReconciliation } from '../../api/admin.ts'
import type { Reconciliation as Report } from '../../api/types.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatNumber } from '../../parts/format.ts'
import { Totals } from '../../parts/totals.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'

const columns = [{ label: 'What' }, { label: 'Found' }, { label: 'Task' }, { label: 'Application' }] as const

/** Whether the money adds up: every task's price against the ledger's entries. */
export function Reconciliation() {
  const report = useReconciliation()
  if (report.isPending) return <LoadingView label="Comparing ledger and tasks" />
  if (report.isError) return <ErrorView error={report.error} retry={report.refetch} />
  return (
    <Stack>
      <Verdict report={report.data} />
      <Totals totals={totalsOf(report.data)} />
      {report.data.problems.length > 0 && <Problems report={report.data} />}
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={report.isFetching}
        onClick={() => report.refetch()}
        style={{ alignSelf: 'flex-start' }}
      >
        Compare again
      </Button>
    </Stack>
  )
}

function Verdict({ report: { agrees, problems } }: { report: Report }) {
  if (agrees) {
    return (
      <Alert color="teal" variant="light" role="status" icon={<IconCheck />} title="Ledger and tasks agree">
        Every credit that was held, charged or given back belongs to a task, once.
      </Alert>
    )
  }
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle />} title="Ledger and tasks disagree">
      {problems.length === 1 ? 'There is one problem' : `There are ${formatNumber(problems.length)} problems`}; they
      stand below. Keep a copy of the database before anything is mended.
    </Alert>
  )
}

const totalsOf = ({ applications, tasks, granted, reserved, used }: Report): [string, string][] => [
  ['Applications', formatNumber(applications)],
  ['Tasks', formatNumber(tasks)],
  ['Credits given', formatNumber(granted)],
  ['Held', formatNumber(reserved)],
  ['Used', formatNumber(used)],
]

function Problems({ report: { problems } }: { report: Report }) {
  return (
    <DataTable label="Problems" columns={columns} minWidth={760}>
      {problems.map(({ kind, message, task_id, application_id }) => (
        <Table.Tr key={`${kind} ${application_id} ${task_id}`}>
          <Table.Td>{kind}</Table.Td>
          <Table.Td style={{ whiteSpace: 'normal' }}>{message}</Table.Td>
          <Table.Td ff="monospace">{task_id ?? ''}</Table.Td>
          <Table.Td ff="monospace">{application_id}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  )
}
