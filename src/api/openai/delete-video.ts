/** DELETE /v1/videos/{id}: for good; one under way is cancelled first. */
import type { FastifyInstance } from 'fastify'
import { deleteTask } from '../../dispatch/delete-task.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { ownTask, videoNotFound, type WithId } from './own-task.ts'

export function registerDeleteVideo(app: FastifyInstance, context: ApiContext): void {
  const options = { onRequest: requireOwner(context), bodyLimit: smallBodyBytes }
  app.delete<WithId>('/v1/videos/:id', options, async (request) => {
    const { id: taskId, account_id: accountId } = await ownTask(context, request)
    const { id } = request.params
    if (!(await deleteTask(context.dispatch, taskId, accountId, context.stopping))) throw videoNotFound(id)
    return { id, object: 'video.deleted', deleted: true }
  })
}
