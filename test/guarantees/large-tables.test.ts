/**
 * With many rows no listing, poll or claim reads a large table from end to end, and a filter by state reads little that does
 * not fit it: Postgres says how it would run, or ran, each.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { accountsSql } from '../../bench/database.ts'
import { finishedTasksSql } from '../../bench/fill-finished.ts'
import { searchAccounts } from '../../src/db/account-list.ts'
import { connect, type Database } from '../../src/db/connect.ts'
import { overdueDeliveries } from '../../src/db/deliveries.ts'
import { claimDeliveries, deliveriesClaimedBy } from '../../src/db/delivery-claims.ts'
import { listDeliveries } from '../../src/db/delivery-list.ts'
import { engineLoads, medianSeconds } from '../../src/db/engine-load.ts'
import { countOpenTasks, countPendingDeliveries } from '../../src/db/metrics.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Queryable } from '../../src/db/queryable.ts'
import type { Tables } from '../../src/db/tables.ts'
import { eventsOf, findListedTask, listTasksAfter, searchTasks } from '../../src/db/task-list.ts'
import { claimTasks } from '../../src/db/task-moves.ts'
import { expiredTasks, listTasks, openTasks, tasksClaimedBy } from '../../src/db/tasks.ts'
import { foldUsage, listUsage, sumUsage } from '../../src/db/usage.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const skip = withoutPostgres
const rows = 20_000
/** Tiny tables are read whole. */
const mostReadForNothing = 200
const accounts = 50
const template = 'a0000000-0000-4000-8000-000000000000'
const owner = '00000000-0000-0000-0000-000000000001'
const large = [
  'tasks',
  'usage_records',
  'assets',
  'events',
  'ledger_entries',
  'idempotency_keys',
  'deliveries',
  'delivery_attempts',
]
let prepared: TestDatabase
let db: Database
/** The statements that ran on `db` since it was emptied. */
const ran: CompiledQuery[] = []
let recording: Queryable

const templateSql = `
  insert into tasks (id, trace_id, account_id, application_id, key_id, state, model, engine, video_id, request, generation, finished_at)
    values ('${template}', '${template}', '${owner}', '${owner}', '${owner}', 'succeeded', 'sora-2', 'scripted', 'video', '{}',
      '{"prompt": "a cat"}', now());
  insert into usage_records (task_id, trace_id, account_id, application_id, key_id, model, version, seconds, width, height, state,
    credits, finished_at)
    values ('${template}', '${template}', '${owner}', '${owner}', '${owner}', 'sora-2', '2.0', 10, 1280, 720, 'succeeded', 10, now());
  insert into assets (id, task_id, kind, key, content_type, bytes) values ('${template}', '${template}', 'video', 'v', 'video/mp4', 1);
  insert into events (task_id, type) values ('${template}', 'created'), ('${template}', 'succeeded');
  insert into ledger_entries (application_id, kind, amount, task_id, key_id)
    values ('${owner}', 'reserve', 10, '${template}', '${owner}'), ('${owner}', 'settle', 10, '${template}', '${owner}');`

before(async () => {
  if (skip) return
  prepared = await createTestDatabase()
  db = await connect({ ...prepared, poolSize: 2 }, createLogger('silent'))
  await migrate(db)
  await db.execute(accountsSql(accounts))
  await db.execute(templateSql)
  for (const statement of finishedTasksSql(template, 1, rows, accounts)) await db.execute(statement)
  for (let folded = rows; folded > 0; ) folded = await foldUsage(db.root, rows)
  // As autovacuum does by itself: of what was added to the sums there are two versions.
  await db.execute('vacuum analyze')
  recording = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: db.pool as pg.Pool }),
    log: ({ query }) => void ran.push(query),
  })
})
after(async () => {
  if (skip) return
  await db.close()
  await prepared.remove()
})

const page = { limit: 20, cursor: undefined }
const everybody = { accountId: undefined, words: [] as string[], ...page }
const one = { ...everybody, accountId: owner }
const claim = { id: template, worker: 'w' }
const queries: Record<string, (db: Queryable) => Promise<unknown>> = {
  'everybody’s tasks': (q) => searchTasks(q, everybody),
  'everybody’s tasks after a position': (q) =>
    searchTasks(q, { ...everybody, cursor: { at: '1700000000000000', id: template } }),
  'an account’s tasks': (q) => searchTasks(q, one),
  'an account’s failed tasks': (q) => searchTasks(q, { ...one, state: 'failed' }),
  'an account’s open tasks': (q) => searchTasks(q, { ...one, state: 'open' }),
  'an account’s tasks of a model': (q) => searchTasks(q, { ...one, model: 'sora-2' }),
  'a key’s tasks': (q) => searchTasks(q, { ...one, keyId: owner }),
  'a listed task': (q) => findListedTask(q, template, owner),
  'the history of a task': (q) => eventsOf(q, template),
  'tasks by the older door': (q) => listTasks(q, { accountId: owner, limit: 20, offset: 0 }),
  'tasks by the openai door': (q) => listTasksAfter(q, { accountId: owner, order: 'asc', ...page }),
  usage: (q) => listUsage(q, { accountId: owner }, page),
  'usage by day': (q) => sumUsage(q, { accountId: owner }, 'day'),
  'usage of a span by model': (q) =>
    sumUsage(
      q,
      { accountId: owner, from: new Date('2026-01-01T00:30:00Z'), to: new Date('2026-02-01T00:00:00Z') },
      'model',
    ),
  'usage that is added to the sums': (q) => foldUsage(q, 100),
  accounts: (q) => searchAccounts(q, page),
  deliveries: (q) => listDeliveries(q, { accountId: owner, ...page }),
  'failed deliveries': (q) => listDeliveries(q, { accountId: owner, state: 'failed', ...page }),
  'deliveries of a task': (q) => listDeliveries(q, { accountId: owner, taskId: template, ...page }),
  'engine loads': engineLoads,
  'median seconds': (q) => medianSeconds(q, 'scripted'),
  'open tasks counted': countOpenTasks,
  'pending deliveries counted': countPendingDeliveries,
  'a claim of a task': (q) => claimTasks(q, [{ taskId: template, engine: 'scripted', claim, intends: false }]),
  'a claim of a delivery': (q) => claimDeliveries(q, [template], 'w', 15),
  'claimed tasks': (q) => tasksClaimedBy(q, 'w'),
  'claimed deliveries': (q) => deliveriesClaimedBy(q, 'w'),
  'open tasks': openTasks,
  'overdue deliveries': overdueDeliveries,
  'expired tasks': (q) => expiredTasks(q, 100),
}

