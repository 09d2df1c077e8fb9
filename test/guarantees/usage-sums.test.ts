/** Usage is summed by day as it ends; whatever has been added by when, the sums are those of the records. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { reconcile } from '../../src/billing/reconcile.ts'
import { searchAccounts } from '../../src/db/account-list.ts'
import type { Database } from '../../src/db/connect.ts'
import { foldUsage, sumUsage, type UsageFilter } from '../../src/db/usage.ts'
import { type Chance, createChance } from '../support/chance.ts'
import { registerWithKey } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const seed = Number(process.env.TRUST_SEED ?? Date.now() % 1_000_000)
const hourMilliseconds = 3_600_000
const firstHour = Date.UTC(2026, 2, 28)
const hours = 5 * 24
const models = ['sora-2', 'sora-2-pro']

let server: TestServer
let db: Database
let accounts: { id: string; applicationId: string; keys: string[] }[]
before(async () => {
  server = await startTestServer()
  db = server.context.dispatch.db
  accounts = []
  for (const name of ['ada', 'bob', 'eve']) {
    const person = await registerWithKey(server, name)
    const second = (await person.call('POST', '/api/v1/credentials', { name: 'desk' })).json()
    accounts.push({
      id: person.accountId,
      applicationId: person.application.id,
      keys: [person.credential.id, second.id],
    })
  }
})
after(() => server[Symbol.asyncDispose]())

/** Records as accepting and ending tasks leave them, at random times of five days. */
async function addRecords(chance: Chance, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const { id, applicationId, keys } = chance.one(accounts)
    const at = new Date(firstHour + chance.number(hours * 60) * 60_000)
    await sql`
      insert into usage_records (task_id, trace_id, account_id, application_id, key_id, model, version, seconds, width, height,
        credits, created_at)
      values (gen_random_uuid(), gen_random_uuid(), ${id}, ${applicationId}, ${chance.one(keys)}, ${chance.one(models)}, '2.0',
        ${4 * (1 + chance.number(3))}, 1280, 720, ${chance.number(200)}, ${at})`.execute(db.root)
  }
}

/** Ends about half of those that are open. */
const endSome = (chance: Chance) =>
  sql`
    update usage_records set state = ${chance.one(['succeeded', 'failed', 'cancelled'])}, finished_at = now(), status = 200
    where state = 'open' and hashtext(task_id::text || ${String(chance.number(1000))}) % 2 = 0`.execute(db.root)

/** The same sums, from the records alone. */
async function countedFor({ accountId, from, to, model, keyId, state }: UsageFilter, by: string) {
  const key =
    { day: `to_char(created_at at time zone 'UTC', 'YYYY-MM-DD')`, model: 'model', credential: 'key_id::text' }[by] ??
    ''
  const { rows } = await sql`
    select ${sql.raw(key)} as key, count(*)::int as tasks, (count(*) filter (where state = 'succeeded'))::int as succeeded,
      (count(*) filter (where state in ('failed', 'cancelled')))::int as failed,
      coalesce(sum(seconds) filter (where state = 'succeeded'), 0)::float8 as seconds, sum(credits)::float8 as credits
    from usage_records where account_id = ${accountId} and (${from ?? null}::timestamptz is null or created_at >= ${from ?? null})
      and (${to ?? null}::timestamptz is null or created_at < ${to ?? null})
      and (${model ?? null}::text is null or model = ${model ?? null}) and (${keyId ?? null}::uuid is null or key_id = ${keyId ?? null})
      and (${state ?? null}::text is null or state = ${state ?? null})
    group by 1 order by 1`.execute(db.root)
  return rows
}

function drawFilter(chance: Chance): UsageFilter {
  const { id: accountId, keys } = chance.one(accounts)
  const time = () => new Date(firstHour + chance.number(hours + 1) * hourMilliseconds + chance.one([0, 0, 1234]))
  return {
    accountId,
    ...(chance.number(2) && { from: time() }),
    ...(chance.number(2) && { to: time() }),
    ...(chance.number(3) === 0 && { model: chance.one(models) }),
    ...(chance.number(3) === 0 && { keyId: chance.one(keys) }),
    ...(chance.number(3) === 0 && { state: chance.one(['open', 'succeeded', 'failed'] as const) }),
  }
}

test('whatever has been added to the sums of days, the sums of any span, model, key and state are those of the records', async (context) => {
  context.diagnostic(`TRUST_SEED=${seed}`)
  const chance = createChance(seed)
  for (let round = 0; round < 6; round++) {
    await addRecords(chance, 60)
    await endSome(chance)
    // As workers do that sweep at once.
    await Promise.all([7, 20, 20].map((limit) => db.transaction((tx) => foldUsage(tx, limit))))
    for (let look = 0; look < 12; look++) {
      const filter = drawFilter(chance)
      const by = chance.one(['day', 'model', 'credential'] as const)
      const sums = (await sumUsage(db.root, filter, by)).map(({ label: _, ...sum }) => sum)
      assert.deepEqual(sums, await countedFor(filter, by), JSON.stringify({ filter, by }))
    }
  }
  assert.deepEqual((await reconcile(db.root)).problems, [])
  const listed = await searchAccounts(db.root, { limit: 10, cursor: undefined })
  for (const { id, tasks } of listed) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from usage_records where account_id = ${id}`.execute(db.root)
    assert.equal(tasks, rows[0]?.count)
  }
})

test('the sweep adds what has ended to the sums, and each task to the day on which it was asked for', async () => {
  const { task_id: id } = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  await server.restart()
  db = server.context.dispatch.db
  const waiting = async () =>
    (await sql`select from usage_records where not summed and state <> 'open'`.execute(db.root)).rows.length
  while ((await waiting()) > 0) await new Promise(setImmediate)
  const { rows } = await sql`
    select day::text from usage_sums join usage_records using (account_id, key_id) where task_id = ${id}`.execute(
    db.root,
  )
  assert.ok(rows.some((row) => (row as { day: string }).day === new Date().toISOString().slice(0, 10)))
})
