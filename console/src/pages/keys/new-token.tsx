import { Alert, Anchor, Code, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useKeyring } from '../../keyring.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'

/** The token of the key that was just made: this once. */
export function NewToken() {
  const { tokens, chosen } = useKeyring()
  const token = chosen === null ? undefined : tokens[chosen]
  if (token === undefined) return null
  return (
    <Alert color="teal" variant="light" icon={<IconCheck />} title="Keep this key now: it is not shown again">
      <Group gap="xs" wrap="nowrap">
        <Code block fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-token>
          {token}
        </Code>
        <CopyButton value={token} label="the key" />
      </Group>
      <Text size="sm" mt="xs">
        Until this page is left it is filled into the{' '}
        <Anchor component={Link} to="/playground" inherit>
          playground’s code
        </Anchor>
        , too.
      </Text>
    </Alert>
  )
}