/** Filters that few rows fit, or none. */
const sparse: Record<string, (db: Queryable) => Promise<unknown>> = {
  'everybody’s failed tasks': (q) => searchTasks(q, { ...everybody, state: 'failed' }),
  'everybody’s cancelled tasks': (q) => searchTasks(q, { ...everybody, state: 'cancelled' }),
  'everybody’s open tasks': (q) => searchTasks(q, { ...everybody, state: 'open' }),
  'an account’s cancelled tasks': (q) => searchTasks(q, { ...one, state: 'cancelled' }),
  'an account’s tasks of a model that it has not used': (q) => searchTasks(q, { ...one, model: 'sora-2-pro' }),
  'an account’s usage of a model that it has not used': (q) =>
    listUsage(q, { accountId: owner, model: 'sora-2-pro' }, page),
  'an account’s failed usage': (q) => listUsage(q, { accountId: owner, state: 'failed' }, page),
  'an account’s cancelled usage': (q) => listUsage(q, { accountId: owner, state: 'cancelled' }, page),
  'an account’s open usage': (q) => listUsage(q, { accountId: owner, state: 'open' }, page),
  'an account’s failed deliveries': (q) => listDeliveries(q, { accountId: owner, state: 'failed', ...page }),
  'an account’s pending deliveries': (q) => listDeliveries(q, { accountId: owner, state: 'pending', ...page }),
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

async function planOf(
  statement: string,
  parameters: readonly unknown[] = [],
  { run = false }: { run?: boolean } = {},
): Promise<Plan> {
  const explained = await db.pool?.query(`explain (${run ? 'analyze, ' : ''}format json) ${statement}`, [...parameters])
  const [row] = (explained?.rows ?? []) as { 'QUERY PLAN': { Plan: Plan }[] }[]
  const plan = row?.['QUERY PLAN'][0]?.Plan
  assert.ok(plan)
  return plan
}

const tablesReadWhole = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && large.includes(plan['Relation Name'] ?? '')
    ? [plan['Relation Name'] ?? '']
    : []),
  ...(plan.Plans ?? []).flatMap(tablesReadWhole),
]

const rowsReadForNothing = (plan: Plan): number =>
  (plan['Rows Removed by Filter'] ?? 0) + (plan.Plans ?? []).reduce((sum, part) => sum + rowsReadForNothing(part), 0)

for (const [name, run] of Object.entries(queries)) {
  test(`reads no large table from end to end: ${name}`, { skip }, async () => {
    ran.length = 0
    await run(recording)
    assert.ok(ran.length > 0)
    for (const { sql, parameters } of ran) {
      const plan = await planOf(sql, parameters)
      assert.deepEqual(tablesReadWhole(plan), [], `${sql}\n${JSON.stringify(plan)}`)
    }
  })
}

for (const [name, run] of Object.entries(sparse)) {
  test(`reads little beside what it finds: ${name}`, { skip }, async () => {
    ran.length = 0
    await run(recording)
    assert.ok(ran.length > 0)
    for (const { sql, parameters } of ran) {
      const plan = await planOf(sql, parameters, { run: true })
      assert.ok(rowsReadForNothing(plan) < mostReadForNothing, `${sql}\n${JSON.stringify(plan)}`)
    }
  })
}

test('a page that is asked for over and over is planned for what it asks', { skip }, async () => {
  const often = 12
  for (const run of [...Object.values(queries), ...Object.values(sparse)]) {
    for (let times = 0; times < often; times++) await run(db.root)
  }
  const { rows } = (await db.pool?.query('select statement from pg_prepared_statements')) ?? {}
  const statements = (rows as { statement: string }[]).map(({ statement }) => statement)
  assert.ok(statements.length > 0)
  assert.deepEqual(
    statements.filter((one) => / limit \$/.test(one)),
    [],
  )
})

test('a table that is read from end to end is found out', { skip }, async () => {
  const plan = await planOf('select count(request) from tasks')
  assert.deepEqual(tablesReadWhole(plan), ['tasks'])
})
