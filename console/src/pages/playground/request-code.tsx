import { Button, Group, Select, Stack, Switch, Tabs } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { useCreateCredential, useCredentials } from '../../api/credentials.ts'
import { useSession } from '../../api/session.ts'
import { CodeBlock } from '../../code/code-block.tsx'
import { codeOf, languages } from '../../code/languages.ts'
import { useKeyring } from '../../keyring.tsx'

/** The request as code, in the reader's language, with the chosen key masked until it is asked for. */
export function RequestCode({ request }: { request: Record<string, unknown> }) {
  const { data: session } = useSession()
  const { tokens, chosen } = useKeyring()
  const [id, setId] = useLocalStorage({ key: 'rushes.language', defaultValue: 'shell' })
  const [isShown, setShown] = useState(false)
  const language = languages.find((one) => one.id === id) ?? languages[0]
  const token = chosen === null ? undefined : tokens[chosen]
  if (!language) return null
  const url = `${session?.base_url ?? window.location.origin}/sora/videos`
  const codeWith = (key: string) => codeOf(language, { url, key, body: request })
  const masked = token === undefined ? '{token}' : `${token.slice(0, 11)}${'•'.repeat(12)}`
  return (
    <Stack gap="xs">
      <Tabs value={language.id} onChange={(value) => value && setId(value)} variant="pills" keepMounted={false}>
        <Tabs.List aria-label="Language">
          {languages.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id} px="sm" py={6}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={language.id} pt="xs">
          <CodeBlock
            code={codeWith(isShown && token ? token : masked)}
            copied={codeWith(token ?? '{token}')}
            language={language.highlight}
            maxHeight={420}
          />
        </Tabs.Panel>
      </Tabs>
      <Group justify="space-between" align="flex-end">
        <KeyChoice />
        <Switch
          label="Show the key"
          checked={isShown}
          disabled={token === undefined}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
      </Group>
    </Stack>
  )
}

/** Only a key made on this page can be filled in: the server keeps no key, only its hash. */
function KeyChoice() {
  const { data: credentials } = useCredentials()
  const { tokens, chosen, choose } = useKeyring()
  const create = useCreateCredential()
  const known = (credentials?.items ?? []).filter(({ id, revoked_at }) => tokens[id] !== undefined && !revoked_at)
  if (known.length === 0) {
    return (
      <Button
        variant="light"
        size="xs"
        loading={create.isPending}
        onClick={() => create.mutate({ name: 'playground' })}
      >
        Fill in a new key
      </Button>
    )
  }
  return (
    <Select
      aria-label="Key"
      size="xs"
      placeholder="No key"
      clearable
      value={chosen}
      onChange={choose}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
