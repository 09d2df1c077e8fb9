import { Button, Group, Select, Stack } from '@mantine/core'
import { IconInbox, IconPlus } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { useCreateInbox, useInboxes } from '../../api/inboxes.ts'
import type { Inbox } from '../../api/types.ts'
import { formatRelative } from '../../parts/format.ts'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { InboxView } from './inbox-view.tsx'

/** URLs of one's own, and what was POSTed to the chosen one. */
export function Inboxes() {
  const inboxes = useInboxes()
  if (inboxes.isPending) return <LoadingView />
  if (inboxes.isError) return <ErrorView error={inboxes.error} retry={inboxes.refetch} />
  const [newest] = inboxes.data
  if (!newest) return <NoInbox />
  return <Chosen inboxes={inboxes.data} newest={newest} />
}

function Chosen({ inboxes, newest }: { inboxes: readonly Inbox[]; newest: Inbox }) {
  const [params, setParams] = useSearchParams()
  const choose = (inbox: string) => setParams({ inbox }, { replace: true })
  const chosen = inboxes.find(({ id }) => id === params.get('inbox')) ?? newest
  return (
    <Stack>
      <Group justify="space-between">
        {inboxes.length > 1 ? (
          <Select
            aria-label="Inbox"
            w={240}
            value={chosen.id}
            onChange={(id) => id && choose(id)}
            data={inboxes.map(({ id, created_at, items }) => ({
              value: id,
              label: `Made ${formatRelative(created_at)}, ${items} inside`,
            }))}
            allowDeselect={false}
          />
        ) : (
          <span />
        )}
        <NewInbox onMade={({ id }) => choose(id)} label="New inbox" />
      </Group>
      <InboxView key={chosen.id} inbox={chosen} />
    </Stack>
  )
}

const NoInbox = () => (
  <EmptyView icon={IconInbox} title="No inbox yet" action={<NewInbox label="Make an inbox" />}>
    An inbox is a URL of your own for a day. Use it as “callback_url” and watch here, live, what a callback looks like:
    headers, body and signature.
  </EmptyView>
)

function NewInbox({ label, onMade }: { label: string; onMade?(inbox: Inbox): void }) {
  const create = useCreateInbox()
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        loading={create.isPending}
        onClick={() => create.mutate(undefined, onMade && { onSuccess: onMade })}
      >
        {label}
      </Button>
      {create.error && <ErrorView error={create.error} />}
    </Stack>
  )
}
