/** POST /v1/videos: accepts a video and answers at once, or after as many seconds as `Prefer: wait=N` says. */
import type { FastifyInstance } from 'fastify'
import { findTask } from '../../db/tasks.ts'
import { limitCreates } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { holdUntilEnd } from '../hold-until-end.ts'
import { acceptVideo } from './accept-video.ts'
import { createCall } from './create-call.ts'
import { answerVideo } from './own-task.ts'

export function registerCreateVideo(app: FastifyInstance, context: ApiContext): void {
  const onRequest = [requireOwner(context), limitCreates(context)]
  const call = createCall(context)

  app.post('/v1/videos', { onRequest }, async (request, reply) => {
    const task = await acceptVideo(context, request, reply, call)
    const asked = readWait(request.headers.prefer)
    if (asked === undefined) return answerVideo(reply, task)
    const seconds = Math.min(asked, context.syncTimeoutSeconds)
    await holdUntilEnd(context, reply, task.id, seconds)
    reply.header('preference-applied', `wait=${seconds}`)
    return answerVideo(reply, (await findTask(context.dispatch.db.root, task.id)) ?? task)
  })
}

/** The seconds of `Prefer: wait=N` (RFC 7240, 4.3); undefined when the caller has no such preference. */
function readWait(header: string | string[] | undefined): number | undefined {
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})\b/i.exec([header].flat().join(',')) ?? []
  return seconds === undefined ? undefined : Number(seconds)
}
