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

/** False when the key was used before: the caller's transaction must be undone. Waits for an open transaction's word. */
export async function insertIdempotencyKey(
  tx: Queryable,
  row: { keyId: string; name: string; fingerprint: string; taskId: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('idempotency_keys')
    .values({ key_id: row.keyId, idempotency_key: row.name, fingerprint: row.fingerprint, task_id: row.taskId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** What an unnamed body is remembered by. No header holds a line break, so it is never a caller's own key. */
const nameOfBody = (fingerprint: string): string => `body\n${fingerprint}`

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

/** Remembers which task was last made of a body, so that a client's own retry finds it. */
export async function recordSentBody(tx: Queryable, keyId: string, fingerprint: string, taskId: string): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values({ key_id: keyId, idempotency_key: nameOfBody(fingerprint), fingerprint, task_id: taskId })
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'idempotency_key']).doUpdateSet({ task_id: taskId, created_at: sql<Date>`now()` }),
    )
    .execute()
}
