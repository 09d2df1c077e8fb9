/**
 * npm run bench -- million [few] [many] [calls]: every listing, poll and page of the console with `few` finished tasks in a
 * database and with `many` in another, both on the Postgres of DATABASE_URL and each with a server of its own. The same calls
 * are made of both in turns, so that what else the machine does slows both alike: medians, and their ratio.
 */
import { operatorTokenOf } from '../src/auth/operator.ts'
import { connect, type Database } from '../src/db/connect.ts'
import { createLogger } from '../src/logger.ts'
import { accountsSql, type BenchDatabase, createBenchDatabase } from './database.ts'
import { fillFinished } from './fill-finished.ts'
import { median } from './median.ts'
import { callsOf, type Measure, someIds } from './million-calls.ts'
import { statementsOf } from './million-statements.ts'
import { say } from './say.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const accounts = 200
const secret = 'secret-of-the-bench-'.repeat(2)
const warmUpCalls = 10
/** A call that takes long is made less often than asked for, since its median needs fewer. */
const leastCalls = 9
const mostMilliseconds = 20_000
const askedRatio = 1.5
const body = { prompt: 'cat running on the river', model: 'sora-2', duration: 10, size: 'small' }
/** Of an engine that never ends it. */
const openBody = { ...body, prompt: '[stall] cat', async: true }

export async function benchMillion(...settings: string[]): Promise<void> {
  const [few = 1000, many = 1_000_000, calls = 101] = settings.map(Number)
  await using one = await startSide('few', few)
  await using other = await startSide('many', many)
  const pairs = one.measures.map((measure, index) => [measure, other.measures[index] ?? measure] as const)
  say('finished tasks', `${few}, ${many}: ratio (asked: ${askedRatio})`)
  const above: string[] = []
  for (const pair of pairs) {
    const [before, after] = await medians(pair, calls)
    const ratio = after / before
    if (ratio > askedRatio) above.push(pair[0].name)
    say(pair[0].name, `${before.toFixed(2)} ms, ${after.toFixed(2)} ms: ${ratio.toFixed(2)}`)
  }
  say(`calls, above ${askedRatio}`, `${pairs.length}, ${above.length}${above.map((name) => `; ${name}`).join('')}`)
}

interface Side {
  measures: Measure[]
  [Symbol.asyncDispose](): Promise<void>
}

/** A database with so many finished tasks, a server on it, and what is measured of both. */
async function startSide(name: string, tasks: number): Promise<Side> {
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await createBenchDatabase(name))
  const server = parts.use(
    await startBenchServer(
      {
        engines: { scripted: { type: 'scripted' } },
        models: { 'sora-2': ['scripted'] },
        limits: { requestsPerMinute: 10_000_000, openTasks: 1_000_000 },
      },
      { RUSHES_SECRET: secret, DATABASE_URL: database.url },
    ),
  )
  const db = await connect({ databaseUrl: database.url, dataDirectory: '', poolSize: 2 }, createLogger('silent'))
  parts.defer(() => db.close())
  const measures = await fillAndName(database, server, db, tasks)
  const kept = parts.move()
  return { measures, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

async function fillAndName(database: BenchDatabase, server: BenchServer, { root }: Database, tasks: number) {
  await database.query(accountsSql(accounts))
  const [{ task_id: template }, { task_id: open }] = [await server.create(body), await server.create(openBody)]
  if (typeof template !== 'string' || typeof open !== 'string') throw new Error('there is no film to copy')
  await fillFinished(root, { template, tasks, accounts })
  const caller = { url: server.url, key: server.key, operator: operatorTokenOf(secret) }
  const ids = await someIds(database)
  return [...statementsOf(root, open), ...callsOf(caller, ids, { open, openBody })]
}

/** Milliseconds of the one and the other, in turns and beginning with either as often. */
async function medians(pair: readonly [Measure, Measure], calls: number): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  const began = performance.now()
  for (let call = -warmUpCalls; call < calls; call++) {
    if (call >= leastCalls && performance.now() - began > mostMilliseconds) break
    for (const turn of call % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const milliseconds = await time(pair[turn])
      if (call >= 0) times[turn].push(milliseconds)
    }
  }
  return [median(times[0]), median(times[1])]
}

async function time({ prepare, run }: Measure): Promise<number> {
  await prepare?.()
  const began = performance.now()
  await run()
  return performance.now() - began
}
