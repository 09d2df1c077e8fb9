import assert from 'node:assert/strict'
import type { TestServer } from './server.ts'

export interface Live {
  event: string
  data: Record<string, unknown>
}

/** Listens to an account's events over a real connection. */
export async function watch(server: TestServer, headers: Record<string, string>) {
  const { app } = server.context
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const stop = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, { headers, signal: stop.signal })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const seen: Live[] = []
  let news = Promise.withResolvers<void>()
  const reading = (async () => {
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString()
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, event, data] = /event: (\w+)\ndata: (.*)/.exec(block) ?? []
        if (event && data) seen.push({ event, data: JSON.parse(data) })
      }
      news.resolve()
      news = Promise.withResolvers()
    }
  })().catch(() => {})
  const live = {
    seen,
    /** Resolves when the server has ended it. */
    ended: reading,
    async until(wanted: (one: Live) => boolean): Promise<Live> {
      for (let next = 0; ; ) {
        for (; next < seen.length; next++) {
          const one = seen[next]
          if (one && wanted(one)) return one
        }
        await news.promise
      }
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await reading
    },
  }
  await live.until(({ event }) => event === 'ready')
  return live
}
