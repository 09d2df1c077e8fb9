import type { Selectable } from 'kysely'
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
  const rows = files.map(({ taskId, asset: { contentType, width, height, seconds, ...asset } }) => ({
    ...asset,
    task_id: taskId,
    content_type: contentType,
    width: width ?? null,
    height: height ?? null,
    seconds: seconds ?? null,
  }))
  await tx.insertInto('assets').values(rows).execute()
}

/** The stored files of some tasks, in order of kind and position. */
export async function assetsOf(db: Queryable, taskIds: readonly string[]): Promise<AssetRow[]> {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('assets')
    .selectAll()
    .where('task_id', 'in', taskIds)
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
