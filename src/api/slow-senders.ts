import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerClientError } from './error-answers.ts'

/**
 * How long connections may take, in milliseconds. Headers are small and come at once, so they get seconds. A body may be
 * a film of 200 MB on a line of half a megabit, so it gets an hour as a whole and is watched by its pace instead
 * (`registerSlowSenders`). Answers have no limit here: synchronous callers are held for as long as their film takes.
 */
export const connectionLimits = {
  headersTimeout: 20_000,
  requestTimeout: 3_600_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 2_000,
  /** Longer than the 60 s for which the usual proxies keep theirs, so that it is the proxy who closes first. */
  keepAliveTimeout: 72_000,
}

export interface Pace {
  /** At least this much of a body ... */
  bytes: number
  /** ... must come in each span of this length. */
  milliseconds: number
}

const defaultPace: Pace = { bytes: 1024, milliseconds: 30_000 }

/** Ends, by a 408, the requests whose bodies drip. Time in which this server is the one that does not read does not count. */
export function registerSlowSenders(app: FastifyInstance, { bytes, milliseconds }: Pace = defaultPace): void {
  app.addHook('onRequest', async ({ raw }: FastifyRequest) => {
    if (raw.headers['transfer-encoding'] === undefined && !(Number(raw.headers['content-length']) > 0)) return
    const { socket } = raw
    // Calls by injection come whole, over no connection.
    if (!(socket instanceof Socket)) return
    let known = socket.bytesRead
    const timer = setInterval(() => {
      if (raw.complete || raw.destroyed) return clearInterval(timer)
      const came = socket.bytesRead - known
      known += came
      if (came >= bytes || raw.readableLength > 0) return
      clearInterval(timer)
      answerClientError(Object.assign(new Error('slow body'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
      socket.destroySoon()
    }, milliseconds)
    timer.unref()
    raw.once('close', () => clearInterval(timer))
  })
}
