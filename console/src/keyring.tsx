import { createContext, type ReactNode, useContext, useState } from 'react'

/** Keys whose token this page has seen, because it made them. The server knows no token, only its hash. */
interface Keyring {
  /** By the key's id. Forgotten with the page. */
  tokens: Readonly<Record<string, string>>
  /** The key that examples are filled with. */
  chosen: string | null
  choose(id: string | null): void
  remember(id: string, token: string): void
}

const KeyringContext = createContext<Keyring | null>(null)

export function KeyringProvider({ children }: { children: ReactNode }) {
  const [tokens, setTokens] = useState<Record<string, string>>({})
  const [chosen, choose] = useState<string | null>(null)
  const remember = (id: string, token: string) => {
    setTokens((known) => ({ ...known, [id]: token }))
    choose(id)
  }
  return <KeyringContext value={{ tokens, chosen, choose, remember }}>{children}</KeyringContext>
}

export function useKeyring(): Keyring {
  const keyring = useContext(KeyringContext)
  if (!keyring) throw new Error('useKeyring needs a KeyringProvider')
  return keyring
}
