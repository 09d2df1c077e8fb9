/** POST /v1/videos/edits: the film as it moves, with another look. */
import type { FastifyInstance } from 'fastify'
import { parseOpenaiEdit } from '../../contract/openai/derive-video.ts'
import { limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { acceptVideo } from './accept-video.ts'
import { deriveCall } from './derive-call.ts'
import { answerVideo } from './own-task.ts'

export function registerEditVideo(app: FastifyInstance, context: ApiContext): void {
  const onRequest = [requireOwner(context), limitCreates(context)]
  const call = deriveCall(context, 'edit', parseOpenaiEdit)
  app.post('/v1/videos/edits', { onRequest }, async (request, reply) =>
    answerVideo(reply, await acceptVideo(context, request, reply, call)),
  )
}
