import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OpenaiVideo } from '../../contract/openai/answers.ts'
import { presentVideo, taskIdOf } from '../../contract/openai/present-video.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest } from '../caller.ts'

export type WithId = { Params: { id: string } }

const minPollMilliseconds = 500
const maxPollMilliseconds = 5_000

/** The task behind the id in the path. Throws `no_api` when there is none, or it is somebody else's. */
export async function ownTask({ dispatch }: ApiContext, request: FastifyRequest<WithId>): Promise<TaskRow> {
  const id = taskIdOf(request.params.id)
  const task = id === undefined ? undefined : await findTask(dispatch.db.root, id)
  if (task?.account_id === ownerOfRequest(request).accountId) return task
  throw videoNotFound(request.params.id)
}

export const videoNotFound = (id: string): RushesError =>
  new RushesError('no_api', `There is no video ${JSON.stringify(id.slice(0, 80))} of yours.`, { param: 'video_id' })

/**
 * A task as the answer, with when to ask again while it is open: after a tenth of the time it has taken so far, so that
 * its end is noticed within a tenth of the wait and long waits cost few calls.
 */
export function answerVideo(reply: FastifyReply, task: TaskRow): OpenaiVideo {
  if (!isTerminal(task.state)) {
    const age = Date.now() - task.created_at.getTime()
    const wait = Math.min(Math.max(age / 10, minPollMilliseconds), maxPollMilliseconds)
    reply.header('openai-poll-after-ms', String(Math.round(wait)))
  }
  return presentVideo(task)
}
