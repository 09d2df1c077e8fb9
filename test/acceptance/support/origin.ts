/** A web server of the test's own on a free loopback port: reference files for the server to fetch, a receiver of callbacks. */
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { deadlineMilliseconds, within } from './child.ts'

export interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface Origin {
  url: string
  /** What is served at a path: a file's bytes, or a listener of one's own. Any other path is a 404. */
  serve(path: string, what: Buffer | RequestListener): void
  /** The next request to a path nothing is served at by `serve`, answered with 200. */
  next(path: string): Promise<Received>
  /** All requests that came. */
  received: Received[]
  [Symbol.asyncDispose](): Promise<void>
}

export async function startOrigin(): Promise<Origin> {
  const files = new Map<string, Buffer | RequestListener>()
  const waiting = new Map<string, (received: Received) => void>()
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const { url: path = '', method = '', headers } = request
    const served = files.get(path)
    if (typeof served === 'function') return served(request, response)
    const one = { method, path, headers, body: await text(request) }
    received.push(one)
    if (served) return response.setHeader('content-length', served.length).end(served)
    const waiter = waiting.get(path)
    waiting.delete(path)
    response.writeHead(waiter ? 200 : 404).end()
    waiter?.(one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    serve: (path, what) => void files.set(path, what),
    next(path) {
      const came = new Promise<Received>((resolve) => waiting.set(path, resolve))
      return within(deadlineMilliseconds, came, () => `nothing came to ${path}`)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A loopback port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
