/**
 * A server for tests that speaks a protocol and can be as nasty as real servers are. Each engine's simulator gives it
 * its routes; troubles (test-troubles.ts) take the place of a route's answer, for as many calls as wanted.
 */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'

export interface ReceivedCall {
  method: string
  /** Without the query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  bytes: Buffer
  /** The JSON body; undefined when it is none. */
  json: { [key: string]: unknown } | undefined
  /** The multipart body; undefined when it is none. */
  form: FormData | undefined
  /** Milliseconds since 1970. */
  at: number
}

/** Answers a call in the place of the protocol; `pass` gives the protocol's own answer. */
export type Trouble = (call: ReceivedCall, response: ServerResponse, pass: () => unknown) => unknown

/** Which calls: `POST /v1/videos`, a star standing for one part of the path: `GET /v1/videos/*`. */
export type CallPattern = string

/** The protocol's answer: JSON with status 200, a status and JSON, or undefined when it wrote the response itself. */
export type Route = (call: ReceivedCall, response: ServerResponse) => unknown

export interface Simulator {
  /** `http://127.0.0.1:<port>`. */
  origin: string
  /** Every call so far. */
  calls: readonly ReceivedCall[]
  callsTo(pattern: CallPattern): ReceivedCall[]
  /** Resolves when so many calls that match have come; counted from the start. */
  until(pattern: CallPattern, count: number): Promise<void>
  /** The next `times` calls that match meet the trouble. */
  trouble(pattern: CallPattern, trouble: Trouble, times?: number): void
  /** Ends the listening and every connection: connections are refused until `listen`. */
  hangUp(): Promise<void>
  /** Listens again on the same port. */
  listen(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Thrown by a route to answer with a status and a body. */
export class Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/**
 * @param routes by pattern; the first that matches answers, 404 `{"detail":"Not Found"}` when none does
 * @param upgrade takes websockets
 */
export async function startSimulator(
  routes: Record<CallPattern, Route>,
  upgrade?: (request: IncomingMessage, socket: Duplex) => void,
): Promise<Simulator> {
  const sockets = new Set<Duplex>()
  const calls: ReceivedCall[] = []
  const troubles: { pattern: CallPattern; trouble: Trouble; times: number }[] = []
  const waiting = new Set<() => void>()

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://simulator')
    const bytes = await buffer(request).catch(() => undefined)
    if (!bytes) return
    const call: ReceivedCall = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      bytes,
      at: Date.now(),
      ...(await parse(request.headers['content-type'] ?? '', bytes)),
    }
    calls.push(call)
    for (const look of [...waiting]) look()
    const pass = () => answerByRoute(routes, call, response)
    const met = troubles.find(({ pattern, times }) => times > 0 && matches(pattern, call))
    if (!met) return pass()
    met.times--
    met.trouble(call, response, pass)
  })
  if (upgrade) {
    server.on('upgrade', (request, socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      upgrade(request, socket)
    })
  }
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const hangUp = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const port = await listen(0)
  const callsTo = (pattern: CallPattern) => calls.filter((call) => matches(pattern, call))

  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    callsTo,
    until(pattern, count) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = () => {
        if (callsTo(pattern).length < count) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      return promise
    },
    trouble: (pattern, trouble, times = 1) => void troubles.push({ pattern, trouble, times }),
    hangUp,
    listen: async () => void (await listen(port)),
    [Symbol.asyncDispose]: hangUp,
  }
}

async function answerByRoute(
  routes: Record<CallPattern, Route>,
  call: ReceivedCall,
  response: ServerResponse,
): Promise<void> {
  const route = Object.entries(routes).find(([pattern]) => matches(pattern, call))?.[1]
  const answering = async () => (route ? route(call, response) : new Answer(404, { detail: 'Not Found' }))
  const answer = await answering().catch((thrown: unknown) =>
    thrown instanceof Answer ? thrown : new Answer(500, { detail: String(thrown) }),
  )
  if (answer === undefined) return
  const { status, body, headers } = answer instanceof Answer ? answer : new Answer(200, answer)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body))
}

function matches(pattern: CallPattern, { method, path }: ReceivedCall): boolean {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ')
  if (wantedMethod !== method) return false
  const [wanted, given] = [wantedPath.split('/'), path.split('/')]
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index])
}

async function parse(type: string, bytes: Buffer): Promise<Pick<ReceivedCall, 'json' | 'form'>> {
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData()
    return { json: undefined, form }
  }
  try {
    return { json: JSON.parse(bytes.toString('utf8')), form: undefined }
  } catch {
    return { json: undefined, form: undefined }
  }
}
