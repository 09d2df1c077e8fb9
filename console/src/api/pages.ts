import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { call, type Query } from './client.ts'
import type { Page } from './types.ts'

/** A list in pages, one after another; the filter becomes part of the query's key. */
export function usePages<Item>(queryKey: QueryKey, path: string, filter: Query) {
  return useInfiniteQuery({
    queryKey: [...queryKey, filter],
    queryFn: ({ pageParam, signal }) => call<Page<Item>>(path, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: (before) => before,
  })
}
