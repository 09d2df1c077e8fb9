/** GET /v1/videos/{id}/events: its progress as it happens, the video as the last event. */
import type { FastifyInstance } from 'fastify'
import { presentVideo } from '../../contract/openai/present-video.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { streamTask } from '../task-stream.ts'
import { ownTask, type WithId } from './own-task.ts'

export function registerVideoEvents(app: FastifyInstance, context: ApiContext): void {
  app.get<WithId>('/v1/videos/:id/events', { onRequest: requireOwner(context) }, async (request, reply) =>
    streamTask(context, request, reply, await ownTask(context, request), async (ended) => presentVideo(ended)),
  )
}
