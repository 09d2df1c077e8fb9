/** A web server of the test's own on a free loopback port: it receives callbacks, or serves what it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Receiver {
  url: string
  received: Received[]
  /** Resolves when `count` requests have come. */
  until(count: number): Promise<void>
  /** Resolves when each of these texts has been in some body. */
  untilAll(texts: string[]): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** `answer` answers each request after it was recorded; 200 without a body when absent. */
export async function startReceiver(
  answer: (request: Received, response: ServerResponse, number: number) => void = (_request, response) =>
    void response.end(),
): Promise<Receiver> {
  const received: Received[] = []
  const waiting: { isMet: () => boolean; resolve: () => void }[] = []
  const until = (isMet: () => boolean): Promise<void> =>
    new Promise((resolve) => (isMet() ? resolve() : waiting.push({ isMet, resolve })))
  const server = createServer(async (request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, body: await text(request) }
    received.push(one)
    for (const { isMet, resolve } of waiting) if (isMet()) resolve()
    answer(one, response, received.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    until: (count) => until(() => received.length >= count),
    untilAll: (texts) => until(() => texts.every((one) => received.some(({ body }) => body.includes(one)))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
