/** What stands between a server and something it needs, and fails as a test says. */
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'

/** What becomes of a request: it is answered, refused as overloaded, never answered, or its answer breaks off half-way. */
export type Fate = 'answer' | 'refuse' | 'hang' | 'cut'

export interface FaultyProxy extends AsyncDisposable {
  url: string
  /** Decides of each request; all are answered until it is set. */
  fateOf: (request: IncomingMessage) => Fate
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    const fate = proxy.fateOf(request)
    if (fate === 'hang') return
    if (fate === 'refuse') {
      request.resume()
      response.writeHead(503, { 'content-type': 'application/xml' })
      response.end('<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>')
      return
    }
    const { method, headers } = request
    const onward = forward(new URL(request.url ?? '/', target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      if (fate === 'answer') answer.pipe(response)
      else
        answer.once('data', (chunk: Buffer) =>
          response.write(chunk.subarray(0, chunk.length / 2), () => response.destroy()),
        )
    })
    onward.once('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fateOf: () => 'answer',
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}

export interface Cable extends AsyncDisposable {
  /** Where the other end is reached. */
  port: number
  /** Ends every connection and takes no new one, until it is plugged in. */
  pull(): void
  plugIn(): void
}

/** A connection to a TCP server that can be pulled. */
export async function layCable(port: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let isIn = true
  const server = createTcpServer((near) => {
    if (!isIn) return near.resetAndDestroy()
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.once('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const pull = () => {
    isIn = false
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    pull,
    plugIn: () => {
      isIn = true
    },
    async [Symbol.asyncDispose]() {
      pull()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
