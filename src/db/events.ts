import type { Queryable } from './queryable.ts'

/** Adds a line to a task's history. */
export async function insertEvent(tx: Queryable, taskId: string, type: string, data: object): Promise<void> {
  await tx
    .insertInto('events')
    .values({ task_id: taskId, type, data: JSON.stringify(data) })
    .execute()
}

/** A task's history, oldest first. */
export function eventsOf(db: Queryable, taskId: string) {
  return db.selectFrom('events').selectAll().where('task_id', '=', taskId).orderBy('id').execute()
}
