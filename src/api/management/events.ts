/** GET /api/v1/events: what happens to an account, as server-sent events. */
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { mayStillCall } from '../../auth/caller.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'
import { createEventStreams, formatEvent, type Watcher } from './event-streams.ts'

const heartbeatMilliseconds = 15_000
/** A session or a key that ends is noticed at once; one whose time is over, no later than this. */
const lifeMilliseconds = 300_000
const retryMilliseconds = 1_000
const maxStreamsOfAccount = 50

export function registerEvents(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.dispatch
  const streams = createEventStreams(db.wake)
  app.addHook('onClose', async () => streams.close())

  app.get('/api/v1/events', { onRequest: requireCaller(context) }, async (request, reply) => {
    const caller = callerOf(request)
    const { accountId } = caller
    const { authorization } = request.headers
    if (streams.count(accountId) >= maxStreamsOfAccount) {
      throw new RushesError('too_many_requests', `This account has ${maxStreamsOfAccount} event streams open.`, {
        retryAfterSeconds: 10,
      })
    }
    const stream = new PassThrough()
    const watcher: Watcher = { stream, mayWatch: () => mayStillCall({ ...context, db }, caller, authorization) }
    streams.add(accountId, watcher)
    const end = () => stream.end()
    const heartbeat = setInterval(() => streams.write(watcher, ':\n\n'), heartbeatMilliseconds)
    const life = setTimeout(end, lifeMilliseconds)
    context.stopping.addEventListener('abort', end)
    stream.once('close', () => {
      clearInterval(heartbeat)
      clearTimeout(life)
      context.stopping.removeEventListener('abort', end)
      streams.remove(accountId, watcher)
    })
    stream.write(`retry: ${retryMilliseconds}\n${formatEvent('ready', {})}`)
    // It may have ended between the look at who calls and the first wake-up that is heard.
    void streams.check(watcher)
    return reply
      .type('text/event-stream')
      .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(stream)
  })
}
