import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useKeyring } from '../keyring.tsx'
import { call } from './client.ts'
import type { CreatedCredential, Credential, List } from './types.ts'

const path = '/api/v1/credentials'
const queryKey = ['credentials'] as const

export function useCredentials() {
  return useQuery({ queryKey, queryFn: ({ signal }) => call<List<Credential>>(path, { signal }) })
}

export interface NewCredential {
  name?: string
  /** ISO 8601. */
  expires_at?: string
  credit_limit?: number
}

/** Makes a key; its token is remembered until the page is left. */
export function useCreateCredential() {
  const queryClient = useQueryClient()
  const { remember } = useKeyring()
  return useMutation({
    mutationFn: (body: NewCredential) => call<CreatedCredential>(path, { method: 'POST', body }),
    onSuccess: ({ id, token }) => {
      remember(id, token)
      return queryClient.invalidateQueries({ queryKey })
    },
  })
}

/** A new token; the one before works for `overlap_seconds` more. */
export function useRotateCredential() {
  const queryClient = useQueryClient()
  const { remember } = useKeyring()
  return useMutation({
    mutationFn: ({ id, overlap_seconds }: { id: string; overlap_seconds: number }) =>
      call<CreatedCredential>(`${path}/${id}/rotate`, { method: 'POST', body: { overlap_seconds } }),
    onSuccess: ({ id, token }) => {
      remember(id, token)
      return queryClient.invalidateQueries({ queryKey })
    },
  })
}

export type CredentialChange = { [Name in keyof NewCredential]: NewCredential[Name] | null }

export function useChangeCredential() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: CredentialChange & { id: string }) =>
      call<Credential>(`${path}/${id}`, { method: 'PATCH', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
}

export function useRevokeCredential() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
}
