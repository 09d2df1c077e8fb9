/**
 * A process that makes calls as fast as they are answered, so that what it costs is not the server's: forked by the
 * benches with a LoadOrder as its argument, it sends one LoadReport and ends.
 */
import { Pool } from 'undici'

export interface LoadOrder {
  url: string
  path: string
  /** One is sent with each call, in turn. */
  keys: string[]
  body: Record<string, unknown>
  /** Calls at once. */
  callers: number
  seconds: number
  /** It ends after this many calls, too. */
  calls?: number
}

export interface LoadReport {
  /** Calls that were answered as they should be, and the first answer that was not. */
  accepted: number
  refused: number
  firstRefusal: string
  ids: string[]
  /** Of the time in which they were made. */
  seconds: number
  /** Milliseconds an answer took, sorted. */
  latencies: number[]
  /** Share of one core that making the calls took. */
  cores: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
const pool = new Pool(order.url, { connections: order.callers, pipelining: 1 })
const body = JSON.stringify(order.body)
const report: LoadReport = { accepted: 0, refused: 0, firstRefusal: '', ids: [], seconds: 0, latencies: [], cores: 0 }
let calls = 0
const startedAt = performance.now()
const most = order.calls ?? Number.POSITIVE_INFINITY
const until = startedAt + order.seconds * 1000
const cpu = process.cpuUsage()

async function call(): Promise<void> {
  const key = order.keys[calls++ % order.keys.length]
  const began = performance.now()
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path: order.path,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  })
  const text = await answer.text()
  report.latencies.push(performance.now() - began)
  if (statusCode === 200) {
    report.accepted++
    report.ids.push((JSON.parse(text) as { task_id: string }).task_id)
  } else {
    report.refused++
    report.firstRefusal ||= `${statusCode} ${text.slice(0, 300)}`
  }
}

await Promise.all(
  Array.from({ length: order.callers }, async () => {
    while (performance.now() < until && calls < most) await call()
  }),
)
report.seconds = (performance.now() - startedAt) / 1000
const { user, system } = process.cpuUsage(cpu)
report.cores = (user + system) / 1e6 / report.seconds
report.latencies.sort((one, other) => one - other)
await pool.close()
process.send?.(report, () => process.disconnect?.())
