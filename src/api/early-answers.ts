import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How long the rest of a refused body is read and thrown away: enough for a caller that sends to look up and read. */
const lingerMilliseconds = 5_000

/**
 * Lets callers read an answer that comes before they have sent everything, such as a 413. Closing the connection at once
 * would reset it under a caller that still writes, and many clients then report a broken pipe and never the answer. So
 * what they still send is thrown away for a while (as nginx's `lingering_close` does), then the connection is closed.
 */
export function registerEarlyAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    // Set by the framework for a body over the limit.
    reply.removeHeader('connection')
  })
  app.addHook('onResponse', async ({ raw }: FastifyRequest) => {
    if (raw.readableEnded || raw.destroyed) return
    raw.resume()
    const timer = setTimeout(() => raw.destroy(), lingerMilliseconds)
    raw.once('close', () => clearTimeout(timer))
    raw.once('end', () => clearTimeout(timer))
  })
}
