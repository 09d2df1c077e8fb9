/** What a page shows before it has something, when it has nothing, and when it could not get it. */
import { Alert, Button, Center, Code, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, type IconProps } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { ApiError } from '../api/client.ts'

export function LoadingView({ label = 'Loading' }: { label?: string }) {
  return (
    <Center mih={240} role="status" aria-label={label}>
      <Loader type="dots" />
    </Center>
  )
}

interface EmptyViewProps {
  icon: ComponentType<IconProps>
  title: string
  children: ReactNode
  /** What to do about it. */
  action?: ReactNode
}

export function EmptyView({ icon: Icon, title, children, action }: EmptyViewProps) {
  return (
    <Center mih={280} p="xl">
      <Stack align="center" gap="sm" maw={420} ta="center">
        <ThemeIcon size={56} radius="xl" variant="light">
          <Icon size={28} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed">{children}</Text>
        {action}
      </Stack>
    </Center>
  )
}

export function ErrorView({ error, retry }: { error: Error; retry?: () => unknown }) {
  const traceId = error instanceof ApiError ? error.traceId : undefined
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title="This did not work" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {error.message}
        </Text>
        {traceId && (
          <Text size="xs" c="dimmed">
            Trace <Code>{traceId}</Code>
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="light" color="red" onClick={() => retry()}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
