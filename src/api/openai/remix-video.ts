/** POST /v1/videos/{id}/remix: the film again, with other words. */
import type { FastifyInstance } from 'fastify'
import { parseOpenaiRemix } from '../../contract/openai/derive-video.ts'
import { limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { acceptVideo } from './accept-video.ts'
import { deriveCall } from './derive-call.ts'
import { answerVideo, type WithId } from './own-task.ts'

export function registerRemixVideo(app: FastifyInstance, context: ApiContext): void {
  const onRequest = [requireOwner(context), limitCreates(context)]
  app.post<WithId>('/v1/videos/:id/remix', { onRequest }, async (request, reply) => {
    const call = deriveCall(context, 'remix', parseOpenaiRemix, request.params.id)
    return answerVideo(reply, await acceptVideo(context, request, reply, call))
  })
}
