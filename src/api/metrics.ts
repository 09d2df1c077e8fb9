import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import type { Metrics } from '../metrics.ts'

/** Times every answer, under the route as it is registered. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
}

/** GET /metrics, on an address of its own: it is for the operator's network, not for callers. */
export function createMetricsServer(metrics: Metrics): FastifyInstance {
  const app = fastify({ forceCloseConnections: 'idle' })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  return app
}
