import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import type { List, Page, UsageRow, UsageSummaryRow } from './types.ts'

export function useUsageSummary(by: 'day' | 'model' | 'credential', filter: Query) {
  return useQuery({
    queryKey: ['usage', 'summary', by, filter],
    queryFn: ({ signal }) => call<List<UsageSummaryRow>>('/api/v1/usage/summary', { query: { ...filter, by }, signal }),
    select: ({ items }) => items,
    placeholderData: (before) => before,
  })
}

export function useUsage(filter: Query) {
  return useInfiniteQuery({
    queryKey: ['usage', 'rows', filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<UsageRow>>('/api/v1/usage', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: (before) => before,
  })
}
