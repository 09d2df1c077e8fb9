import type { Queryable } from './queryable.ts'
import { storableJson } from './storable.ts'

/** Adds a line to a task's history. */
export async function insertEvent(tx: Queryable, taskId: string, type: string, data: object): Promise<void> {
  await tx
    .insertInto('events')
    .values({ task_id: taskId, type, data: storableJson(data) })
    .execute()
}

/** A task's history, in its order. */
export const eventsOf = (db: Queryable, taskId: string) =>
  db.selectFrom('events').select(['type', 'at']).where('task_id', '=', taskId).orderBy('id').execute()
