import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import type { Inbox, InboxItem, List } from './types.ts'

const path = '/api/v1/inboxes'
const queryKey = ['inboxes'] as const

/** URLs of one's own that show what is POSTed to them, the newest first. */
export function useInboxes() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => call<List<Inbox>>(path, { signal }),
    select: ({ items }) => items.toSorted((one, other) => other.created_at - one.created_at),
  })
}

export function useInboxItems(id: string) {
  return useQuery({
    queryKey: ['inbox', id],
    queryFn: ({ signal }) => call<List<InboxItem>>(`${path}/${id}/items`, { signal }),
    select: ({ items }) => items,
  })
}

export function useCreateInbox() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call<Inbox>(path, { method: 'POST', body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
}

export function useDeleteInbox() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
}
