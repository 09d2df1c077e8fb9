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
/** Longer than a database is filled and measured: what is open stays open. */
const deadlineSeconds = 6 * 3600
const warmUpCalls = 10
/** A call that takes long is made less often than asked for, since its median needs fewer. */
const leastCalls = 9
const mostMilliseconds = 20_000
const askedRatio = 1.5
/** Calls that are above it are made this much again, and count together, before that is said of them. */
const moreRounds = 2
const body = { prompt: 'cat running on the river', model: 'sora-2', duration: 10, size: 'small' }
/** Of an engine that never ends it. */
const openBody = { ...body, prompt: '[stall] cat', async: true }

export async function benchMillion(...settings: string[]): Promise<void> {
  const [few = 1000, many = 1_000_000, calls = 101] = settings.map(Number)
  await using one = await startSide('few', few)
  await using other = await startSide('many', many)
  const pairs = one.measures.map((measure, index): Pair => {
    const sides = [measure, other.measures[index] ?? measure] as const
    return { name: measure.name, sides, times: [[], []] }
  })
  for (const pair of pairs) await timeInTurns(pair, calls)
  for (let round = 0; round < moreRounds; round++) {
    for (const pair of pairs.filter((one) => ratioOf(one) > askedRatio)) await timeInTurns(pair, calls)
  }
  say('finished tasks', `${few}, ${many}: ratio (asked: ${askedRatio})`)
  for (const pair of pairs) {
    const [before, after] = pair.times.map(median)
    say(pair.name, `${before?.toFixed(2)} ms, ${after?.toFixed(2)} ms: ${ratioOf(pair).toFixed(2)}`)
  }
  const above = pairs.filter((pair) => ratioOf(pair) > askedRatio)
  say(`calls, above ${askedRatio}`, [`${pairs.length}, ${above.length}`, ...above.map(({ name }) => name)].join('; '))
}

/** The same call of both servers, and the milliseconds that it took of either. */
interface Pair {
  name: string
  sides: readonly [Measure, Measure]
  times: [number[], number[]]
}

const ratioOf = ({ times }: Pair): number => median(times[1]) / median(times[0])

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
        engines: { scripted: { type: 'scripted', deadlineSeconds } },
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

/** Calls the one and the other in turns, beginning with either as often. */
async function timeInTurns({ sides, times }: Pair, calls: number): Promise<void> {
  const began = performance.now()
  for (let call = -warmUpCalls; call < calls; call++) {
    if (call >= leastCalls && performance.now() - began > mostMilliseconds) break
    for (const turn of call % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const milliseconds = await time(sides[turn])
      if (call >= 0) times[turn].push(milliseconds)
    }
  }
}

async function time({ prepare, run }: Measure): Promise<number> {
  await prepare?.()
  const began = performance.now()
  await run()
  return performance.now() - began
}
