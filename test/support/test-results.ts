/** A reporter for node:test that keeps what became of each test, one JSON object a line, for scripts/trust.ts. */
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

export interface TestResult {
  /** From the project's root, with `/`. */
  file: string
  name: string
  outcome: 'passed' | 'failed' | 'skipped'
  /** Why it was skipped, where that was said. */
  reason: string
  milliseconds: number
}

export default async function* testResults(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, file = '', skip, details } = event.data
    const skipped = skip !== undefined && skip !== false
    const result: TestResult = {
      file: relative(process.cwd(), file).replaceAll('\\', '/'),
      name,
      outcome: event.type === 'test:fail' ? 'failed' : skipped ? 'skipped' : 'passed',
      reason: typeof skip === 'string' ? skip : '',
      milliseconds: details.duration_ms,
    }
    yield `${JSON.stringify(result)}\n`
  }
}
