/**
 * npm run bench -- million [few] [many] [calls]: every listing, poll and page of the console with `few` finished tasks in the
 * Postgres of DATABASE_URL, and with `many`: medians of the same calls, and their ratio. The routes are those of the OpenAPI
 * document, so that none is forgotten.
 */
import { sql } from 'kysely'
import { operatorTokenOf } from '../src/auth/operator.ts'
import { openapiDocument } from '../src/contract/openapi.ts'
import { connect } from '../src/db/connect.ts'
import { overdueDeliveries } from '../src/db/deliveries.ts'
import { claimDeliveries } from '../src/db/delivery-claims.ts'
import type { Queryable } from '../src/db/queryable.ts'
import { claimTasks } from '../src/db/task-moves.ts'
import { expiredTasks, openTasks } from '../src/db/tasks.ts'
import { foldUsage } from '../src/db/usage.ts'
import { newId } from '../src/ids.ts'
import { createLogger } from '../src/logger.ts'
import { accountsSql, type BenchDatabase, createBenchDatabase } from './database.ts'
import { finishedTasksSql } from './fill-finished.ts'
import { say } from './say.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const accounts = 200
const secret = 'secret-of-the-bench-'.repeat(2)
const batch = 50_000
const warmUpCalls = 10
const body = { prompt: 'cat running on the river', model: 'sora-2', duration: 10, size: 'small' }
/** Streams that do not end, files, sessions of people, checks of everything, and records that no finished task leaves. */
const leftOut =
  /events$|^\/files|usage\.csv$|content$|characters|webhook_endpoints\/|inboxes\/|sessions?$|models\/|reconciliation|healthz/

type Measure = { name: string; run(): Promise<unknown> }

export async function benchMillion(...settings: string[]): Promise<void> {
  const [few = 1000, many = 1_000_000, calls = 15] = settings.map(Number)
  await using database = await createBenchDatabase()
  await using server = await startBenchServer(
    {
      engines: { scripted: { type: 'scripted' } },
      models: { 'sora-2': ['scripted'] },
      limits: { requestsPerMinute: 10_000_000, openTasks: 1_000_000 },
    },
    { RUSHES_SECRET: secret, DATABASE_URL: database.url },
  )
  await database.query(accountsSql(accounts))
  const { task_id: template } = await server.create(body)
  if (typeof template !== 'string') throw new Error('there is no film to copy')
  const db = await connect({ databaseUrl: database.url, dataDirectory: '', poolSize: 2 }, createLogger('silent'))
  try {
    await fill(database, template, 1, few)
    await sumAll(db.root)
    const measures = [...(await routes(server, database)), ...(await statements(server, db.root))]
    const before = await medians(measures, calls)
    await fill(database, template, few + 1, many)
    await sumAll(db.root)
    const after = await medians(measures, calls)
    say('finished tasks', `${few}, ${many}: ratio (asked: 1.5)`)
    for (const [index, { name }] of measures.entries()) {
      const [one = 0, other = 0] = [before[index], after[index]]
      say(name, `${one.toFixed(1)} ms, ${other.toFixed(1)} ms: ${(other / one).toFixed(2)}`)
    }
  } finally {
    await db.close()
  }
}

async function fill(database: BenchDatabase, template: string, from: number, to: number): Promise<void> {
  for (let first = from; first <= to; first += batch) {
    const last = Math.min(to, first + batch - 1)
    for (const statement of finishedTasksSql(template, first, last, accounts)) await database.query(statement)
  }
}

/** Adds the usage of all tasks to the sums of days, as sweeps do by and by, and then does as autovacuum does by itself. */
async function sumAll(db: Queryable): Promise<void> {
  for (let folded = batch; folded > 0; ) folded = await foldUsage(db, batch)
  await sql`vacuum analyze`.execute(db)
}

/** GET routes of the document as the console and clients call them, and the polls of the door that asks by POST. */
async function routes(server: BenchServer, database: BenchDatabase): Promise<Measure[]> {
  const [ids] = await database.query<Record<string, string>>(`
    select tasks.id as task, tasks.account_id as account, tasks.application_id as application, deliveries.id as delivery
    from tasks join deliveries on deliveries.task_id = tasks.id and deliveries.account_id = tasks.account_id
    where tasks.account_id = (select account_id from tasks where model = 'sora-2' group by 1 order by count(*) desc limit 1)
    limit 1`)
  const known: [RegExp, string | undefined][] = [
    [/admin\/accounts/, ids?.account],
    [/applications/, ids?.application],
    [/deliveries/, ids?.delivery],
    [/tasks/, ids?.task],
    [/v1\/videos/, ids && `video_${ids.task?.replaceAll('-', '')}`],
  ]
  const call = (token: string, path: string, post?: object) => async () => {
    const response = await fetch(`${server.url}${path}`, {
      method: post ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(post && { 'content-type': 'application/json' }) },
      ...(post && { body: JSON.stringify(post) }),
      signal: AbortSignal.timeout(120_000),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`)
  }
  const operator = operatorTokenOf(secret)
  const gets = Object.entries(openapiDocument('0').paths as Record<string, object>).flatMap(([path, methods]) => {
    if (!('get' in methods) || leftOut.test(path)) return []
    const id = known.find(([pattern]) => pattern.test(path))?.[1]
    if (path.includes('{') && id === undefined) throw new Error(`${path}: this bench knows no id for it`)
    const token = path.startsWith('/api/') ? operator : server.key
    return [{ name: `GET ${path}`, run: call(token, path.replace(/\{\w+\}/, id ?? '')) }]
  })
  const filtered = [
    'tasks?state=failed',
    'tasks?state=open',
    'admin/tasks?state=failed',
    'deliveries?state=failed',
    'tasks?q=cat',
  ]
  return [
    ...gets,
    ...filtered.map((path) => ({ name: `GET /api/v1/${path}`, run: call(operator, `/api/v1/${path}`) })),
    { name: 'POST /sora/tasks, one', run: call(server.key, '/sora/tasks', { id: ids?.task }) },
    {
      name: 'POST /sora/tasks, the newest',
      run: call(server.key, '/sora/tasks', { action: 'retrieve_batch', limit: 20 }),
    },
    {
      name: 'POST /sora/videos, accepted',
      run: call(server.key, '/sora/videos', { ...body, prompt: '[stall] cat', async: true }),
    },
  ]
}

/** What workers ask the database for. */
async function statements(server: BenchServer, db: Parameters<typeof claimTasks>[0]): Promise<Measure[]> {
  const { task_id: id } = await server.create({ ...body, prompt: '[stall] cat', async: true })
  const claim = { id: newId(), worker: 'bench' }
  return [
    { name: 'a task is claimed', run: () => claimTasks(db, [{ taskId: String(id), engine: 'scripted', claim }]) },
    { name: 'a delivery is looked up for its claim', run: () => claimDeliveries(db, [newId()], 'bench', 15) },
    { name: 'sweep: open tasks', run: () => openTasks(db) },
    { name: 'sweep: overdue deliveries', run: () => overdueDeliveries(db) },
    { name: 'sweep: expired tasks', run: () => expiredTasks(db, 100) },
  ]
}

async function medians(measures: readonly Measure[], calls: number): Promise<number[]> {
  const all: number[] = []
  for (const { run } of measures) {
    for (let call = 0; call < warmUpCalls; call++) await run()
    const times: number[] = []
    for (let call = 0; call < calls; call++) {
      const began = performance.now()
      await run()
      times.push(performance.now() - began)
    }
    all.push(times.sort((one, other) => one - other)[Math.floor(calls / 2)] ?? 0)
  }
  return all
}
