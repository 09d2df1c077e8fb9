import { createHash } from 'node:crypto'
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
const isPage = /\blimit [$\d]/i

/** What is sent over a connection: a text and its values, and whom to call back when nobody waits for a promise. */
type Query = (text: unknown, values: unknown, answered?: Answered) => unknown
type Answered = (error: unknown, result?: unknown) => void

/** The statements that a process repeats, over all its connections. */
export interface Repeated {
  /** The name of a text that is worth preparing; counts it. */
  nameOf(text: string): string | undefined
  /** Forgets all names: what was prepared under them is never sent again. */
  forget(): void
  /** From now on nothing is prepared. */
  giveUp(): void
}

/** `onGivenUp` is called once, when it turns out that nothing can be prepared. */
export function createRepeated(onGivenUp: () => void): Repeated {
  const times = new Map<string, number>()
  const names = new Map<string, string>()
  let generation = 1
  let isGivenUp = false
  return {
    nameOf(text) {
      if (isGivenUp) return undefined
      const known = names.get(text)
      if (known !== undefined || names.size === mostPrepared || isPage.test(text)) return known
      const sent = (times.get(text) ?? 0) + 1
      if (sent <= timesBefore) {
        if (times.size === mostRemembered) times.clear()
        times.set(text, sent)
        return undefined
      }
      times.delete(text)
      // A name is one text's, in every process: where connections are shared, none stands for another's statement.
      const name = `rushes_${generation}_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
      names.set(text, name)
      return name
    },
    forget() {
      generation++
      names.clear()
      times.clear()
    },
    giveUp() {
      if (!isGivenUp) onGivenUp()
      isGivenUp = true
    },
  }
}

/**
 * Prepares the statements that are sent over a connection again and again, so that the database parses and plans them once.
 * One that is of no use any more, since its table was changed meanwhile, or a pooler has handed the connection to somebody
 * else, is sent again as it stands, but for one in a transaction, whose maker starts that again.
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
      if (isLost(error)) repeated.giveUp()
      else if (isOutdated(error)) repeated.forget()
      else return false
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

/** Whether an error says that what was prepared is of no use any more: the statement itself has had no effect. */
export const isUnprepared = (error: unknown): boolean => isOutdated(error) || isLost(error)

interface PostgresError {
  code?: string
  /** The function of Postgres' source that it comes from. Its message is in the language of the database. */
  routine?: string
}

/** Of a table that has other columns than when the statement was prepared. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as PostgresError
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}

/** Of a name that the connection does not know, or that somebody else has given: it is not this process's own. */
function isLost(error: unknown): boolean {
  const { code } = (error ?? {}) as PostgresError
  return code === '26000' || code === '42P05'
}
