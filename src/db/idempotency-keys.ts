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
