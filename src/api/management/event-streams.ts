/** The open streams of this process, by the account that they tell of. One subscription of the database serves all. */
import type { PassThrough } from 'node:stream'
import { parseLiveEvent, type Wake } from '../../db/wake.ts'

/** A reader that takes nothing is let go before it fills the memory. */
const maxBufferedBytes = 1_000_000

export interface Watcher {
  stream: PassThrough
  /** Whether the session or the key that opened it is still good. */
  mayWatch(): Promise<boolean>
}

export interface EventStreams {
  /** How many are open of an account. */
  count(accountId: string): number
  add(accountId: string, watcher: Watcher): void
  remove(accountId: string, watcher: Watcher): void
  /** Ends the stream of whoever may not watch any longer. */
  check(watcher: Watcher): Promise<void>
  write(watcher: Watcher, text: string): void
  close(): void
}

export function createEventStreams(wake: Wake): EventStreams {
  const streams = new Map<string, Set<Watcher>>()

  function write({ stream }: Watcher, text: string): void {
    if (stream.writableLength > maxBufferedBytes) stream.destroy()
    else if (!stream.writableEnded) stream.write(text)
  }

  /** When nobody can say, its reader is to ask again. */
  async function check(watcher: Watcher): Promise<void> {
    if (!(await watcher.mayWatch().catch(() => false))) watcher.stream.end()
  }

  const stops = [
    wake.on('account', (subject) => {
      const watching = streams.get(subject.slice(0, subject.indexOf(' ')))
      const told = watching && parseLiveEvent(subject)
      if (!told) return
      for (const watcher of watching) write(watcher, formatEvent(told.event, told.data))
    }),
    wake.on('access', (accountId) => {
      for (const watcher of streams.get(accountId) ?? []) void check(watcher)
    }),
    wake.onGap(() => {
      for (const watcher of [...streams.values()].flatMap((watching) => [...watching])) {
        write(watcher, formatEvent('ready', {}))
        void check(watcher)
      }
    }),
  ]

  return {
    count: (accountId) => streams.get(accountId)?.size ?? 0,
    add(accountId, watcher) {
      const watching = streams.get(accountId) ?? new Set()
      streams.set(accountId, watching.add(watcher))
    },
    remove(accountId, watcher) {
      const watching = streams.get(accountId)
      watching?.delete(watcher)
      if (watching?.size === 0) streams.delete(accountId)
    },
    check,
    write,
    close() {
      for (const stop of stops) stop()
    },
  }
}

export const formatEvent = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
