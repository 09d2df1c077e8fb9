/** GET /v1/videos: the account's videos, whichever door they came through, in pages. */
import type { FastifyInstance } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import { parseOpenaiListQuery } from '../../contract/openai/list-query.ts'
import { presentVideo, taskIdOf } from '../../contract/openai/present-video.ts'
import { listTasksAfter } from '../../db/task-list.ts'
import { findTask } from '../../db/tasks.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'

export function registerListVideos(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db

  app.get('/v1/videos', { onRequest: requireOwner(context) }, async (request) => {
    const { accountId } = ownerOfRequest(request)
    const { after, limit, order } = parseOpenaiListQuery(request.query)
    const found = await listTasksAfter(root, {
      accountId,
      after: await taskOf(after, accountId),
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

  async function taskOf(videoId: string | undefined, accountId: string): Promise<string | undefined> {
    if (videoId === undefined) return undefined
    const id = taskIdOf(videoId)
    const task = id === undefined ? undefined : await findTask(root, id)
    if (task?.account_id === accountId) return task.id
    throw invalidField('after', videoId, 'the id of a video of yours')
  }
}
