import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { ApiContext } from './api-context.ts'

const databaseTimeoutMilliseconds = 2_000

/** GET /healthz: the process is up. GET /readyz: it can take work, its database answers. */
export function registerHealth(app: FastifyInstance, { dispatch, isReady }: ApiContext): void {
  app.get('/healthz', async () => ({ status: 'ok' }))

  app.get('/readyz', async (_request, reply) => {
    if (!isReady()) return reply.code(503).send({ status: 'not ready' })
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new Error('late')), databaseTimeoutMilliseconds)
    try {
      await Promise.race([sql`select 1`.execute(dispatch.db.root), late.promise])
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' })
    } finally {
      clearTimeout(timer)
    }
  })
}
