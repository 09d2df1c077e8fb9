import { Button, Group, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import { useCreateCredential, useCredentials } from '../api/credentials.ts'
import { useKeyring } from '../keyring.tsx'

export const keyPlaceholder = '{token}'

/** The key that examples are filled with: what is copied with them, and what is shown of it. */
export interface ExampleKey {
  copied: string
  shown: string
  isKnown: boolean
  isShown: boolean
  setShown(isShown: boolean): void
}

/** The chosen key, masked until it is asked for; a placeholder while none is known. */
export function useExampleKey(): ExampleKey {
  const { tokens, chosen } = useKeyring()
  const [isShown, setShown] = useState(false)
  const token = chosen === null ? undefined : tokens[chosen]
  if (token === undefined) {
    return { copied: keyPlaceholder, shown: keyPlaceholder, isKnown: false, isShown: false, setShown }
  }
  const shown = isShown ? token : `${token.slice(0, 11)}${'•'.repeat(12)}`
  return { copied: token, shown, isKnown: true, isShown, setShown }
}

/** Chooses the key and shows it. `name` is what a new one is called. */
export function ExampleKeyBar({ exampleKey, name }: { exampleKey: ExampleKey; name: string }) {
  return (
    <Group justify="space-between" align="center">
      <KeyChoice name={name} />
      <Switch
        label="Show the key"
        checked={exampleKey.isShown}
        disabled={!exampleKey.isKnown}
        onChange={(event) => exampleKey.setShown(event.currentTarget.checked)}
      />
    </Group>
  )
}

/** Only a key made on this page can be filled in: the server keeps no key, only its hash. */
function KeyChoice({ name }: { name: string }) {
  const { data: credentials } = useCredentials()
  const { tokens, chosen, choose } = useKeyring()
  const create = useCreateCredential()
  const known = (credentials?.items ?? []).filter(({ id, revoked_at }) => tokens[id] !== undefined && !revoked_at)
  if (known.length === 0) {
    return (
      <Button variant="light" size="xs" loading={create.isPending} onClick={() => create.mutate({ name })}>
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
