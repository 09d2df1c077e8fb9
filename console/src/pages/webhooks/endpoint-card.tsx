import { Anchor, Badge, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { WebhookEndpoint, WebhookEndpointWithSecret } from '../../api/types.ts'
import {
  useChangeEndpoint,
  useDeleteEndpoint,
  useRotateEndpoint,
  useTestEndpoint,
} from '../../api/webhook-endpoints.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { formatRelative } from '../../parts/format.ts'
import { RotateButton } from '../../parts/rotate-button.tsx'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView } from '../../parts/views.tsx'

interface EndpointCardProps {
  endpoint: WebhookEndpoint
  onSecret(endpoint: WebhookEndpointWithSecret): void
}

const overlaps = [
  { value: '0', label: 'ends at once' },
  { value: '86400', label: 'works for another day' },
]

/** An endpoint: what it is told, how it answers, and what can be done with it. */
export function EndpointCard({ endpoint, onSecret }: EndpointCardProps) {
  const { id, name, url, event_types, enabled, signing_secret_hint, rests_until, created_at } = endpoint
  const change = useChangeEndpoint(id)
  return (
    <SectionCard
      title={name}
      actions={
        <Switch
          label="Enabled"
          checked={enabled}
          disabled={change.isPending}
          onChange={({ currentTarget }) => change.mutate({ enabled: currentTarget.checked })}
        />
      }
    >
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
        <Group gap="xs">
          {event_types.map((type) => (
            <Badge key={type} variant="light" tt="none">
              {type}
            </Badge>
          ))}
          <Text size="xs" c="dimmed">
            Added {formatRelative(created_at)}, secret {signing_secret_hint}
          </Text>
        </Group>
        {rests_until !== null && (
          <Text size="sm" c="dimmed" role="status">
            It did not take its last deliveries and is tried again {formatRelative(rests_until)}.
          </Text>
        )}
        {change.error && <ErrorView error={change.error} />}
        <EndpointActions endpoint={endpoint} onSecret={onSecret} />
      </Stack>
    </SectionCard>
  )
}

function EndpointActions({ endpoint: { id, name, event_types }, onSecret }: EndpointCardProps) {
  const rotate = useRotateEndpoint(id)
  const remove = useDeleteEndpoint(id)
  const test = useTestEndpoint(id)
  const failure = test.error ?? remove.error
  const [event = 'video.completed'] = event_types
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate(event)}>
          Send a test event
        </Button>
        <RotateButton
          title={`Rotate the secret of ${name}`}
          current="The secret of now"
          overlaps={overlaps}
          rotation={rotate}
          onConfirm={(seconds, close) =>
            rotate.mutate(seconds > 0, {
              onSuccess: (rotated) => {
                onSecret(rotated)
                close()
              },
            })
          }
        >
          There is a new secret at once. Meanwhile deliveries can carry the signatures of both.
        </RotateButton>
        <ConfirmButton
          label="Delete the endpoint"
          size="xs"
          loading={remove.isPending}
          onConfirm={() => remove.mutate()}
        >
          {name} is told nothing any more; what waits to be told to it, and the log of what was, goes with it.
        </ConfirmButton>
        <Anchor component={Link} to={`/webhooks/deliveries?endpoint=${id}`} size="sm">
          Its deliveries
        </Anchor>
      </Group>
      {test.data && (
        <Text size="sm" role="status">
          It answered {test.data.status_code} to a test event.
        </Text>
      )}
      {failure && <ErrorView error={failure} />}
    </>
  )
}
