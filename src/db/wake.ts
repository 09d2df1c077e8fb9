import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { type LiveEvent, type LiveEventName, liveEvents } from '../contract/management/events.ts'
import type { Logger } from '../logger.ts'
import type { ThreadedPglite } from './pglite/threaded-pglite.ts'
import type { Queryable } from './queryable.ts'

/**
 * Wake-ups between processes over LISTEN/NOTIFY. A wake-up is a hint: truth is in the tables, so whoever waits also
 * looks there, when it begins to wait and whenever wake-ups may have been missed.
 */
export interface Wake {
  /** Calls back for each wake-up of the topic, until the returned function is called. */
  on(topic: Topic, heard: (subject: string) => void): () => void
  /** Calls back when wake-ups may have been missed: the listening connection was lost and is back. */
  onGap(resumed: () => void): () => void
  close(): Promise<void>
}

/**
 * - `queue`: a job was sent; the subject is the queue's name.
 * - `task`: a task ended; the subject is its id.
 * - `cancel`: a task was cancelled; the subject is its id.
 * - `access`: a session of an account ended, or one of its keys or the account itself changed; the subject is the account's id.
 *   The database's triggers send it.
 * - `call`: a client of /mcp no longer waits for a call; the subject is the call's name.
 * - `account`: news for whoever watches an account; the subject is its id and a live event as JSON, by a space.
 *
 * No subject has a line break: that parts them on their way.
 */
export type Topic = 'queue' | 'task' | 'cancel' | 'access' | 'call' | 'account'

const channel = 'rushes'

/** The wake-ups that each open transaction has collected. */
const collected = new WeakMap<Queryable, string[]>()

/**
 * Collects what is sent in a transaction, to be sent when it has committed: Postgres lets one transaction with a
 * notification commit at a time, flush to disk included, and all others of the database would wait in line for it.
 */
export function collectWakeUps(tx: Queryable): readonly string[] {
  const payloads: string[] = []
  collected.set(tx, payloads)
  return payloads
}

/** Postgres takes fewer than 8,000 bytes in one. */
const mostBytes = 7_900

/** Sends payloads, each once, as lines of few notifications: each of those costs the database and every process that listens. */
export async function sendWakeUps(db: Queryable, payloads: readonly string[]): Promise<void> {
  const notifications: string[] = []
  let room = 0
  for (const payload of new Set(payloads)) {
    const bytes = Buffer.byteLength(payload) + 1
    if (bytes > room) {
      notifications.push(payload)
      room = mostBytes - bytes
    } else {
      notifications[notifications.length - 1] += `\n${payload}`
      room -= bytes
    }
  }
  await sql`select pg_notify(${channel}, payload) from unnest(${notifications}::text[]) as payload`.execute(db)
}

/** Sends a wake-up; of a transaction, when that has committed. */
export async function notify(db: Queryable, topic: Topic, subject: string): Promise<void> {
  await send(db, [`${topic} ${subject}`])
}

/** The same, as a part of the transaction: for what nobody looks up later when its sender dies after the commit. */
export async function notifyWithCommit(tx: Queryable, topic: Topic, subject: string): Promise<void> {
  await sendWakeUps(tx, [`${topic} ${subject}`])
}

async function send(db: Queryable, payloads: readonly string[]): Promise<void> {
  const later = collected.get(db)
  if (later) later.push(...payloads)
  else if (payloads.length > 0) await sendWakeUps(db, payloads)
}

/** Tells whoever watches the account what happened to it; of a transaction, when that has committed. */
export async function notifyAccount(db: Queryable, accountId: string, event: LiveEvent): Promise<void> {
  await notifyAccounts(db, [{ accountId, event }])
}

/** The same of many. */
export async function notifyAccounts(
  db: Queryable,
  news: readonly { accountId: string; event: LiveEvent }[],
): Promise<void> {
  await send(
    db,
    news.map(({ accountId, event }) => `account ${accountId} ${JSON.stringify(event)}`),
  )
}

/**
 * What the subject of an `account` wake-up tells; undefined when it is none of the live events that this version knows: in a
 * rolling update those of other versions are heard.
 */
export function parseLiveEvent(subject: string): LiveEvent | undefined {
  try {
    const { event, data } = JSON.parse(subject.slice(subject.indexOf(' ') + 1)) as {
      event: LiveEventName
      data: unknown
    }
    return { event, data: liveEvents[event].parse(data) } as LiveEvent
  } catch {
    return undefined
  }
}

export async function listenOnPglite(pglite: ThreadedPglite): Promise<Wake> {
  const board = createBoard()
  const stop = await pglite.listen(channel, board.heard)
  return { on: board.on, onGap: board.onGap, close: stop }
}

const firstRetryMilliseconds = 100
const maxRetryMilliseconds = 5_000

export async function listenOnPostgres(settings: pg.ClientConfig, logger: Logger): Promise<Wake> {
  const board = createBoard()
  const closing = new AbortController()
  let client = await open()

  async function open(): Promise<pg.Client> {
    const next = new pg.Client({ ...settings, statement_timeout: 0, query_timeout: 0 })
    next.on('notification', (message) => board.heard(message.payload ?? ''))
    next.on('error', () => {})
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    next.once('end', () => void reopen())
    return next
  }

  async function reopen(): Promise<void> {
    for (let wait = firstRetryMilliseconds; !closing.signal.aborted; wait = Math.min(wait * 2, maxRetryMilliseconds)) {
      try {
        client = await open()
        if (closing.signal.aborted) await client.end()
        else board.gap()
        return
      } catch (error) {
        logger.warn({ error: (error as Error).message }, 'the database does not answer; wake-ups resume when it does')
        await delay(wait, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
  }

  return {
    on: board.on,
    onGap: board.onGap,
    async close() {
      closing.abort()
      await client.end().catch(() => {})
    },
  }
}

function createBoard() {
  const listeners = new Map<string, Set<(subject: string) => void>>()
  const gapListeners = new Set<() => void>()
  return {
    heard(notification: string): void {
      for (const payload of notification.split('\n')) {
        const space = payload.indexOf(' ')
        const subject = payload.slice(space + 1)
        for (const listener of listeners.get(payload.slice(0, space)) ?? []) listener(subject)
      }
    },
    gap(): void {
      for (const listener of gapListeners) listener()
    },
    on(topic: Topic, heard: (subject: string) => void): () => void {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(heard))
      return () => set.delete(heard)
    },
    onGap(resumed: () => void): () => void {
      gapListeners.add(resumed)
      return () => gapListeners.delete(resumed)
    },
  }
}
