/** GET /sora/tasks/{id}/events: its progress as it happens, the body of its outcome as the last event. */
import type { FastifyInstance } from 'fastify'
import { presentOutcome } from '../../contract/sora/present-task.ts'
import { viewTasks } from '../../dispatch/task-view.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { streamTask } from '../task-stream.ts'
import { ownTask, type WithId } from './own-task.ts'

export function registerTaskEvents(app: FastifyInstance, context: ApiContext): void {
  const { db, links } = context.dispatch

  app.get<WithId>('/sora/tasks/:id/events', { onRequest: requireOwner(context) }, async (request, reply) =>
    streamTask(context, request, reply, await ownTask(context, request), async (ended) => {
      const [view] = await viewTasks(db.root, links, [ended])
      return view ? presentOutcome(view) : {}
    }),
  )
}
