import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import type { Delivery, Page, TaskDetail, TaskItem } from './types.ts'

const pageSize = 24

/** An account's tasks, newest first, a page after another. */
export function useTasks(filter: Query) {
  return useInfiniteQuery({
    queryKey: ['tasks', filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<TaskItem>>('/api/v1/tasks', { query: { ...filter, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: (before) => before,
  })
}

export function useTask(id: string) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => call<TaskDetail>(`/api/v1/tasks/${id}`, { signal }),
  })
}

/** What can be done with a task; each makes what is shown of it stale. */
export function useTaskActions(id: string) {
  const queryClient = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['task', id] }),
      queryClient.invalidateQueries({ queryKey: ['tasks'] }),
    ])
  const path = `/api/v1/tasks/${id}`
  return {
    cancel: useMutation({ mutationFn: () => call(`${path}/cancel`, { method: 'POST' }), onSuccess }),
    retry: useMutation({
      mutationFn: () => call<{ task_id: string }>(`${path}/retry`, { method: 'POST' }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: () => call(path, { method: 'DELETE' }),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
    }),
  }
}

export function useSendAgain() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (delivery: Delivery) =>
      call<Delivery>(`/api/v1/deliveries/${delivery.id}/send_again`, { method: 'POST' }),
    onSuccess: ({ task_id }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['task', task_id] }),
        queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
      ]),
  })
}
