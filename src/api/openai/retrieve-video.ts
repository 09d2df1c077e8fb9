/** GET /v1/videos/{id}. */
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { answerVideo, ownTask, type WithId } from './own-task.ts'

export function registerRetrieveVideo(app: FastifyInstance, context: ApiContext): void {
  app.get<WithId>('/v1/videos/:id', { onRequest: requireOwner(context) }, async (request, reply) =>
    answerVideo(reply, await ownTask(context, request)),
  )
}
