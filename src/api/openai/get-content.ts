/** GET /v1/videos/{id}/content: the film as MP4, its thumbnail as WebP, or a sheet of its frames as JPEG. */
import type { FastifyInstance } from 'fastify'
import { parseOpenaiContentQuery } from '../../contract/openai/list-query.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { assetsOf } from '../../db/assets.ts'
import type { TaskRow } from '../../db/tasks.ts'
import { spriteSheetOf } from '../../dispatch/sprite-sheet.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { sendFile } from '../files/send-file.ts'
import { ownTask, type WithId } from './own-task.ts'

export function registerGetContent(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, stopping } = context

  app.get<WithId>('/v1/videos/:id/content', { onRequest: requireOwner(context) }, async (request, reply) => {
    const { variant } = parseOpenaiContentQuery(request.query)
    const task = await ownTask(context, request)
    if (task.state !== 'succeeded') throw noFilm(task)
    const assets = await assetsOf(dispatch.db.root, [task.id])
    const film = assets.find(({ kind }) => kind === 'video')
    if (!film) throw noFilm(task)
    const thumbnail = assets.find(({ kind }) => kind === 'thumbnail') ?? film
    const keys = { video: film.key, thumbnail: thumbnail.key }
    const key = variant === 'spritesheet' ? await spriteSheetOf(dispatch, film, stopping) : keys[variant]
    const headers = { 'cache-control': 'private, max-age=3600' }
    return sendFile(request, reply, dispatch, key, { headers })
  })
}

/** Not a 409, which the SDKs would send again at once. */
function noFilm(task: TaskRow): RushesError {
  const sentence = isTerminal(task.state)
    ? `The video failed and has no content: ${task.error_message ?? 'the reason is not known.'}`
    : `The video is not ready: it is ${task.state}, ${task.progress} percent; ask again when its status is completed.`
  return new RushesError('no_api', sentence)
}
