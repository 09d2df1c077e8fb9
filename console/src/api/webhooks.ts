import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { usePages } from './pages.ts'
import type { Delivery, WebhookSecret, WebhookTestResult } from './types.ts'

const secretPath = '/api/v1/webhook_secret'
const secretKey = ['webhook_secret'] as const

/** What the account was told, newest first; null is any state, and callbacks and endpoints alike. */
export function useDeliveries(state: string | null, endpoint_id: string | null) {
  return usePages<Delivery>(['deliveries'], '/api/v1/deliveries', { state, endpoint_id })
}

export function useSendAgain() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Delivery) => call<Delivery>(`/api/v1/deliveries/${id}/send_again`, { method: 'POST' }),
    onSuccess: ({ task_id }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['task', task_id] }),
        queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
      ]),
  })
}

export function useWebhookSecret() {
  return useQuery({ queryKey: secretKey, queryFn: ({ signal }) => call<WebhookSecret>(secretPath, { signal }) })
}

/** A new secret; for `overlap_seconds` callbacks are signed with the one before, too. */
export function useRotateSecret() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (overlap_seconds: number) =>
      call<WebhookSecret>(`${secretPath}/rotate`, { method: 'POST', body: { overlap_seconds } }),
    onSuccess: (secret) => queryClient.setQueryData(secretKey, secret),
  })
}

/** Sends a signed test event and says what came back. */
export function useWebhookTest() {
  return useMutation({
    mutationFn: (url: string) => call<WebhookTestResult>('/api/v1/webhook_tests', { method: 'POST', body: { url } }),
  })
}
