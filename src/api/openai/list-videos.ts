/** GET /v1/videos: the account's videos, whichever door they came through, in pages. */
import type { FastifyInstance } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import type { Cursor } from '../../contract/management/common.ts'
import { parseOpenaiListQuery } from '../../contract/openai/list-query.ts'
import { presentVideo, taskIdOf } from '../../contract/openai/present-video.ts'
import { listTasksAfter, positionOfTask } from '../../db/task-list.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'

export function registerListVideos(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db

  app.get('/v1/videos', { onRequest: requireOwner(context) }, async (request) => {
    const { accountId } = ownerOfRequest(request)
    const { after, limit, order } = parseOpenaiListQuery(request.query)
    const found = await listTasksAfter(root, {
      accountId,
      cursor: await positionAfter(after, accountId),
      limit: limit + 1,
      order,
    })
    const data = found.slice(0, limit).map(presentVideo)
    return {
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: found.length > limit,
    }
  })

  /** Pages go on after a video that has been deleted since, too. */
  async function positionAfter(videoId: string | undefined, accountId: string): Promise<Cursor | undefined> {
    if (videoId === undefined) return undefined
    const id = taskIdOf(videoId)
    const position = id === undefined ? undefined : await positionOfTask(root, accountId, id)
    if (position) return position
    throw invalidField('after', videoId, 'the id of a video of yours')
  }
}
