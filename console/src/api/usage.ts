import { useQuery } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import { usePages } from './pages.ts'
import type { List, UsageRow, UsageSummaryRow } from './types.ts'

export function useUsageSummary(by: 'day' | 'model' | 'credential', filter: Query) {
  return useQuery({
    queryKey: ['usage', 'summary', by, filter],
    queryFn: ({ signal }) => call<List<UsageSummaryRow>>('/api/v1/usage/summary', { query: { ...filter, by }, signal }),
    select: ({ items }) => items,
    placeholderData: (before) => before,
  })
}

export function useUsage(filter: Query) {
  return usePages<UsageRow>(['usage', 'rows'], '/api/v1/usage', filter)
}
