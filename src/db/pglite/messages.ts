import type { Results } from '@electric-sql/pglite'

/** What the thread is asked to do; each request is answered once, in order. */
export type PgliteRequest = { id: number } & (
  | { kind: 'query'; sql: string; parameters: unknown[] }
  /** Statements as they stand, several at once. One that fails leaves no transaction open. */
  | { kind: 'exec'; sql: string }
  | { kind: 'listen'; channel: string }
  | { kind: 'close' }
)

export type PgliteAnswer =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; results: Results[] }
  /** `details` are the fields of Postgres's error: its code, its constraint and so on. */
  | { kind: 'failed'; id: number; message: string; details: Record<string, unknown> }
  | { kind: 'notification'; channel: string; payload: string }

export interface PgliteThreadData {
  dataDirectory: string
}
