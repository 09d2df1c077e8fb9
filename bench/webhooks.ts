/**
 * npm run bench -- webhooks [seconds] [a second] [dead]: how long after the end of its task a receiver is told, while tasks
 * end at a steady rate and one of ten receivers is dead: it accepts connections and never answers, or, with `refused` as
 * the last setting, refuses them. One process, one account, the Postgres of DATABASE_URL; tasks end without a film.
 */
import { setTimeout } from 'node:timers/promises'
import { startReceiver } from '../test/support/receiver.ts'
import { accountsSql, createBenchDatabase, keyOf } from './database.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const receivers = 10
const many = 1_000_000
/** For what is still on its way when the last task was asked for. */
const settleMilliseconds = 5_000

export async function benchWebhooks(...settings: string[]): Promise<void> {
  const [seconds = 30, rate = 100] = settings.slice(0, 2).map(Number)
  const arrivals = new Map<string, number>()
  await using living = await startReceiver(({ body }, response) => {
    arrivals.set((JSON.parse(body) as { task_id: string }).task_id, Date.now())
    response.end()
  })
  await using hanging = await startReceiver(() => {})
  const dead = settings[2] === 'refused' ? 'http://127.0.0.1:9' : hanging.url
  await using database = await createBenchDatabase()
  await using server = await startBenchServer(
    {
      engines: { scripted: { type: 'scripted', concurrency: 64 } },
      models: { 'sora-2': ['scripted'] },
      limits: { requestsPerMinute: many, openTasks: many, serverOpenTasks: many, inFlight: 1000 },
    },
    { DATABASE_URL: database.url, RUSHES_ALLOW_PRIVATE_URLS: 'true' },
  )
  await database.query(accountsSql(1))
  const create = async (url: string): Promise<void> => {
    const response = await fetch(`${server.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keyOf(1)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: '[fail]', callback_url: url }),
    })
    if (response.status !== 200) throw new Error(`a call was refused: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const calls: Promise<void>[] = []
  const startedAt = performance.now()
  for (let call = 0; call < seconds * rate; call++) {
    await setTimeout(Math.max(0, startedAt + (call * 1000) / rate - performance.now()))
    calls.push(create(call % receivers === 0 ? dead : living.url))
  }
  await Promise.all(calls)
  const endedAt = performance.now()
  await setTimeout(settleMilliseconds)
  const rows = await database.query<{ id: string; ended: number; to: string }>(
    `select tasks.id, extract(epoch from tasks.finished_at)::float8 * 1000 as ended, deliveries.url as to
     from tasks join deliveries on deliveries.task_id = tasks.id`,
  )
  const told = rows.filter(({ to }) => to === living.url)
  const lags = told.flatMap(({ id, ended }) => (arrivals.has(id) ? [(arrivals.get(id) ?? 0) - ended] : []))
  lags.sort((one, other) => one - other)
  const at = (share: number) => `${(lags[Math.floor(lags.length * share)] ?? Number.NaN).toFixed(0)} ms`
  say('one of ten is dead: it', dead === hanging.url ? 'never answers' : 'refuses')
  say('tasks a second', (calls.length / ((endedAt - startedAt) / 1000)).toFixed(0))
  say('told, not told of the living', `${lags.length}, ${told.length - lags.length}`)
  say('lag p50 (asked: under 50 ms)', at(0.5))
  say('lag p99 (asked: under 500 ms)', at(0.99))
}
