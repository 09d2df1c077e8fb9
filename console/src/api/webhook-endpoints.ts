import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import type { NewWebhookEndpoint, WebhookEndpoint, WebhookEndpointTest, WebhookEndpointWithSecret } from './types.ts'

const path = '/v1/webhook_endpoints'
const queryKey = ['webhook_endpoints'] as const
/** More than an account may have. */
const limit = 100

/** Where the account is told that a video has ended, the newest first. */
export function useWebhookEndpoints() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => call<{ data: WebhookEndpoint[] }>(path, { query: { limit }, signal }),
    select: ({ data }) => data,
  })
}

/** Makes an endpoint; its secret is in the answer, this once. */
export function useCreateEndpoint() {
  return useEndpointMutation((body: NewWebhookEndpoint) =>
    call<WebhookEndpointWithSecret>(path, { method: 'POST', body }),
  )
}

export function useChangeEndpoint(id: string) {
  return useEndpointMutation((body: Partial<NewWebhookEndpoint>) =>
    call<WebhookEndpoint>(`${path}/${id}`, { method: 'POST', body }),
  )
}

/** A new secret; the one before signs for another day, too, when it is to be kept. */
export function useRotateEndpoint(id: string) {
  return useEndpointMutation((isKept: boolean) =>
    call<WebhookEndpointWithSecret>(`${path}/${id}/rotate_secret`, {
      method: 'POST',
      body: { keep_old_secret_active_for_24_hours: isKept },
    }),
  )
}

export function useDeleteEndpoint(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
}

/** Sends a sample event to an endpoint and gives what it answered. */
export function useTestEndpoint(id: string) {
  return useMutation({
    mutationFn: (event_type: WebhookEndpointTest['event_type']) =>
      call<WebhookEndpointTest>(`${path}/${id}/test`, { method: 'POST', body: { event_type } }),
  })
}

function useEndpointMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => queryClient.invalidateQueries({ queryKey }) })
}
