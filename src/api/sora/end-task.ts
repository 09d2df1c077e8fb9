/** POST /sora/tasks/{id}/cancel and DELETE /sora/tasks/{id}: the actions of POST /sora/tasks as paths of their own. */
import type { FastifyInstance } from 'fastify'
import { presentCancelled } from '../../contract/sora/present-task.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { cancelTask } from '../../dispatch/cancel-task.ts'
import { deleteTask } from '../../dispatch/delete-task.ts'
import { acceptEmptyJson } from '../accept-empty-json.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { requireOwner } from '../caller.ts'
import { ownTask, taskNotFound, type WithId } from './own-task.ts'

export async function registerEndTask(app: FastifyInstance, context: ApiContext): Promise<void> {
  const { dispatch, stopping } = context
  const options = { onRequest: requireOwner(context), bodyLimit: smallBodyBytes }

  await app.register(async (door) => {
    acceptEmptyJson(door)

    door.post<WithId>('/sora/tasks/:id/cancel', options, async (request) => {
      const { id, account_id: accountId } = await ownTask(context, request)
      const task = await cancelTask(dispatch, id, accountId)
      if (!task || !isTerminal(task.state)) throw taskNotFound()
      return presentCancelled(id, task.state)
    })

    door.delete<WithId>('/sora/tasks/:id', options, async (request) => {
      const { id, account_id: accountId } = await ownTask(context, request)
      if (!(await deleteTask(dispatch, id, accountId, stopping))) throw taskNotFound()
      return { id, deleted: true }
    })
  })
}
