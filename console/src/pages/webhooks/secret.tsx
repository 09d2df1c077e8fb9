import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useRotateSecret, useWebhookSecret } from '../../api/webhooks.ts'
import { Copyable } from '../../parts/fact-table.tsx'
import { formatTime } from '../../parts/format.ts'
import { RotateButton } from '../../parts/rotate-button.tsx'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'

const shownCharacters = 'whsec_'.length

/** What receivers check callbacks with: masked until it is asked for. */
export function Secret() {
  const secret = useWebhookSecret()
  const rotate = useRotateSecret()
  const [isShown, setShown] = useState(false)
  if (secret.isPending) return <LoadingView />
  if (secret.isError) return <ErrorView error={secret.error} retry={secret.refetch} />
  const { webhook_secret, previous_until } = secret.data
  const masked = `${webhook_secret.slice(0, shownCharacters)}${'•'.repeat(24)}`
  return (
    <SectionCard
      title="The account’s signing secret"
      lead="Every callback carries a signature by Standard Webhooks. A receiver that knows this secret can tell that it came from here and was not changed."
    >
      <Stack gap="sm">
        <Copyable value={webhook_secret} shown={isShown ? webhook_secret : masked} label="the secret" />
        <Group gap="xs">
          <Button size="sm" variant="default" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
          <RotateButton
            size="sm"
            title="Rotate the secret"
            current="The secret of now"
            rotation={rotate}
            onConfirm={(seconds, close) => rotate.mutate(seconds, { onSuccess: close })}
          >
            There is a new secret at once. Meanwhile callbacks carry the signatures of both, so that receivers can
            change over without missing one.
          </RotateButton>
        </Group>
        {previous_until !== null && (
          <Text size="sm" c="dimmed" role="status">
            Callbacks are signed with the secret before, too, until {formatTime(previous_until)}.
          </Text>
        )}
        <Text size="sm">
          How to check a signature is in the{' '}
          <Anchor component={Link} to="/guide" inherit>
            guide
          </Anchor>
          .
        </Text>
      </Stack>
    </SectionCard>
  )
}
