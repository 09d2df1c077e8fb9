import { Badge, Button, Card, Group, Loader, Stack, Text } from '@mantine/core'
import { IconPlayerPlay, IconShieldCheck, IconShieldOff, IconShieldX } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useDeleteInbox, useInboxItems } from '../../api/inboxes.ts'
import type { Inbox, InboxItem } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { Copyable } from '../../parts/fact-table.tsx'
import { formatRelative, formatTime } from '../../parts/format.ts'
import { HttpMessage } from '../../parts/http-message.tsx'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'

/** One inbox: its URL, what can be done with it, and what came, as it comes. */
export function InboxView({ inbox }: { inbox: Inbox }) {
  const remove = useDeleteInbox()
  return (
    <>
      <SectionCard title="The inbox’s URL" lead={`It works until ${formatTime(inbox.expires_at)}.`}>
        <Stack gap="sm">
          <Copyable value={inbox.url} label="the URL" />
          <Group gap="xs">
            <Button
              component={Link}
              to={`/playground?${new URLSearchParams({ callback_url: inbox.url })}`}
              variant="light"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
            >
              Use in the playground
            </Button>
            <ConfirmButton label="Delete" loading={remove.isPending} onConfirm={() => remove.mutate(inbox.id)}>
              What is in the inbox is gone, and whatever is sent to its URL from now on is refused.
            </ConfirmButton>
          </Group>
          {remove.error && <ErrorView error={remove.error} />}
        </Stack>
      </SectionCard>
      <Items id={inbox.id} />
    </>
  )
}

function Items({ id }: { id: string }) {
  const items = useInboxItems(id)
  if (items.isPending) return <LoadingView />
  if (items.isError) return <ErrorView error={items.error} retry={items.refetch} />
  return (
    <Stack role="log" aria-label="What came">
      {items.data.length === 0 && <Waiting />}
      {items.data.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </Stack>
  )
}

const Waiting = () => (
  <Card withBorder p="xl">
    <Group gap="md" justify="center">
      <Loader type="dots" size="sm" aria-hidden />
      <Text c="dimmed">Nothing has come yet. It appears here the moment it does.</Text>
    </Group>
  </Card>
)

function Item({ item: { method, at, verified, truncated, headers, body } }: { item: InboxItem }) {
  return (
    <Card withBorder component="article" aria-label={`${method}, ${formatTime(at)}`}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <Badge variant="default" tt="none" ff="monospace">
            {method}
          </Badge>
          <Text size="sm" c="dimmed" title={formatTime(at)}>
            {formatRelative(at)}
          </Text>
        </Group>
        <SignatureBadge verified={verified} />
      </Group>
      <HttpMessage headers={headers} body={body} />
      {truncated && (
        <Text size="xs" c="dimmed" mt="xs">
          The body was longer; this is its beginning.
        </Text>
      )}
    </Card>
  )
}

function SignatureBadge({ verified }: { verified: boolean | null }) {
  if (verified === null) return <SignatureText color="gray" icon={IconShieldOff} text="not signed" />
  if (verified) return <SignatureText color="teal" icon={IconShieldCheck} text="signature verified" />
  return <SignatureText color="red" icon={IconShieldX} text="signed with another secret" />
}

function SignatureText({ color, icon: Icon, text }: { color: string; icon: typeof IconShieldX; text: string }) {
  return (
    <Badge color={color} variant="light" tt="none" autoContrast leftSection={<Icon size={13} aria-hidden />}>
      {text}
    </Badge>
  )
}
