/** The door that speaks the Videos API of the `openai` SDKs: the same tasks, quota, engines and files as /sora. */
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { acceptEmptyJson } from '../accept-empty-json.ts'
import type { ApiContext } from '../api-context.ts'
import { traceIdOf } from '../trace.ts'
import { registerCancelVideo } from './cancel-video.ts'
import { registerCreateCharacter } from './create-character.ts'
import { registerCreateVideo } from './create-video.ts'
import { registerCreateVideoSync } from './create-video-sync.ts'
import { registerDeleteVideo } from './delete-video.ts'
import { registerEditVideo } from './edit-video.ts'
import { registerExtendVideo } from './extend-video.ts'
import { registerGetCharacter } from './get-character.ts'
import { registerGetContent } from './get-content.ts'
import { registerListModels } from './list-models.ts'
import { registerListVideos } from './list-videos.ts'
import { formLimits } from './read-body.ts'
import { registerRemixVideo } from './remix-video.ts'
import { registerRetrieveVideo } from './retrieve-video.ts'
import { registerVideoEvents } from './video-events.ts'
import { registerWebhookEndpoints } from './webhook-endpoints.ts'

export async function registerOpenai(app: FastifyInstance, context: ApiContext): Promise<void> {
  await app.register(async (door) => {
    await door.register(multipart, { limits: formLimits })
    acceptEmptyJson(door)
    door.addHook('onSend', async (request, reply) => {
      reply.header('x-request-id', traceIdOf(request))
      reply.header('openai-processing-ms', String(Math.round(reply.elapsedTime)))
    })
    registerListVideos(door, context)
    registerCreateVideo(door, context)
    registerCreateVideoSync(door, context)
    registerCreateCharacter(door, context)
    registerGetCharacter(door, context)
    registerEditVideo(door, context)
    registerExtendVideo(door, context)
    registerRemixVideo(door, context)
    registerRetrieveVideo(door, context)
    registerDeleteVideo(door, context)
    registerCancelVideo(door, context)
    registerGetContent(door, context)
    registerVideoEvents(door, context)
    registerListModels(door, context)
    registerWebhookEndpoints(door, context)
  })
}
