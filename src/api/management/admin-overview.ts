/** /api/v1/admin/tasks, engines and reconciliation: everybody's tasks, what waits where, and whether the money adds up. */
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { reconcile } from '../../billing/reconcile.ts'
import { adminTaskQuery, type engineStatus } from '../../contract/management/admin.ts'
import { parseBody, present } from '../../contract/management/common.ts'
import { engineLoads } from '../../db/engine-load.ts'
import { searchTasks } from '../../db/task-list.ts'
import type { ApiContext } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'
import { toSeconds } from './present.ts'
import { presentTaskPage, searchOf } from './present-task.ts'

export function registerAdminOverview(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, offer } = context
  const { db, registry } = dispatch
  const onRequest = requireAdministrator(context)

  app.get('/api/v1/admin/tasks', { onRequest }, async (request) => {
    const { account_id, ...query } = parseBody(adminTaskQuery, request.query)
    const found = await searchTasks(db.root, searchOf(query, account_id))
    return presentTaskPage(dispatch, found, query.limit, ({ account_name }) => ({ account_name }))
  })

  app.get('/api/v1/admin/engines', { onRequest }, async () => {
    const loads = await engineLoads(db.root)
    return present(
      registry.all().map(({ name, concurrency, deadlineSeconds }): z.infer<typeof engineStatus> => {
        const load = loads.find(({ engine }) => engine === name)
        const error = load?.last_error_at && { message: load.last_error ?? '', at: toSeconds(load.last_error_at) }
        return {
          name,
          models: offer.models.filter(({ engines }) => engines.includes(name)).map((model) => model.name),
          concurrency,
          deadline_seconds: deadlineSeconds,
          waiting: load?.waiting ?? 0,
          running: load?.running ?? 0,
          oldest_waiting_seconds: load?.oldest_waiting_seconds ?? null,
          succeeded_last_hour: load?.succeeded ?? 0,
          failed_last_hour: load?.failed ?? 0,
          last_error: error || null,
        }
      }),
    )
  })

  app.get('/api/v1/admin/reconciliation', { onRequest }, async () => reconcile(db.root))
}
