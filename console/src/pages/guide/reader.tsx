import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { call } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import type { Inbox, List } from '../../api/types.ts'
import { type ExampleKey, useExampleKey } from '../../code/example-key.tsx'
import type { Filling } from './curl.ts'

/** Who reads the guide, and what of theirs its examples are filled with. */
interface Reader {
  isLoggedIn: boolean
  exampleKey: ExampleKey
  /** With the key as it is copied. */
  filling: Filling
  setTaskId(taskId: string): void
  /** The token of an inbox of the reader's, which is made when there is none. */
  openInbox(): Promise<string>
}

const ReaderContext = createContext<Reader | null>(null)

export function ReaderProvider({ children }: { children: ReactNode }) {
  const { data: session } = useSession()
  const exampleKey = useExampleKey()
  const [taskId, setTaskId] = useState<string>()
  const [inbox, setInbox] = useState<string>()
  const queryClient = useQueryClient()
  const openInbox = async () => {
    const token = inbox ?? (await findOrMakeInbox())
    if (token !== inbox) await queryClient.invalidateQueries({ queryKey: ['inboxes'] })
    setInbox(token)
    return token
  }
  const baseUrl = session?.base_url ?? window.location.origin
  const filling = { baseUrl, key: exampleKey.copied, inbox, taskId }
  const isLoggedIn = Boolean(session?.user)
  return <ReaderContext value={{ isLoggedIn, exampleKey, filling, setTaskId, openInbox }}>{children}</ReaderContext>
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('useReader needs a ReaderProvider')
  return reader
}

async function findOrMakeInbox(): Promise<string> {
  const path = '/api/v1/inboxes'
  const { items } = await call<List<Inbox>>(path)
  const { url } = items[0] ?? (await call<Inbox>(path, { method: 'POST', body: {} }))
  return url.slice(url.lastIndexOf('/') + 1)
}
