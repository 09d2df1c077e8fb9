import type { FastifyRequest } from 'fastify'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest } from '../caller.ts'

export type WithId = { Params: { id: string } }

/** The task whose id is in the path. Throws `no_api` when there is none, or it is somebody else's. */
export async function ownTask({ dispatch }: ApiContext, request: FastifyRequest<WithId>): Promise<TaskRow> {
  const { id } = request.params
  const task = isUuid(id) ? await findTask(dispatch.db.root, id) : undefined
  if (task?.account_id === ownerOfRequest(request).accountId) return task
  throw taskNotFound()
}

export const taskNotFound = (): RushesError => new RushesError('no_api', 'There is no task of yours with this id.')
