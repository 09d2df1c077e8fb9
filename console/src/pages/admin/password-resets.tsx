import { Table } from '@mantine/core'
import { IconLockQuestion } from '@tabler/icons-react'
import { usePasswordResetLinks } from '../../api/admin.ts'
import { useSession } from '../../api/session.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { Copyable } from '../../parts/fact-table.tsx'
import { formatRelative } from '../../parts/format.ts'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'

const columns = [{ label: 'Who asked' }, { label: 'Link to hand on' }, { label: 'Expires' }] as const

/** Links that set a new password, which the server could not mail. */
export function PasswordResets() {
  const links = usePasswordResetLinks()
  const { data: session } = useSession()
  if (links.isPending) return <LoadingView />
  if (links.isError) return <ErrorView error={links.error} retry={links.refetch} />
  if (links.data.length === 0) {
    return (
      <EmptyView icon={IconLockQuestion} title={session?.mail ? 'They are mailed' : 'Nobody is waiting'}>
        {session?.mail
          ? 'This server mails links that set a new password to their owners. There is nothing to hand on.'
          : 'This server sends no e-mail. When somebody forgot their password, the link for them appears here.'}
      </EmptyView>
    )
  }
  return (
    <DataTable label="Password links" columns={columns} minWidth={560}>
      {links.data.map(({ user_id, email, url, expires_at }) => (
        <Table.Tr key={`${user_id} ${url}`}>
          <Table.Td>{email}</Table.Td>
          <Table.Td maw={340}>
            <Copyable value={url} label={`the link for ${email}`} />
          </Table.Td>
          <Table.Td>{formatRelative(expires_at)}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  )
}
