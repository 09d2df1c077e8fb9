import { Alert, Button, Group, Select, Stack, Table, TextInput } from '@mantine/core'
import { IconCheck, IconMailOpened } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useCreateInvite, useDeleteInvite, useInvites } from '../../api/admin.ts'
import { useSession } from '../../api/session.ts'
import type { Invite } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Copyable } from '../../parts/fact-table.tsx'
import { formatRelative, formatTime } from '../../parts/format.ts'
import { SectionCard } from '../../parts/section-card.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'

const lives = [
  { value: '86400', label: 'for a day' },
  { value: '604800', label: 'for a week' },
  { value: '2592000', label: 'for 30 days' },
]
const columns = [
  { label: 'For' },
  { label: 'Role' },
  { label: 'Made' },
  { label: 'State' },
  { label: 'What can be done', isHidden: true },
] as const

/** Links to register with, for servers that are not open to everybody. */
export function Invites() {
  const invites = useInvites()
  return (
    <Stack>
      <NewInvite />
      {invites.isPending && <LoadingView />}
      {invites.isError && <ErrorView error={invites.error} retry={invites.refetch} />}
      {invites.data?.length === 0 && (
        <EmptyView icon={IconMailOpened} title="No invitations yet">
          Make one above, and hand its link on.
        </EmptyView>
      )}
      {invites.data && invites.data.length > 0 && (
        <DataTable label="Invitations" columns={columns} minWidth={620}>
          {invites.data.map((invite) => (
            <InviteRow key={invite.id} invite={invite} />
          ))}
        </DataTable>
      )}
    </Stack>
  )
}

function NewInvite() {
  const { data: session } = useSession()
  const create = useCreateInvite()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const email = String(fields.get('email') ?? '')
    const body = {
      ...(email && { email }),
      role: fields.get('role'),
      expires_in_seconds: Number(fields.get('life')),
    }
    create.mutate(body, { onSuccess: () => form.reset() })
  }
  return (
    <>
      <SectionCard
        title="Invite somebody"
        lead={
          session?.mail
            ? 'With an address, the link is mailed there and only that address may use it.'
            : 'With an address, only that address may use the link. This server sends no e-mail: hand the link on yourself.'
        }
      >
        <form onSubmit={submit}>
          <Group align="flex-end">
            <TextInput
              label="E-mail"
              name="email"
              type="email"
              placeholder="anybody"
              maxLength={254}
              autoComplete="off"
              style={{ flex: '1 1 220px' }}
            />
            <Select
              label="Role"
              name="role"
              data={['member', 'administrator']}
              defaultValue="member"
              allowDeselect={false}
              w={150}
            />
            <Select label="It works" name="life" data={lives} defaultValue="604800" allowDeselect={false} w={140} />
            <Button type="submit" loading={create.isPending}>
              Make the link
            </Button>
          </Group>
        </form>
      </SectionCard>
      {create.error && <ErrorView error={create.error} />}
      {create.data && (
        <Alert color="teal" variant="light" icon={<IconCheck />} title="Copy this link now: it is not shown again">
          <Copyable value={create.data.url} label="the link" />
        </Alert>
      )}
    </>
  )
}

function InviteRow({ invite: { id, email, role, created_at, expires_at, used_at } }: { invite: Invite }) {
  const remove = useDeleteInvite()
  return (
    <Table.Tr>
      <Table.Td>{email ?? 'anybody'}</Table.Td>
      <Table.Td>{role}</Table.Td>
      <Table.Td>{formatTime(created_at)}</Table.Td>
      <Table.Td>{stateOf(used_at, expires_at)}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <ConfirmButton label="Delete" size="xs" loading={remove.isPending} onConfirm={() => remove.mutate(id)}>
            Nobody can register with its link any more. Whoever has already stays.
          </ConfirmButton>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function stateOf(usedAt: number | null, expiresAt: number): string {
  if (usedAt !== null) return `used ${formatRelative(usedAt)}`
  return `${expiresAt < Date.now() / 1000 ? 'expired' : 'expires'} ${formatRelative(expiresAt)}`
}
