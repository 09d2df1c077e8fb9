import type pg from 'pg'

/** A text that was sent this often is prepared from then on. */
const timesBefore = 5
/** Each takes memory of the database, in each connection. */
const mostPrepared = 100
/** Texts that are remembered at once; what is sent over and over is soon among them again. */
const mostRemembered = 1_000

/**
 * What is best for a page depends on how long it is, and on the values of its filters: planned for any of them, one read a
 * table to its end. A page is planned each time.
 */
const isPage = /\blimit \$/i

/** What is sent over a connection: a text and its values, and whom to call back when nobody waits for a promise. */
type Query = (text: unknown, values: unknown, answered?: Answered) => unknown
type Answered = (error: unknown, result?: unknown) => void

/** The statements that a process repeats, over all its connections. */
export interface Repeated {
  /** The name of a text that is worth preparing; counts it. */
  nameOf(text: string): string | undefined
  /** Forgets all names: what was prepared under them is never sent again. */
  forget(): void
}

export function createRepeated(): Repeated {
  const times = new Map<string, number>()
  const names = new Map<string, string>()
  let made = 0
  return {
    nameOf(text) {
      const known = names.get(text)
      if (known !== undefined || names.size === mostPrepared || isPage.test(text)) return known
      const sent = (times.get(text) ?? 0) + 1
      if (sent <= timesBefore) {
        if (times.size === mostRemembered) times.clear()
        times.set(text, sent)
        return undefined
      }
      times.delete(text)
      const name = `rushes_${++made}`
      names.set(text, name)
      return name
    },
    forget() {
      names.clear()
      times.clear()
    },
  }
}

/**
 * Prepares the statements that are sent over a connection again and again, so that the database parses and plans them once.
 * A table that another version of the server changes meanwhile makes what was prepared on it useless: it is sent
 * again as it stands, but for one in a transaction, whose maker starts that again.
 */
export function prepareRepeated(client: pg.PoolClient, repeated: Repeated): void {
  const send = client.query.bind(client) as Query
  let isOpen = false
  const query: Query = (text, values, answered) => {
    if (typeof text !== 'string') return send(text, values, answered)
    if (/^(begin|start|commit|rollback)\b/i.test(text)) isOpen = /^(begin|start)/i.test(text)
    const name = Array.isArray(values) && values.length > 0 ? repeated.nameOf(text) : undefined
    if (name === undefined) return send(text, values, answered)
    const prepared = { name, text, values }
    const mayRepeat = (error: unknown): boolean => {
      if (!isOutdated(error)) return false
      repeated.forget()
      return !isOpen
    }
    if (answered) {
      return send(prepared, undefined, (error, result) =>
        mayRepeat(error) ? send(text, values, answered) : answered(error, result),
      )
    }
    return (send(prepared, undefined) as Promise<unknown>).catch((error: unknown) => {
      if (mayRepeat(error)) return send(text, values)
      throw error
    })
  }
  client.query = query as typeof client.query
}

/** Postgres' word for a prepared statement whose table has other columns than when it was prepared. */
export const isOutdated = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return code === '0A000' && message === 'cached plan must not change result type'
}
