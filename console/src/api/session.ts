import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import type { LoggedIn, Session } from './types.ts'

const sessionKey = ['session'] as const

/** Who is here, and how people may come in. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call<Session>('/api/v1/session', { signal }),
    staleTime: 60_000,
  })
}

/** Registers, logs in or confirms an address: whatever path answers with a session. */
export function useEnter(path: '/api/v1/registrations' | '/api/v1/sessions' | '/api/v1/email_verifications') {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => call<LoggedIn>(path, { method: 'POST', body }),
    // Whoever was here before, what was shown was theirs.
    onSuccess: () => queryClient.resetQueries(),
  })
}

export function useLeave() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call('/api/v1/session', { method: 'DELETE' }),
    onSuccess: () => queryClient.resetQueries(),
  })
}
