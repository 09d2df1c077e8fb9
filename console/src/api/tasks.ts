import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import { usePages } from './pages.ts'
import type { TaskDetail, TaskItem } from './types.ts'

const pageSize = 24

/** An account's tasks, newest first, a page after another. */
export function useTasks(filter: Query) {
  return usePages<TaskItem>(['tasks'], '/api/v1/tasks', { ...filter, limit: pageSize })
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
