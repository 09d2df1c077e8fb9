import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { AssetKind, Tables } from './tables.ts'

export type AssetRow = Selectable<Tables['assets']>

export interface NewAsset {
  id: string
  kind: AssetKind
  position: number
  key: string
  contentType: string
  bytes: number
  width?: number
  height?: number
  seconds?: number
}

export async function insertAssets(
  tx: Queryable,
  files: readonly { taskId: string; asset: NewAsset }[],
): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ taskId, asset: { contentType, ...asset } }) => ({
    ...asset,
    task_id: taskId,
    content_type: contentType,
  }))
  await sql`
    insert into assets (id, task_id, kind, position, key, content_type, bytes, width, height, seconds)
    select id, task_id, kind, position, key, content_type, bytes, width, height, seconds
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as file (
      id uuid, task_id uuid, kind text, position smallint, key text, content_type text, bytes bigint, width integer,
      height integer, seconds double precision)`.execute(tx)
}

/** The stored files of some tasks, in order of kind and position. */
export async function assetsOf(db: Queryable, taskIds: readonly string[]): Promise<AssetRow[]> {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('assets')
    .selectAll()
    .where(sql<boolean>`task_id = any(${taskIds}::uuid[])`)
    .orderBy('kind')
    .orderBy('position')
    .execute()
}

/** Those of the keys that a record names. */
export async function recordedKeys(db: Queryable, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('assets').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}

/** Records of files in the order of their ids, from the first after `id` on. */
export function assetsAfter(
  db: Queryable,
  id: string | undefined,
  limit: number,
): Promise<{ id: string; task_id: string; key: string }[]> {
  let query = db.selectFrom('assets').select(['id', 'task_id', 'key'])
  if (id !== undefined) query = query.where('id', '>', id)
  return query.orderBy('id').limit(limit).execute()
}
