import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconPlus, IconWebhook } from '@tabler/icons-react'
import { useState } from 'react'
import type { WebhookEndpointWithSecret } from '../../api/types.ts'
import { useWebhookEndpoints } from '../../api/webhook-endpoints.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'
import { EndpointCard } from './endpoint-card.tsx'
import { NewEndpoint } from './new-endpoint.tsx'

/** Where the account is told of every video that ends. */
export function Endpoints() {
  const endpoints = useWebhookEndpoints()
  const [isOpen, { open, close }] = useDisclosure(false)
  const [shown, show] = useState<WebhookEndpointWithSecret>()
  if (endpoints.isPending) return <LoadingView />
  if (endpoints.isError) return <ErrorView error={endpoints.error} retry={endpoints.refetch} />
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      Add an endpoint
    </Button>
  )
  const secret = shown && endpoints.data.some(({ id }) => id === shown.id) && <NewSecret endpoint={shown} />
  return (
    <Stack>
      {endpoints.data.length === 0 ? (
        <EmptyView icon={IconWebhook} title="No endpoints yet" action={add}>
          An endpoint is a URL of yours that is told of every video that is completed or has failed, whichever way it
          was asked for. The “openai” packages read what it is sent.
        </EmptyView>
      ) : (
        <Group justify="flex-end">{add}</Group>
      )}
      {secret}
      {endpoints.data.map((endpoint) => (
        <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={show} />
      ))}
      <NewEndpoint isOpen={isOpen} close={close} onMade={show} />
    </Stack>
  )
}

function NewSecret({ endpoint: { name, signing_secret } }: { endpoint: WebhookEndpointWithSecret }) {
  return (
    <Alert
      color="teal"
      variant="light"
      icon={<IconCheck />}
      title={`Keep the signing secret of ${name} now: it is not shown again`}
    >
      <Group gap="xs" wrap="nowrap">
        <Code block fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-secret>
          {signing_secret}
        </Code>
        <CopyButton value={signing_secret} label="the secret" />
      </Group>
      <Text size="sm" mt="xs">
        The “openai” packages check events with it: <code>client.webhooks.unwrap(body, headers, secret)</code>.
      </Text>
    </Alert>
  )
}
