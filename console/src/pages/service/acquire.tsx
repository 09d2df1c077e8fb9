import { Button, Group, Text } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import { useAcquire, useApplication } from '../../api/services.ts'
import { useSession } from '../../api/session.ts'
import type { Service } from '../../api/types.ts'
import { formatCredits } from '../../parts/format.ts'
import { ErrorView } from '../../parts/views.tsx'

/** "Acquire" for whoever has not; the way on for whoever has. A visitor logs in first, and comes back here. */
export function Acquire({ service }: { service: Service }) {
  const { data: session } = useSession()
  const { data: application, isPending } = useApplication(Boolean(session?.user))
  const acquire = useAcquire()
  const navigate = useNavigate()
  const isVisitor = session !== undefined && !session.user
  if (application) return <Acquired unlimited={application.unlimited} remaining={application.remaining ?? 0} />
  return (
    <>
      <Group mt="xs" gap="md">
        <Button
          size="md"
          loading={acquire.isPending}
          disabled={!isVisitor && isPending}
          onClick={() => (isVisitor ? navigate('/login?return_to=%2F') : acquire.mutate())}
        >
          Acquire
        </Button>
        {service.free_credits > 0 && (
          <Text size="sm" c="dimmed">
            {formatCredits(service.free_credits)} for free to begin with.
          </Text>
        )}
      </Group>
      {acquire.error && <ErrorView error={acquire.error} />}
    </>
  )
}

function Acquired({ unlimited, remaining }: { unlimited: boolean; remaining: number }) {
  return (
    <Group mt="xs" gap="md">
      <Button component={Link} to="/playground" size="md">
        Try it
      </Button>
      <Button component={Link} to="/keys" size="md" variant="default">
        Get a key
      </Button>
      <Text size="sm" c="dimmed">
        {unlimited ? 'Acquired, without a limit.' : `Acquired; ${formatCredits(remaining)} left.`}
      </Text>
    </Group>
  )
}
