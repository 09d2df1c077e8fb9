import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

const maxRetries = 2

/** Answers are fresh until a live event says otherwise; what the server refuses is not asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < maxRetries && (!(error instanceof ApiError) || error.status === 0),
      },
    },
  })
}
