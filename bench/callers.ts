/**
 * npm run bench -- callers [calls] [ends a second]: synchronous calls held open by one api process, what each costs it, and
 * how soon each is answered when its task has ended. Tasks are ended in the database as workers end them, with the wake-up
 * that they send. DATABASE_URL names the Postgres; 10,000 callers need `ulimit -n` above that.
 */
import { fork } from 'node:child_process'
import { on } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { s3TestKeys, startS3Server } from '../src/storage/test-s3-server.ts'
import { accountsSql, createBenchDatabase, keyOf } from './database.ts'
import type { HoldOrder, HoldReport } from './hold-callers.ts'
import { usageOf } from './process-usage.ts'
import { say } from './say.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const many = 1_000_000
const opening = 64
const warmUpCalls = 500
const batch = 50
const settleMilliseconds = 3_000
const lookMilliseconds = 200

export async function benchCallers(...settings: string[]): Promise<void> {
  const [calls = 10_000, endsASecond = 500] = settings.map(Number)
  await using database = await createBenchDatabase()
  const s3 = await startS3Server()
  try {
    await using server = await startBenchServer(
      {
        engines: { scripted: { type: 'scripted' } },
        models: { 'sora-2': ['scripted'] },
        limits: { requestsPerMinute: many, openTasks: many, serverOpenTasks: many },
      },
      {
        ...s3TestKeys,
        RUSHES_ROLE: 'api',
        RUSHES_SECRET: 'secret-of-the-bench-'.repeat(2),
        DATABASE_URL: database.url,
        S3_BUCKET: s3.bucket,
        S3_ENDPOINT: s3.endpoint,
      },
    )
    await database.query(accountsSql(1))
    await holdAndEnd(database.query, server, warmUpCalls, endsASecond)
    await delay(settleMilliseconds)
    const rest = (await usageOf(server.pid)).megabytes
    const { heldMegabytes, waits } = await holdAndEnd(database.query, server, calls, endsASecond)
    const at = (share: number) =>
      `${waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]?.toFixed(0)} ms`
    say('callers held open at once, by one api process', String(calls))
    say('memory at rest and with all held', `${rest}, ${heldMegabytes} MB`)
    say('  a caller (asked: under 20 kB)', `${(((heldMegabytes - rest) * 1024) / calls).toFixed(1)} kB`)
    say(`task ended to caller answered, ${endsASecond} ends a second: p50, p99`, `${at(0.5)}, ${at(0.99)}`)
    say('  worst (asked: under 1000 ms)', at(1))
  } finally {
    await s3.stop()
  }
}

/** Holds calls, ends their tasks at a steady rate, and says how long each waited for its answer after that, sorted. */
async function holdAndEnd(
  query: (sql: string, parameters?: unknown[]) => Promise<Record<string, unknown>[]>,
  server: BenchServer,
  calls: number,
  endsASecond: number,
): Promise<{ heldMegabytes: number; waits: number[] }> {
  const body = JSON.stringify({ prompt: '[stall] a cat', model: 'sora-2', duration: 10, size: 'small' })
  const order: HoldOrder = { port: Number(new URL(server.url).port), key: keyOf(1), body, calls, opening }
  const child = fork(join(import.meta.dirname, 'hold-callers.ts'), [JSON.stringify(order)])
  const messages = on(child, 'message')
  await messages.next()
  let open: string[] = []
  while (open.length < calls) {
    await delay(lookMilliseconds)
    open = (await query(`select id from tasks where state = 'queued'`)).map(({ id }) => String(id))
  }
  await delay(settleMilliseconds)
  const heldMegabytes = (await usageOf(server.pid)).megabytes
  const endedAt = new Map<string, number>()
  const startedAt = performance.now()
  for (let from = 0; from < open.length; from += batch) {
    await delay(Math.max(0, startedAt + (from * 1000) / endsASecond - performance.now()))
    const ids = open.slice(from, from + batch)
    await query(
      `with ended as (
         update tasks set state = 'failed', error_kind = 'api_error', error_message = 'The engine failed.', finished_at = now()
         where id = any($1::uuid[]) returning id
       ) select pg_notify('rushes', 'task ' || id) from ended`,
      [ids],
    )
    for (const id of ids) endedAt.set(id, Date.now())
  }
  const { value } = await messages.next()
  const [{ answeredAt, firstSurprise }] = value as [HoldReport]
  if (firstSurprise) throw new Error(`a caller was answered: ${firstSurprise}`)
  const waits = [...endedAt].map(([id, at]) => (answeredAt[id] ?? Number.POSITIVE_INFINITY) - at)
  return { heldMegabytes, waits: waits.sort((one, other) => one - other) }
}
