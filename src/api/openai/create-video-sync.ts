/** POST /v1/videos/sync: the same request, held open; the answer is the film itself, as vLLM-Omni gives it. */
import type { FastifyInstance } from 'fastify'
import { videoIdOf } from '../../contract/openai/present-video.ts'
import { assetsOf } from '../../db/assets.ts'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import { RushesError } from '../../errors.ts'
import { limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { sendFile } from '../files/send-file.ts'
import { holdUntilEnd } from '../hold-until-end.ts'
import { acceptVideo } from './accept-video.ts'
import { createCall } from './create-call.ts'

/** Sent again, the call would make another video. */
const headers = { 'x-should-retry': 'false' }

export function registerCreateVideoSync(app: FastifyInstance, context: ApiContext): void {
  const { dispatch } = context
  const { db } = dispatch
  const onRequest = [requireOwner(context), limitCreates(context)]
  const call = createCall(context)

  app.post('/v1/videos/sync', { onRequest }, async (request, reply) => {
    const { id, model } = await acceptVideo(context, request, reply, call)
    const held = await holdUntilEnd(context, reply, id, context.syncTimeoutSeconds)
    if (held !== 'ended') {
      const why = held === 'stopping' ? 'The server stops' : `It took over ${context.syncTimeoutSeconds} seconds`
      throw new RushesError('timeout', `${why}; the video goes on: retrieve ${videoIdOf(id)}.`, { headers })
    }
    const task = await findTask(db.root, id)
    const film = (await assetsOf(db.root, [id])).find(({ kind }) => kind === 'video')
    if (task?.state !== 'succeeded' || !film) {
      const message = task?.error_message ?? 'The video was deleted while it was made.'
      throw new RushesError(task ? (task.error_kind ?? 'api_error') : 'cancelled', message, { headers })
    }
    reply.headers({ 'x-model': model, 'x-video-id': videoIdOf(id), 'x-inference-time-s': secondsOf(task) })
    return sendFile(request, reply, dispatch, film.key, { inThisAnswer: true })
  })
}

const secondsOf = ({ started_at, finished_at, created_at }: TaskRow): string =>
  (((finished_at ?? created_at).getTime() - (started_at ?? created_at).getTime()) / 1000).toFixed(3)
