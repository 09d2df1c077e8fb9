/** What must hold of everything that was accepted, whatever happened to the processes that worked on it. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { reconcile } from '../../src/billing/reconcile.ts'
import { isTerminal } from '../../src/contract/task-state.ts'
import type { Database } from '../../src/db/connect.ts'
import type { TaskRow } from '../../src/db/tasks.ts'
import type { Store } from '../../src/storage/store.ts'
import type { EveryKind } from './every-kind.ts'
import type { Receiver } from './receiver.ts'
import type { Take } from './trial.ts'

export interface Evidence {
  db: Database
  store: Store
  takes: readonly Take[]
  receiver: Receiver
  engines: EveryKind
}

/**
 * Every accepted task has exactly one end, one settling or releasing of its credits that fits it, and one outcome, told at
 * least once, always by the same id; a paid engine was asked once, or by one key; and storage holds the files of the
 * records and nothing else.
 */
export async function expectNothingLost(evidence: Evidence): Promise<void> {
  const { db } = evidence
  const problems = [
    ...(await problemsOfTasks(evidence)),
    ...(await problemsOfMoney(db, evidence.takes)),
    ...(await problemsOfFiles(evidence)),
    ...evidence.takes.flatMap((take) => problemsOfSubmissions(take, evidence.engines)),
  ]
  assert.deepEqual(problems, [])
}

const ends = ['succeeded', 'failed', 'cancelled']

async function problemsOfTasks({ db, takes, receiver }: Evidence): Promise<string[]> {
  const rows = new Map((await db.root.selectFrom('tasks').selectAll().execute()).map((row) => [row.id, row]))
  const events = await db.root.selectFrom('events').selectAll().where('type', 'in', ends).execute()
  const deliveries = await db.root.selectFrom('deliveries').selectAll().execute()
  return takes.flatMap((take) => {
    const row = rows.get(take.id)
    const own = events.filter(({ task_id }) => task_id === take.id).map(({ type }) => type)
    const pending = deliveries.filter(({ task_id, state }) => task_id === take.id && state !== 'delivered')
    const problems = [
      ...problemsOfRecord(take, row),
      ...(row && (own.length !== 1 || own[0] !== row.state) ? [`has the ends ${own.join(', ')}, is ${row.state}`] : []),
      ...pending.map(({ state, attempts }) => `its outcome is ${state} after ${attempts} attempts`),
      ...problemsOfTelling(take, row, receiver),
    ]
    return problems.map((problem) => `${describe(take)} ${problem}`)
  })
}

function problemsOfRecord(take: Take, row: TaskRow | undefined): string[] {
  if (!row) return take.wish === 'delete' ? [] : ['is gone']
  if (!isTerminal(row.state)) return [`is ${row.state}`]
  if (take.wish === 'delete' && take.wishGranted) return ['was deleted, and its record is there']
  const allowed = allowedEnds(take)
  if (allowed.includes(row.state)) return []
  return [`is ${row.state} (${row.error_message}); allowed: ${allowed.join(', ')}`]
}

/** How a task may end, by its script, its owner's wish and what happened to it. */
function allowedEnds({ prompt, wish, wishGranted, kind, wasCut }: Take): string[] {
  if (wish && wishGranted) return ['cancelled']
  const own = /\[(fail|refuse)/.test(prompt) ? 'failed' : 'succeeded'
  const mayBeUnclear = kind === 'paid-without-key' && wasCut
  return [own, ...(wish && wishGranted === undefined ? ['cancelled'] : []), ...(mayBeUnclear ? ['failed'] : [])]
}

/** What the receiver was told: at least once, always the same, always by the same id. */
function problemsOfTelling({ id }: Take, row: TaskRow | undefined, { received }: Receiver): string[] {
  const told = received.filter(({ body }) => body.includes(id))
  if (told.length === 0) return ['was never told']
  const webhookIds = new Set(told.map(({ headers }) => headers['webhook-id']))
  const bodies = new Set(told.map(({ body }) => body))
  const outcome = JSON.parse(told[0]?.body ?? '{}') as { success?: boolean }
  return [
    ...(webhookIds.size === 1 ? [] : [`was told by ${webhookIds.size} ids`]),
    ...(bodies.size === 1 ? [] : [`was told as ${[...bodies].join(' and ')}`]),
    ...(!row || outcome.success === (row.state === 'succeeded') ? [] : [`is ${row.state}, told ${told[0]?.body}`]),
  ]
}

async function problemsOfMoney(db: Database, takes: readonly Take[]): Promise<string[]> {
  const { rows } = await sql<{ task_id: string; ends: number }>`
    select task_id, (count(*) filter (where kind in ('settle', 'release')))::int as ends from ledger_entries
    where task_id is not null group by task_id having count(*) filter (where kind = 'reserve') = 1`.execute(db.root)
  const ended = new Map(rows.map((row) => [row.task_id, row.ends]))
  const { problems } = await reconcile(db.root)
  return [
    ...takes
      .filter(({ id }) => ended.get(id) !== 1)
      .map((one) => `${describe(one)} was charged ${ended.get(one.id)} times`),
    ...problems.map(({ task_id, message }) => `the ledger, task ${task_id}: ${message}`),
  ]
}

/** Files without a record, and records without their files. */
async function problemsOfFiles({ db, store, takes }: Evidence): Promise<string[]> {
  const assets = new Map((await db.root.selectFrom('assets').selectAll().execute()).map((one) => [one.key, one.bytes]))
  const describeKey = (key: string) => {
    const take = takes.find(({ id }) => key.includes(id))
    return take ? `${key} of ${describe(take)}` : key
  }
  const problems: string[] = []
  const kept = new Set<string>()
  for await (const { key, bytes } of store.list('', AbortSignal.timeout(30_000))) {
    kept.add(key)
    const recorded = assets.get(key)
    if (recorded === undefined) problems.push(`nobody's file: ${describeKey(key)}`)
    else if (recorded !== bytes) problems.push(`${describeKey(key)} has ${bytes} bytes; its record says ${recorded}`)
  }
  for (const key of assets.keys()) if (!kept.has(key)) problems.push(`the file ${describeKey(key)} is gone`)
  return problems
}

function problemsOfSubmissions(take: Take, engines: EveryKind): string[] {
  const { kind, prompt } = take
  const keys = new Set(engines.startsOf(kind, prompt).map(({ headers }) => headers['idempotency-key']))
  if (kind === 'paid-with-key' && keys.size > 1) return [`${describe(take)} was submitted by ${keys.size} keys`]
  const jobs = engines.servers[kind]?.board.all().filter((job) => job.prompt === prompt).length ?? 0
  return kind.startsWith('paid') && jobs > 1 ? [`${describe(take)} became ${jobs} jobs`] : []
}

const describe = ({ id, kind, prompt, point, wish }: Take): string =>
  `[${kind}, ${point}${wish ? `, ${wish}` : ''}, "${prompt}", ${id}]`
