import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import type { Application, List, Service } from './types.ts'

/** The one service of this server: its models, prices and limits. */
export function useService() {
  return useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => call<List<Service>>('/api/v1/services', { signal }),
    select: ({ items }) => items[0],
  })
}

/** The account's use of the service; undefined until it is acquired. */
export function useApplication(isLoggedIn = true) {
  return useQuery({
    queryKey: ['applications'],
    queryFn: ({ signal }) => call<List<Application>>('/api/v1/applications', { signal }),
    select: ({ items }) => items[0] ?? null,
    enabled: isLoggedIn,
  })
}

export function useAcquire() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call<Application>('/api/v1/applications', { method: 'POST', body: {} }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['applications'] }),
        queryClient.invalidateQueries({ queryKey: ['services'] }),
      ]),
  })
}
