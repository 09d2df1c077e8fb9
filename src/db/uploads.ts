import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export type UploadRow = Selectable<Tables['uploads']>
export type NewUpload = Omit<UploadRow, 'created_at' | 'expires_at'>

export function insertUpload(db: Queryable, upload: NewUpload, keepDays: number): Promise<UploadRow> {
  return db
    .insertInto('uploads')
    .values({ ...upload, expires_at: sql<Date>`now() + make_interval(days => ${keepDays}::int)` })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An account's files, newest first. */
export function listUploads(db: Queryable, accountId: string): Promise<UploadRow[]> {
  return db
    .selectFrom('uploads')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
}

export function findUpload(db: Queryable, accountId: string, id: string): Promise<UploadRow | undefined> {
  return db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** How much an account keeps. */
export async function sumUploads(db: Queryable, accountId: string): Promise<{ files: number; bytes: number }> {
  return db
    .selectFrom('uploads')
    .select([sql<number>`count(*)::int`.as('files'), sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes')])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
}

export async function deleteUpload(db: Queryable, id: string): Promise<boolean> {
  const result = await db.deleteFrom('uploads').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}

export function expiredUploads(db: Queryable, limit: number): Promise<UploadRow[]> {
  return db.selectFrom('uploads').selectAll().where('expires_at', '<', sql<Date>`now()`).limit(limit).execute()
}

/** Those of the keys that a record names. */
export async function uploadedKeys(db: Queryable, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('uploads').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}
