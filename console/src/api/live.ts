import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Which answers each live event makes stale. A query's key begins with the word that stands here. */
const staleBy: Readonly<Record<string, (data: Record<string, string>) => QueryKey[]>> = {
  ready: () => [['tasks'], ['task'], ['deliveries'], ['inboxes'], ['inbox'], ['applications'], ['usage']],
  task: ({ id }) => [['tasks'], ['task', id], ['usage']],
  deleted: ({ id }) => [['tasks'], ['task', id]],
  delivery: ({ task_id }) => [['deliveries'], ['task', task_id]],
  inbox: ({ inbox_id }) => [['inboxes'], ['inbox', inbox_id]],
  application: () => [['applications'], ['usage']],
}

/** Many events in a moment, such as a film's progress, lead to one look. */
const gatherMilliseconds = 250

/** Keeps what is shown true by the server's events, for as long as somebody is logged in. */
export function useLiveUpdates(isLoggedIn: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => (isLoggedIn ? listen(queryClient) : undefined), [isLoggedIn, queryClient])
}

function listen(queryClient: QueryClient): () => void {
  const source = new EventSource('/api/v1/events')
  const stale = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => {
    timer = undefined
    for (const queryKey of stale.values()) void queryClient.invalidateQueries({ queryKey })
    stale.clear()
  }
  for (const [name, keysOf] of Object.entries(staleBy)) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      for (const key of keysOf(JSON.parse(event.data))) stale.set(JSON.stringify(key), key)
      timer ??= setTimeout(refresh, gatherMilliseconds)
    })
  }
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
