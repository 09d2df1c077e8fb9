/** POST /v1/videos/extensions: the film and what comes after it. */
import type { FastifyInstance } from 'fastify'
import { parseOpenaiExtend } from '../../contract/openai/derive-video.ts'
import { limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { acceptVideo } from './accept-video.ts'
import { deriveCall } from './derive-call.ts'
import { answerVideo } from './own-task.ts'

export function registerExtendVideo(app: FastifyInstance, context: ApiContext): void {
  const onRequest = [requireOwner(context), limitCreates(context)]
  const call = deriveCall(context, 'extension', parseOpenaiExtend)
  app.post('/v1/videos/extensions', { onRequest }, async (request, reply) =>
    answerVideo(reply, await acceptVideo(context, request, reply, call)),
  )
}
