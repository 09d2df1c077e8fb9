import { Button, Group, Progress, Stack, Table, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useCredentials } from '../../api/credentials.ts'
import type { Credential } from '../../api/types.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatNumber, formatRelative, formatTime } from '../../parts/format.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { KeyActions } from './key-actions.tsx'
import { NewKey } from './new-key.tsx'
import { NewToken } from './new-token.tsx'

const columns = [
  { label: 'Name' },
  { label: 'Key' },
  { label: 'Used' },
  { label: 'Last used' },
  { label: 'Expires' },
  { label: 'What can be done', isHidden: true },
] as const

export default function Keys() {
  const credentials = useCredentials()
  const [isMaking, { open, close }] = useDisclosure(false)
  return (
    <>
      <PageTitle
        title="Keys"
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            New key
          </Button>
        }
      >
        What programs send as “authorization: Bearer …”. A key is shown once, when it is made.
      </PageTitle>
      <Stack>
        <NewToken />
        {credentials.isPending && <LoadingView />}
        {credentials.isError && <ErrorView error={credentials.error} retry={credentials.refetch} />}
        {credentials.data && <KeyTable items={credentials.data.items} />}
      </Stack>
      <NewKey isOpen={isMaking} close={close} />
    </>
  )
}

function KeyTable({ items }: { items: readonly Credential[] }) {
  if (items.length === 0) {
    return (
      <EmptyView icon={IconKey} title="No keys yet">
        A program needs one. The console itself does not.
      </EmptyView>
    )
  }
  return (
    <DataTable label="Keys" columns={columns} minWidth={680}>
      {items.map((item) => (
        <KeyRow key={item.id} item={item} />
      ))}
    </DataTable>
  )
}

function KeyRow({ item }: { item: Credential }) {
  const { name, prefix, last_used_at, revoked_at, previous_until } = item
  return (
    <Table.Tr c={revoked_at ? 'dimmed' : undefined}>
      <Table.Td>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        {previous_until !== null && (
          <Text size="xs" c="dimmed">
            The token before works until {formatTime(previous_until)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ff="monospace">{prefix}…</Table.Td>
      <Table.Td>
        <Used item={item} />
      </Table.Td>
      <Table.Td>{last_used_at === null ? 'never' : formatRelative(last_used_at)}</Table.Td>
      <Table.Td>{expiryOf(item)}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">{!revoked_at && <KeyActions item={item} />}</Group>
      </Table.Td>
    </Table.Tr>
  )
}

function expiryOf({ expires_at, revoked_at }: Credential): string {
  if (revoked_at !== null) return `revoked ${formatRelative(revoked_at)}`
  return expires_at === null ? 'never' : formatRelative(expires_at)
}

function Used({ item: { used, credit_limit } }: { item: Credential }) {
  if (credit_limit === null) return <>{formatNumber(used)}</>
  return (
    <Tooltip label={`${formatNumber(used)} of ${formatNumber(credit_limit)} credits`}>
      <Stack gap={4} w={110}>
        <Text size="sm">
          {formatNumber(used)} of {formatNumber(credit_limit)}
        </Text>
        <Progress value={(100 * used) / Math.max(1, credit_limit)} size="sm" aria-label="Credits used" />
      </Stack>
    </Tooltip>
  )
}
