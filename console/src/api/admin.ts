import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import { usePages } from './pages.ts'
import type {
  Account,
  AnyTaskItem,
  CreatedInvite,
  EngineHealth,
  EngineStatus,
  Invite,
  List,
  PasswordResetLink,
  Reconciliation,
} from './types.ts'

const path = '/api/v1/admin'
const engineLookMilliseconds = 10_000

/** Every account, those whose name or address has `q` in it, the newest first. */
export function useAccounts(q: string) {
  return usePages<Account>(['admin', 'accounts'], `${path}/accounts`, { q })
}

/** One account; nothing while there is no id. */
export function useAccount(id: string | null) {
  return useQuery({
    queryKey: ['admin', 'account', id],
    queryFn: ({ signal }) => call<Account>(`${path}/accounts/${id}`, { signal }),
    enabled: id !== null,
  })
}

/** What an administrator changes of an account: itself, its credits, or what bounds its application. */
export function useChangeAccount(id: string) {
  const queryClient = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['admin'] }),
      queryClient.invalidateQueries({ queryKey: ['session'] }),
    ])
  const account = `${path}/accounts/${id}`
  return {
    change: useMutation({
      mutationFn: (body: { disabled?: boolean; role?: string }) => call(account, { method: 'PATCH', body }),
      onSuccess,
    }),
    giveCredits: useMutation({
      mutationFn: (body: { credits: number; note?: string }) => call(`${account}/credits`, { method: 'POST', body }),
      onSuccess,
    }),
    bound: useMutation({
      mutationFn: (body: { credit_limit?: number | null; unlimited?: boolean; disabled?: boolean }) =>
        call(`${account}/application`, { method: 'PATCH', body }),
      onSuccess,
    }),
  }
}

export function useAllTasks(filter: Query) {
  return usePages<AnyTaskItem>(['tasks', 'admin'], `${path}/tasks`, filter)
}

/** The engines' queues. No event tells of other accounts' tasks, so it is asked again while it is looked at. */
export function useEngines() {
  return useQuery({
    queryKey: ['admin', 'engines'],
    queryFn: ({ signal }) => call<List<EngineStatus>>(`${path}/engines`, { signal }),
    select: ({ items }) => items,
    refetchInterval: engineLookMilliseconds,
  })
}

/** How each engine is, asked now: some answer only after seconds. */
export function useEngineHealth() {
  return useQuery({
    queryKey: ['admin', 'engine-health'],
    queryFn: ({ signal }) => call<List<EngineHealth>>('/api/v1/engines', { signal }),
    select: ({ items }) => items,
  })
}

export function useInvites() {
  return useQuery({
    queryKey: ['admin', 'invites'],
    queryFn: ({ signal }) => call<List<Invite>>(`${path}/invites`, { signal }),
    select: ({ items }) => items,
  })
}

export function useCreateInvite() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => call<CreatedInvite>(`${path}/invites`, { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['admin', 'invites'] }),
  })
}

export function useDeleteInvite() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`${path}/invites/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['admin', 'invites'] }),
  })
}

/** Links that could not be mailed. */
export function usePasswordResetLinks() {
  return useQuery({
    queryKey: ['admin', 'password_resets'],
    queryFn: ({ signal }) => call<List<PasswordResetLink>>(`${path}/password_resets`, { signal }),
    select: ({ items }) => items,
    staleTime: 0,
  })
}

export function useReconciliation() {
  return useQuery({
    queryKey: ['admin', 'reconciliation'],
    queryFn: ({ signal }) => call<Reconciliation>(`${path}/reconciliation`, { signal }),
    staleTime: 0,
  })
}
