import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useEndSession, useOpenSessions } from '../../api/profile.ts'
import type { OpenSession } from '../../api/types.ts'
import { formatRelative } from '../../parts/format.ts'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'
import { nameOfAgent } from './agent-name.ts'

export function OpenSessions() {
  const sessions = useOpenSessions()
  return (
    <SectionCard title="Open sessions" lead="Where you are logged in. End what you do not know.">
      {sessions.isPending && <LoadingView />}
      {sessions.isError && <ErrorView error={sessions.error} retry={sessions.refetch} />}
      <Stack gap="sm">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Stack>
    </SectionCard>
  )
}

function SessionRow({ session: { id, current, ip_address, user_agent, created_at } }: { session: OpenSession }) {
  const end = useEndSession()
  const name = nameOfAgent(user_agent)
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group wrap="nowrap" gap="sm" miw={0}>
          <IconDeviceDesktop size={20} stroke={1.5} aria-hidden style={{ flexShrink: 0 }} />
          <Stack gap={0} miw={0}>
            <Text size="sm" fw={500} truncate title={user_agent ?? undefined}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {ip_address ? `${ip_address}, ` : ''}since {formatRelative(created_at)}
            </Text>
          </Stack>
        </Group>
        {current ? (
          <Badge variant="light" color="teal" tt="none" autoContrast style={{ flexShrink: 0 }}>
            this one
          </Badge>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate(id)}
            aria-label={`End the session of ${name}, since ${formatRelative(created_at)}`}
          >
            End
          </Button>
        )}
      </Group>
      {end.error && <ErrorView error={end.error} />}
    </>
  )
}
