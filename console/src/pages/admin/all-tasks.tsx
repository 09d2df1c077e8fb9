import { Anchor, Select, Stack, Table, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMovieOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAccount, useAccounts, useAllTasks } from '../../api/admin.ts'
import type { Account, AnyTaskItem } from '../../api/types.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatNumber, formatTime } from '../../parts/format.ts'
import { More } from '../../parts/more.tsx'
import { StateBadge } from '../../parts/state-badge.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { readFilter, VideoFilter } from '../videos/video-filter.tsx'

const typingMilliseconds = 300
const columns = [
  { label: 'Made' },
  { label: 'Account' },
  { label: 'Prompt' },
  { label: 'Model' },
  { label: 'Engine' },
  { label: 'State' },
  { label: 'Credits', align: 'right' },
] as const

/** Everybody's tasks, or those of one account. */
export function AllTasks() {
  const [params] = useSearchParams()
  const account_id = params.get('account_id')
  const tasks = useAllTasks({ ...readFilter(params), account_id })
  return (
    <Stack>
      <AccountChoice chosen={account_id} />
      <VideoFilter />
      {tasks.isPending && <LoadingView />}
      {tasks.isError && <ErrorView error={tasks.error} retry={tasks.refetch} />}
      {tasks.data?.length === 0 && (
        <EmptyView icon={IconMovieOff} title={params.size > 0 ? 'Nothing matches' : 'No videos yet'}>
          {params.size > 0 ? 'No task has all of these words and choices.' : 'Nobody has asked for one.'}
        </EmptyView>
      )}
      {tasks.data && tasks.data.length > 0 && (
        <DataTable label="Tasks" columns={columns} minWidth={860} footer={<More of={tasks} />}>
          {tasks.data.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </DataTable>
      )}
    </Stack>
  )
}

function TaskRow({ task }: { task: AnyTaskItem }) {
  const { id, created_at, account_name, prompt, model, engine, state, credits } = task
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/videos/${id}`} size="sm">
          {formatTime(created_at)}
        </Anchor>
      </Table.Td>
      <Table.Td maw={150}>
        <Text size="sm" truncate title={account_name}>
          {account_name}
        </Text>
      </Table.Td>
      <Table.Td maw={210}>
        <Text size="sm" truncate title={prompt}>
          {prompt}
        </Text>
      </Table.Td>
      <Table.Td>{model}</Table.Td>
      <Table.Td>{engine}</Table.Td>
      <Table.Td>
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td ta="right">{formatNumber(credits)}</Table.Td>
    </Table.Tr>
  )
}

/** An account by part of its name or address. */
function AccountChoice({ chosen }: { chosen: string | null }) {
  const [, setParams] = useSearchParams()
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text, typingMilliseconds)
  const account = useAccount(chosen)
  // The field holds the chosen account's name, which is no search.
  const accounts = useAccounts(account.data && q === nameOf(account.data) ? '' : q)
  const offered = (accounts.data ?? []).filter(({ id }) => id !== chosen)
  const choose = (id: string | null) =>
    setParams(
      (current) => {
        if (id) current.set('account_id', id)
        else current.delete('account_id')
        return current
      },
      { replace: true },
    )
  return (
    <Select
      aria-label="Account"
      placeholder="Any account"
      searchable
      clearable
      maw={360}
      w="100%"
      value={chosen}
      onChange={choose}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage="Nobody matches"
      data={[...(account.data ? [account.data] : []), ...offered].map((one) => ({ value: one.id, label: nameOf(one) }))}
    />
  )
}

const nameOf = ({ name, email }: Account): string => (email === null ? name : `${name}, ${email}`)
