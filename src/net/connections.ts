import { Client, type Dispatcher } from 'undici'
import type { AddressPolicy } from './address.ts'
import { createConnector, type Lookup } from './connector.ts'

/** What the request that a connection is for allows: how long connecting may take, and until when. */
export interface Budget {
  connectTimeoutMs: number
  signal: AbortSignal
}

/** A connection to one origin, for one request at a time. */
export interface Connection {
  readonly client: Client
  readonly origin: string
  readonly openedAt: number
  budget: Budget
  /** Whether a request has been answered on it before: the other side may just be closing it. */
  used: boolean
  lost: boolean
}

export interface Connections {
  /** A connection that is kept, if `mayBeUsed` and there is one, or a new one, which is opened by its first request. */
  take(origin: string, budget: Budget, mayBeUsed: boolean): Connection
  /** Keeps a connection for another request; the answer of the last has been read to its end. */
  keep(connection: Connection): void
  drop(connection: Connection): void
  close(): Promise<void>
}

/** Shorter than the keep-alive of common servers, so that they seldom close a connection as it is used. */
const keepAliveMs = 4_000
/** A name that moves to another address is followed within this time, however often it is called. */
const longestUseMs = 60_000
/** Each holds a socket; the one that has waited longest goes first. */
const mostIdle = 256

/**
 * Connections that can outlive their request. Each goes to an address that was checked as it was opened, and stays there,
 * whatever its host's name has come to mean; opening one again is a new check.
 */
export function createConnections(policy: AddressPolicy, lookup: Lookup): Connections {
  /** In the order in which they fell idle. */
  const idle = new Set<Connection>()

  function open(origin: string, budget: Budget): Connection {
    const client = new Client(origin, {
      connect: (options, callback) => createConnector({ policy, lookup, ...connection.budget })(options, callback),
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      // The deadline of each request covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2: false,
    })
    const connection = { client, origin, openedAt: performance.now(), budget, used: false, lost: false }
    client.on('disconnect', () => {
      connection.lost = true
      if (idle.has(connection)) drop(connection)
    })
    return connection
  }

  function drop(connection: Connection): void {
    idle.delete(connection)
    connection.client.destroy().catch(() => {})
  }

  return {
    take(origin, budget, mayBeUsed) {
      const kept = mayBeUsed ? [...idle].findLast((one) => one.origin === origin) : undefined
      if (!kept) return open(origin, budget)
      idle.delete(kept)
      return Object.assign(kept, { budget, used: true })
    },
    keep(connection) {
      if (connection.lost || performance.now() - connection.openedAt > longestUseMs) return drop(connection)
      idle.add(connection)
      const [oldest] = idle
      if (idle.size > mostIdle && oldest) drop(oldest)
    },
    drop,
    async close() {
      for (const connection of idle) drop(connection)
    },
  }
}

/**
 * Sends a request over a kept connection or a new one, and resolves when an answer has begun. One that is repeatable goes
 * again, over a new one, when a kept one breaks first.
 */
export async function sendOver(
  connections: Connections,
  request: Omit<Dispatcher.RequestOptions, 'origin'> & { origin: string },
  budget: Budget,
  repeatable: boolean,
): Promise<{ connection: Connection; answer: Dispatcher.ResponseData }> {
  const { origin, ...options } = request
  for (let mayBeUsed = repeatable; ; mayBeUsed = false) {
    const connection = connections.take(origin, budget, mayBeUsed)
    try {
      return { connection, answer: await connection.client.request({ ...options, signal: budget.signal }) }
    } catch (error) {
      connections.drop(connection)
      if (!connection.used || budget.signal.aborted) throw error
    }
  }
}
