/** GET /api/v1/events: what happens to an account, as server-sent events. One subscription of the database serves all. */
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'

const heartbeatMilliseconds = 15_000
/** A session that has ended, or a key that was revoked, watches no longer than this. */
const lifeMilliseconds = 300_000
const retryMilliseconds = 1_000
const maxStreamsOfAccount = 50
/** A reader that takes nothing is let go before it fills the memory. */
const maxBufferedBytes = 1_000_000

export function registerEvents(app: FastifyInstance, context: ApiContext): void {
  const { dispatch, stopping } = context
  const streams = new Map<string, Set<PassThrough>>()
  const write = (stream: PassThrough, text: string) => {
    if (stream.writableLength > maxBufferedBytes) stream.destroy()
    else stream.write(text)
  }
  const stops = [
    dispatch.db.wake.on('account', (subject) => {
      const space = subject.indexOf(' ')
      const watching = streams.get(subject.slice(0, space))
      if (!watching) return
      const { event, data } = JSON.parse(subject.slice(space + 1)) as { event: string; data: object }
      for (const stream of watching) write(stream, formatEvent(event, data))
    }),
    dispatch.db.wake.onGap(() => {
      for (const watching of streams.values()) for (const stream of watching) write(stream, formatEvent('ready', {}))
    }),
  ]
  app.addHook('onClose', async () => {
    for (const stop of stops) stop()
  })

  app.get('/api/v1/events', { onRequest: requireCaller(context) }, async (request, reply) => {
    const { accountId } = callerOf(request)
    const watching = streams.get(accountId) ?? new Set()
    if (watching.size >= maxStreamsOfAccount) {
      throw new RushesError('too_many_requests', `This account has ${maxStreamsOfAccount} event streams open.`, {
        retryAfterSeconds: 10,
      })
    }
    const stream = new PassThrough()
    streams.set(accountId, watching.add(stream))
    const end = () => stream.end()
    const heartbeat = setInterval(() => write(stream, ':\n\n'), heartbeatMilliseconds)
    const life = setTimeout(end, lifeMilliseconds)
    stopping.addEventListener('abort', end)
    stream.once('close', () => {
      clearInterval(heartbeat)
      clearTimeout(life)
      stopping.removeEventListener('abort', end)
      watching.delete(stream)
      if (watching.size === 0) streams.delete(accountId)
    })
    stream.write(`retry: ${retryMilliseconds}\n${formatEvent('ready', {})}`)
    return reply
      .type('text/event-stream')
      .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(stream)
  })
}

const formatEvent = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
