/** POST /v1/videos/{id}/cancel: the video as it is then: `failed` with the code `cancelled`, or as it ended before. */
import type { FastifyInstance } from 'fastify'
import { cancelTask } from '../../dispatch/cancel-task.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { answerVideo, ownTask, videoNotFound, type WithId } from './own-task.ts'

export function registerCancelVideo(app: FastifyInstance, context: ApiContext): void {
  const options = { onRequest: requireOwner(context), bodyLimit: smallBodyBytes }
  app.post<WithId>('/v1/videos/:id/cancel', options, async (request, reply) => {
    const { id, account_id: accountId } = await ownTask(context, request)
    const task = await cancelTask(context.dispatch, id, accountId)
    if (!task) throw videoNotFound(request.params.id)
    return answerVideo(reply, task)
  })
}
