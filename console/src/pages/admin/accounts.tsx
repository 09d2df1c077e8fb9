import { Anchor, Badge, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { useAccounts } from '../../api/admin.ts'
import type { Account } from '../../api/types.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatNumber, formatTime } from '../../parts/format.ts'
import { More } from '../../parts/more.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { ManageAccount } from './manage-account.tsx'

const typingMilliseconds = 300
const columns = [
  { label: 'Account' },
  { label: 'Role' },
  { label: 'Left', align: 'right' },
  { label: 'Used', align: 'right' },
  { label: 'Videos', align: 'right' },
  { label: 'Since' },
  { label: 'What can be done', isHidden: true },
] as const

export function Accounts() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const search = useDebouncedCallback(
    (text: string) => setParams(text ? { q: text } : {}, { replace: true }),
    typingMilliseconds,
  )
  return (
    <Stack>
      <TextInput
        role="searchbox"
        aria-label="Part of a name or an address"
        placeholder="Part of a name or an address"
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={q}
        onChange={(event) => search(event.currentTarget.value)}
        maw={360}
      />
      <AccountPages q={q} />
    </Stack>
  )
}

function AccountPages({ q }: { q: string }) {
  const accounts = useAccounts(q)
  if (accounts.isPending) return <LoadingView />
  if (accounts.isError) return <ErrorView error={accounts.error} retry={accounts.refetch} />
  if (accounts.data.length === 0) {
    return (
      <EmptyView icon={IconUsers} title="Nobody matches">
        No account has “{q}” in its name or address.
      </EmptyView>
    )
  }
  return (
    <DataTable label="Accounts" columns={columns} minWidth={760} footer={<More of={accounts} />}>
      {accounts.data.map((account) => (
        <AccountRow key={account.id} account={account} />
      ))}
    </DataTable>
  )
}

function AccountRow({ account }: { account: Account }) {
  const { id, name, email, role, disabled, application, tasks, open_tasks, created_at } = account
  return (
    <Table.Tr>
      <Table.Td maw={260}>
        <Text size="sm" fw={500} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {email ?? 'nobody has registered for it'}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          {role ?? 'none'}
          {disabled && (
            <Badge color="red" variant="light" tt="none" autoContrast>
              disabled
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ta="right">{leftOf(application)}</Table.Td>
      <Table.Td ta="right">{application ? formatNumber(application.used) : ''}</Table.Td>
      <Table.Td ta="right">
        <Anchor
          component={Link}
          to={`/admin/tasks?${new URLSearchParams({ account_id: id })}`}
          size="sm"
          underline="always"
          aria-label={`${tasks} videos of ${name}`}
        >
          {formatNumber(tasks)}
        </Anchor>
        {open_tasks > 0 && ` (${formatNumber(open_tasks)} open)`}
      </Table.Td>
      <Table.Td>{formatTime(created_at)}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <ManageAccount account={account} />
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function leftOf(application: Account['application']): string {
  if (!application) return 'not acquired'
  return application.unlimited ? 'no limit' : formatNumber(application.remaining ?? 0)
}
