/** A reporter for node:test that says, at the end, which tests took longest. */
import type { TestEvent } from 'node:test/reporters'

const shown = 10

export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const times: { name: string; file: string; milliseconds: number }[] = []
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, file = '', details } = event.data
    if (details.type !== 'suite') times.push({ name, file, milliseconds: details.duration_ms })
  }
  times.sort((a, b) => b.milliseconds - a.milliseconds)
  yield `\nslowest tests\n`
  for (const { name, file, milliseconds } of times.slice(0, shown)) {
    yield `  ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}  (${file.split('/').slice(-2).join('/')})\n`
  }
}
