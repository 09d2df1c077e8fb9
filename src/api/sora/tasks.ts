/** POST /sora/tasks: look a task up, or many, cancel or delete one. A caller sees its own tasks; others are not found. */
import type { FastifyInstance } from 'fastify'
import { presentCancelled, presentRecord } from '../../contract/sora/present-task.ts'
import { parseTaskQuery, type TaskFilter } from '../../contract/sora/task-query.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { findTask, listTasks, type TaskRow } from '../../db/tasks.ts'
import { cancelTask } from '../../dispatch/cancel-task.ts'
import { deleteTask } from '../../dispatch/delete-task.ts'
import { viewTasks } from '../../dispatch/task-view.ts'
import { isUuid } from '../../ids.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'
import { toDate } from '../management/present.ts'

export function registerTasks(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, stopping } = context
  const { db, links } = dispatch

  app.post('/sora/tasks', { onRequest: requireOwner(context), bodyLimit: smallBodyBytes }, async (request) => {
    const { accountId } = ownerOfRequest(request)
    const query = parseTaskQuery(request.body)
    if (query.action === 'retrieve_batch') {
      const items = (await viewTasks(db.root, links, await findBatch(accountId, query))).map(presentRecord)
      return { items, count: items.length }
    }
    if (query.action === 'delete') {
      const deleted = isUuid(query.id) && (await deleteTask(dispatch, query.id, accountId, stopping))
      return { id: query.id, deleted }
    }
    if (query.action === 'cancel') {
      const task = isUuid(query.id) ? await cancelTask(dispatch, query.id, accountId) : undefined
      return task && isTerminal(task.state) ? presentCancelled(task.id, task.state) : {}
    }
    const row = isUuid(query.id) ? await findTask(db.root, query.id) : undefined
    const own = row?.account_id === accountId ? [row] : []
    const [task] = await viewTasks(db.root, links, own)
    return task ? presentRecord(task) : {}
  })

  async function findBatch(accountId: string, filter: TaskFilter): Promise<TaskRow[]> {
    if (filter.type !== undefined && filter.type !== 'videos') return []
    const ids = filter.ids?.filter(isUuid)
    if (ids?.length === 0) return []
    return listTasks(db.root, {
      accountId,
      ids,
      limit: filter.limit,
      offset: filter.offset,
      createdAtMin: toDate(filter.createdAtMin),
      createdAtMax: toDate(filter.createdAtMax),
    })
  }
}
