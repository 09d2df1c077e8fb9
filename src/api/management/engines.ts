/** GET /api/v1/engines: how each engine is, asked now. */
import type { FastifyInstance } from 'fastify'
import { present } from '../../contract/management/common.ts'
import { probeEngines } from '../../engines/probe-engines.ts'
import type { ApiContext } from '../api-context.ts'
import { requireAdministrator } from '../caller.ts'

export function registerEngines(app: FastifyInstance, context: ApiContext): void {
  const onRequest = requireAdministrator(context)
  const { registry } = context.dispatch

  app.get('/api/v1/engines', { onRequest }, async () => present(await probeEngines(registry, context.stopping)))
}
