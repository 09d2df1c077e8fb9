/**
 * PGlite on a thread of its own. It answers without ever waiting, so on the caller's thread every statement would hold
 * up whatever else the process does, for up to a tenth of a second: a health check beside a database that works.
 *
 * PGlite has one connection. Callers take turns here: a query takes one, a session (a transaction) keeps it.
 */
import { Worker } from 'node:worker_threads'
import type { Results } from '@electric-sql/pglite'
import type { PgliteAnswer, PgliteRequest, PgliteThreadData } from './messages.ts'

export interface PgliteSession {
  query<R>(sql: string, parameters?: unknown[]): Promise<Results<R>>
}

export interface ThreadedPglite extends PgliteSession {
  /** Statements as they stand, several at once, in one turn. One that fails leaves no transaction open. */
  exec(sql: string): Promise<Results[]>
  /** Takes the connection until `end`; everybody else waits. */
  session(): Promise<PgliteSession & { end(): void }>
  /** Calls back for each notification, until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** Each member of the union without its id. */
type Ask<R = PgliteRequest> = R extends { id: number } ? Omit<R, 'id'> : never

/** Opens the database in `dataDirectory`, which one process at a time may have open. Rejects when it cannot be opened. */
export async function openPglite(dataDirectory: string): Promise<ThreadedPglite> {
  const workerData: PgliteThreadData = { dataDirectory }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData })
  const pending = new Map<number, PromiseWithResolvers<Results[]>>()
  const listeners = new Map<string, (payload: string) => void>()
  const ready = Promise.withResolvers<void>()
  let gone: Error | undefined
  let asked = 0
  let turn: Promise<void> = Promise.resolve()

  worker.on('message', (message: PgliteAnswer) => {
    if (message.kind === 'ready') return ready.resolve()
    if (message.kind === 'notification') return listeners.get(message.channel)?.(message.payload)
    const caller = pending.get(message.id)
    pending.delete(message.id)
    if (message.kind === 'done') caller?.resolve(message.results)
    else caller?.reject(Object.assign(new Error(message.message), message.details))
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The database was closed.')))

  function end(reason: Error): void {
    gone ??= reason
    ready.reject(gone)
    for (const caller of pending.values()) caller.reject(gone)
    pending.clear()
  }

  function ask(request: Ask): Promise<Results[]> {
    if (gone) return Promise.reject(gone)
    const id = ++asked
    const answered = Promise.withResolvers<Results[]>()
    pending.set(id, answered)
    worker.postMessage({ id, ...request })
    return answered.promise
  }

  async function query<R>(sql: string, parameters: unknown[] = []): Promise<Results<R>> {
    const [result] = await ask({ kind: 'query', sql, parameters })
    // The rows of a statement have the type that its caller says.
    return result as Results<R>
  }

  /** Resolves when it is the caller's turn, with what ends it. */
  async function takeTurn(): Promise<() => void> {
    const before = turn
    const mine = Promise.withResolvers<void>()
    turn = mine.promise
    await before
    return mine.resolve
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const endTurn = await takeTurn()
    try {
      return await work()
    } finally {
      endTurn()
    }
  }

  await ready.promise
  return {
    query: (sql, parameters) => inTurn(() => query(sql, parameters)),
    exec: (sql) => inTurn(() => ask({ kind: 'exec', sql })),
    session: async () => ({ end: await takeTurn(), query }),
    async listen(channel, heard) {
      listeners.set(channel, heard)
      await inTurn(() => ask({ kind: 'listen', channel }))
      return async () => void listeners.delete(channel)
    },
    async close() {
      if (gone) return
      await inTurn(() => ask({ kind: 'close' }))
      await worker.terminate()
    },
  }
}
