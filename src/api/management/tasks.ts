/** /api/v1/tasks: the tasks of an account, to look through, look into, cancel, delete and make again. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ownerOf } from '../../auth/caller.ts'
import { retryTask } from '../../billing/retry-task.ts'
import { parseBody } from '../../contract/management/common.ts'
import { taskListQuery } from '../../contract/management/tasks.ts'
import { presentCancelled } from '../../contract/sora/present-task.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { findListedTask, type ListedTask, searchTasks } from '../../db/task-list.ts'
import { cancelTask } from '../../dispatch/cancel-task.ts'
import { deleteTask } from '../../dispatch/delete-task.ts'
import { isUuid } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'
import { traceIdOf } from '../trace.ts'
import { notFound } from './present.ts'
import { presentTaskDetail, presentTaskPage, searchOf } from './present-task.ts'

type WithId = { Params: { id: string } }

export function registerManagedTasks(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, billing, stopping, rateLimits } = context
  const { db } = dispatch
  const onRequest = requireCaller(context)

  app.get('/api/v1/tasks', { onRequest }, async (request) => {
    const query = parseBody(taskListQuery, request.query)
    const search = searchOf(query, callerOf(request).accountId)
    return presentTaskPage(dispatch, await searchTasks(db.root, search), query.limit, () => ({}))
  })

  app.get<WithId>('/api/v1/tasks/:id', { onRequest }, async (request) =>
    presentTaskDetail(dispatch, await ownTask(request)),
  )

  app.post<WithId>('/api/v1/tasks/:id/cancel', { onRequest }, async (request) => {
    const { id, account_id: accountId } = await ownTask(request)
    const task = await cancelTask(dispatch, id, accountId)
    if (!task || !isTerminal(task.state)) throw notFound('task')
    return presentCancelled(id, task.state)
  })

  app.post<WithId>('/api/v1/tasks/:id/retry', { onRequest }, async (request) => {
    const task = await ownTask(request)
    const owner = await ownerOf(db, callerOf(request))
    await rateLimits.createByAccount.consume(owner.accountId)
    return { task_id: await retryTask(billing, owner, task, traceIdOf(request), stopping) }
  })

  app.delete<WithId>('/api/v1/tasks/:id', { onRequest }, async (request) => {
    const { id } = request.params
    const deleted = isUuid(id) && (await deleteTask(dispatch, id, callerOf(request).accountId, stopping))
    return { id, deleted }
  })

  /** A task of the caller's account; of any for an administrator, who is shown all of them. */
  async function ownTask(request: FastifyRequest<WithId>): Promise<ListedTask> {
    const { administrator, accountId } = callerOf(request)
    const { id } = request.params
    const task = isUuid(id) ? await findListedTask(db.root, id, administrator ? undefined : accountId) : undefined
    if (!task) throw notFound('task')
    return task
  }
}
