import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An HTTP server for tests that counts what reached it. */
export interface TestServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  origin: string
  port: number
  /** TCP connections so far; zero proves that nothing tried. */
  connections: () => number
  server: Server
  [Symbol.asyncDispose](): Promise<void>
}

/** @param host a loopback address; 127.0.0.2 stands for "inside" where 127.0.0.1 stands for "the internet" */
export async function startTestServer(listener: RequestListener, host = '127.0.0.1'): Promise<TestServer> {
  let connections = 0
  const server = createServer(listener)
  server.on('connection', () => connections++)
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${host}:${port}`,
    port,
    connections: () => connections,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
