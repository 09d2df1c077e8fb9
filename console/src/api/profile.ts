import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import type { List, OpenSession } from './types.ts'

const sessionsKey = ['sessions'] as const

/** Where the person is logged in. */
export function useOpenSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => call<List<OpenSession>>('/api/v1/sessions', { signal }),
    select: ({ items }) => items.toSorted((one, other) => Number(other.current) - Number(one.current)),
  })
}

export function useEndSession() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/api/v1/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  })
}

export function useChangeName() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => call('/api/v1/profile', { method: 'PATCH', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['session'] }),
  })
}

/** A new password; every other session ends with it. */
export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => call('/api/v1/profile/password', { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  })
}
