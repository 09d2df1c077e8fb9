/** GET /sora/tasks/{id}/events: its progress as it happens, the body of its outcome as the last event. */
import type { FastifyInstance } from 'fastify'
import { presentOutcome } from '../../contract/sora/present-task.ts'
import { findTask } from '../../db/tasks.ts'
import { viewTasks } from '../../dispatch/task-view.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'
import { streamTask } from '../task-stream.ts'

export function registerTaskEvents(app: FastifyInstance, context: ApiContext): void {
  const { db, links } = context.dispatch
  const onRequest = requireOwner(context)

  app.get<{ Params: { id: string } }>('/sora/tasks/:id/events', { onRequest }, async (request, reply) => {
    const { id } = request.params
    const task = isUuid(id) ? await findTask(db.root, id) : undefined
    if (task?.account_id !== ownerOfRequest(request).accountId) {
      throw new RushesError('no_api', 'There is no task of yours with this id.')
    }
    return streamTask(context, request, reply, task, async (ended) => {
      const [view] = await viewTasks(db.root, links, [ended])
      return view ? presentOutcome(view) : {}
    })
  })
}
