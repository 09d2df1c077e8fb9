import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

export interface IdempotencyRow {
  fingerprint: string
  task_id: string
}

export function findIdempotencyKey(db: Queryable, keyId: string, name: string): Promise<IdempotencyRow | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'task_id'])
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', name)
    .executeTakeFirst()
}

/** What an unnamed body is remembered by. No header holds a line break, so it is never a caller's own key. */
export const nameOfBody = (fingerprint: string): string => `body\n${fingerprint}`

/** The newest task that this key made of this body within `seconds`; of bodies that were recorded. */
export function findSentBody(
  db: Queryable,
  keyId: string,
  fingerprint: string,
  seconds: number,
): Promise<{ task_id: string } | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .select('task_id')
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', nameOfBody(fingerprint))
    .where('created_at', '>', sql<Date>`now() - make_interval(secs => ${seconds}::int)`)
    .executeTakeFirst()
}
