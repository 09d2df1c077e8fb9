import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createAccount, createKey } from '../../src/auth/keys.ts'
import { acquire, giveCredits, setApplication } from '../../src/billing/applications.ts'
import { reconcile } from '../../src/billing/reconcile.ts'
import { defineConfig } from '../../src/config.ts'
import { applicationsOf } from '../../src/db/applications.ts'
import { foldUsage } from '../../src/db/usage.ts'
import { newId } from '../../src/ids.ts'
import { createLogger } from '../../src/logger.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts'

/** A small film of 10 seconds on sora-2. */
const price = 10
const body = { prompt: 'a cat', duration: 10 }

/** For tests that leave nothing behind but accounts of their own. */
let shared: TestServer
before(async () => {
  shared = await startTestServer()
})
after(() => shared?.[Symbol.asyncDispose]())

/** An account with an application of `credits` and a key. */
async function openAccount(server: TestServer, credits: number) {
  const { dispatch } = server.context
  const accountId = newId()
  await dispatch.db.root
    .insertInto('accounts')
    .values({ id: accountId, name: 'somebody', webhook_secret: 'whsec_c29tZWJvZHk=' })
    .execute()
  const application = await acquire(dispatch.db, accountId, credits)
  const { key, id: keyId } = await createKey(dispatch.db.root, accountId, 'key')
  const headers = { authorization: `Bearer ${key}` }
  return {
    server,
    db: dispatch.db,
    accountId,
    keyId,
    application,
    headers,
    make: (more: object = {}) => server.post('/sora/videos', { ...body, ...more }, headers),
    balance: async () => {
      const [row] = await applicationsOf(dispatch.db.root, [accountId])
      return [row?.balance, row?.reserved, row?.used]
    },
  }
}

/** Such an account on a server of its own. */
async function startWithCredits(credits: number, options: TestServerOptions = {}) {
  const server = await startTestServer(options)
  return { ...(await openAccount(server, credits)), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const assertReconciles = async (server: TestServer) =>
  assert.deepEqual((await reconcile(server.context.database)).problems, [])

test('50 creations at once against a balance for 10: exactly 10 succeed, the rest are used_up, the ledger agrees', async () => {
  const one = await openAccount(shared, 10 * price)
  const answers = await Promise.all(Array.from({ length: 50 }, () => one.make({ async: true })))
  const accepted = answers.filter(({ statusCode }) => statusCode === 200)
  const refused = answers.filter(({ statusCode }) => statusCode === 403)
  assert.deepEqual([accepted.length, refused.length], [10, 40])
  for (const answer of refused) assert.equal(answer.json().error.code, 'used_up')
  for (const answer of accepted) {
    await one.server.context.waitForTask(answer.json().task_id, AbortSignal.timeout(60_000))
  }
  assert.deepEqual(await one.balance(), [0, 0, 10 * price])
  await assertReconciles(one.server)
})

test('requests that are accepted together are judged one by one, each by its own account, key and idempotency key', async () => {
  await using one = await startWithCredits(4 * price)
  const { server } = one
  const named = { 'idempotency-key': 'twice' }
  const poor = Array.from({ length: 6 }, () => one.make({ async: true }))
  const rich = Array.from({ length: 6 }, () => server.post('/sora/videos', { ...body, async: true }))
  const same = Array.from({ length: 6 }, () => server.post('/sora/videos', { ...body, async: true }, named))
  const other = Array.from({ length: 2 }, () =>
    server.post('/sora/videos', { ...body, prompt: 'a dog', async: true }, named),
  )
  const statuses = async (calls: ReturnType<typeof one.make>[]) =>
    (await Promise.all(calls)).map(({ statusCode }) => statusCode).sort()
  assert.deepEqual(await statuses(poor), [200, 200, 200, 200, 403, 403])
  assert.deepEqual(await statuses(rich), Array(6).fill(200))
  const bySameKey = [...(await Promise.all(same)), ...(await Promise.all(other))]
  const ids = new Set(bySameKey.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json().task_id))
  assert.equal(ids.size, 1)
  const refused = bySameKey.filter(({ statusCode }) => statusCode === 400).length
  assert.ok(refused === 2 || refused === 6, `${refused} were refused: whichever body came first keeps the name`)
  const open = await one.db.root.selectFrom('tasks').select('id').execute()
  assert.equal(open.length, 4 + 6 + 1)
  for (const { id } of open) await server.context.waitForTask(id, AbortSignal.timeout(60_000))
  await assertReconciles(server)
})

test('used_up says what the request costs and what is left; nothing is made', async () => {
  const one = await openAccount(shared, price + 3)
  assert.equal((await one.make()).statusCode, 200)
  const refused = await one.make()
  assert.equal(refused.statusCode, 403)
  assert.match(refused.json().error.message, /costs 10 credits; 3 are left in the application/)
  const { items } = (await one.server.post('/sora/tasks', { action: 'retrieve_batch' }, one.headers)).json()
  assert.equal(items.length, 1)
  await assertReconciles(one.server)
})

test('a task that fails, is cancelled or runs out of time gives its credits back', async () => {
  const file = defineConfig({ engines: { scripted: { type: 'scripted', deadlineSeconds: 1 } } })
  await using one = await startWithCredits(3 * price, { file })
  assert.equal((await one.make({ prompt: '[fail: no]' })).json().success, false)
  assert.deepEqual(await one.balance(), [3 * price, 0, 0])
  assert.match((await one.make({ prompt: '[stall]' })).json().error.message, /did not finish/)
  assert.deepEqual(await one.balance(), [3 * price, 0, 0])
  const { task_id: id } = (await one.make({ prompt: '[stall]', async: true })).json()
  assert.deepEqual(await one.balance(), [2 * price, price, 0])
  await one.server.post('/sora/tasks', { id, action: 'delete' }, one.headers)
  assert.deepEqual(await one.balance(), [3 * price, 0, 0])
  await assertReconciles(one.server)
})

test('tasks that a restart interrupts are charged once', async () => {
  await using one = await startWithCredits(4 * price)
  const ids: string[] = []
  for (let index = 0; index < 4; index++) {
    ids.push((await one.make({ prompt: '[slow 1s]', async: true })).json().task_id)
  }
  await one.server.restart()
  for (const id of ids) await one.server.context.waitForTask(id, AbortSignal.timeout(60_000))
  const { rows } = await sql<{ used: number; balance: number }>`
    select used, balance from applications where id = ${one.application.id}`.execute(one.server.context.database)
  assert.deepEqual(rows, [{ used: 4 * price, balance: 0 }])
  await assertReconciles(one.server)
})

test('one task has one reservation and one end, by the database’s own word', async () => {
  const one = await openAccount(shared, price)
  const { task_id: id } = (await one.make()).json()
  const again = (kind: string) =>
    sql`
    insert into ledger_entries (application_id, kind, amount, task_id)
    values (${one.application.id}, ${kind}, ${price}, ${id})`.execute(one.db.root)
  for (const kind of ['reserve', 'settle', 'release']) await assert.rejects(again(kind), /unique|duplicate/, kind)
  await assert.rejects(sql`update ledger_entries set amount = 0`.execute(one.db.root), /append-only/)
  await assert.rejects(sql`delete from ledger_entries`.execute(one.db.root), /append-only/)
  await assert.rejects(sql`update applications set balance = -1 where not unlimited`.execute(one.db.root), /overdrawn/)
})

test('a reconciliation names what does not agree', async () => {
  await using one = await startWithCredits(2 * price)
  const { task_id: id } = (await one.make()).json()
  await sql`update applications set balance = balance + 1 where id = ${one.application.id}`.execute(one.db.root)
  await sql`update tasks set state = 'failed', error_message = 'x' where id = ${id}`.execute(one.db.root)
  const { agrees, problems } = await reconcile(one.db.root)
  assert.equal(agrees, false)
  assert.deepEqual(problems.map(({ kind }) => kind).sort(), ['balance', 'task'])
  assert.equal(problems.find(({ kind }) => kind === 'task')?.task_id, id)
})

test('a reconciliation counts open tasks, too', async () => {
  await using one = await startWithCredits(100)
  await one.make({ async: true, prompt: '[stall] a cat' })
  await sql`update api_keys set open_tasks = 5 where id = ${one.keyId}`.execute(one.db.root)
  const { problems } = await reconcile(one.server.context.database)
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ['key'],
  )
})

test('a reconciliation compares the sums of usage by day, which the summaries read, with the records', async () => {
  await using one = await startWithCredits(2 * price)
  const { database } = one.server.context
  await one.make()
  const fold = () => database.transaction().execute((tx) => foldUsage(tx, 100))
  while ((await database.selectFrom('usage_sums').select('tasks').execute()).length === 0) await fold()
  assert.deepEqual((await reconcile(database)).problems, [])
  for (const damage of [
    sql`credits = credits + 1`,
    sql`credits = credits - 1, seconds = seconds + 4`,
    sql`day = day - 1`,
  ]) {
    await sql`update usage_sums set ${damage}`.execute(database)
    const { problems } = await reconcile(database)
    assert.deepEqual(new Set(problems.map(({ kind }) => kind)), new Set(['sums']))
    assert.equal(problems[0]?.application_id, one.application.id)
  }
  await sql`delete from usage_sums`.execute(database)
  assert.match(
    (await reconcile(database)).problems[0]?.message ?? '',
    /have 0 tasks, 0 seconds and 0 credits; the records add up to 1, /,
  )
})

test('acquiring twenty times at once gives the free credits once', async () => {
  const one = await openAccount(shared, 7)
  const ids = await Promise.all(Array.from({ length: 20 }, async () => (await acquire(one.db, one.accountId, 7)).id))
  assert.deepEqual([...new Set(ids)], [one.application.id])
  assert.deepEqual(await one.balance(), [7, 0, 0])
  await assertReconciles(one.server)
})

test('a dry run checks and prices a request and makes nothing', async () => {
  const one = await openAccount(shared, 20)
  const dryRun = async (request: object) =>
    (await one.server.post('/sora/videos?dry_run=true', { ...body, ...request }, one.headers)).json()
  const priced = await dryRun({ size: 'large' })
  assert.deepEqual(
    [priced.dry_run, priced.credits, priced.remaining, priced.covered, priced.size_class, priced.engine],
    [true, 20, 20, true, 'large', 'scripted'],
  )
  assert.deepEqual(
    await Promise.all(
      [
        { model: 'sora-2-pro' },
        { model: 'sora-2-pro', size: 'large', duration: 25 },
        { version: '2.0', duration: 4, size: '1024x1792' },
        { version: '2.0', duration: 12, size: '720x1280' },
      ].map(async (request) => (await dryRun(request)).credits),
    ),
    [30, 125, 8, 12],
  )
  assert.equal((await dryRun({ model: 'sora-2-pro' })).covered, false)
  assert.match((await dryRun({ duration: 11 })).error.message, /duration is 11/)
  assert.match((await dryRun({ model: 'nope' })).error.message, /model is "nope"/)
  assert.equal((await one.server.post('/sora/tasks', { action: 'retrieve_batch' }, one.headers)).json().count, 0)
})

test('prices are by model, version, seconds and size: the first that fits', async () => {
  const prices = [
    { model: 'sora-2', version: '2.0' as const, seconds: 8, credits: 3 },
    { size: 'large' as const, creditsPerSecond: 0.25 },
    { credits: 1 },
  ]
  await using one = await startWithCredits(100, { file: { prices } })
  const credits = async (request: object) =>
    (await one.server.post('/sora/videos?dry_run=true', { prompt: 'a cat', ...request }, one.headers)).json().credits
  assert.equal(await credits({ version: '2.0', duration: 8, size: '1792x1024' }), 3)
  assert.equal(await credits({ duration: 10, size: 'large' }), 3)
  assert.equal(await credits({ duration: 10 }), 1)
})

test('a key stops at its own limit, the application at its own, and a disabled one at once', async () => {
  const one = await openAccount(shared, 100 * price)
  await sql`update api_keys set credit_limit = ${price} where id = ${one.keyId}`.execute(one.db.root)
  const answers = await Promise.all(Array.from({ length: 5 }, () => one.make({ async: true })))
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.match((await one.make()).json().error.message, /0 are left of the key's limit of 10/)
  await sql`update api_keys set credit_limit = null where id = ${one.keyId}`.execute(one.db.root)
  await setApplication(one.db, one.application.id, { creditLimit: 2 * price })
  assert.equal((await one.make()).statusCode, 200)
  assert.match((await one.make()).json().error.message, /0 are left of the application's limit of 20/)
  await setApplication(one.db, one.application.id, { creditLimit: null, disabled: true })
  assert.equal((await one.make()).json().error.code, 'forbidden')
  await setApplication(one.db, one.application.id, { disabled: false })
  assert.equal((await one.make()).statusCode, 200)
  await assertReconciles(one.server)
})

test('credits are given and taken, never more than remain', async () => {
  const one = await openAccount(shared, 5)
  await giveCredits(one.db, one.application, 10, 'a present')
  await giveCredits(one.db, one.application, -15)
  assert.deepEqual(await one.balance(), [0, 0, 0])
  await assert.rejects(giveCredits(one.db, one.application, -1), /no more than what remains/)
  await assertReconciles(one.server)
})

test('the operator’s own account never runs out, and what it uses is counted', async () => {
  await using server = await startTestServer()
  assert.equal((await server.post('/sora/videos', body)).statusCode, 200)
  const [application] = await server.context.database.selectFrom('applications').selectAll().execute()
  assert.deepEqual([application?.unlimited, application?.used, application?.balance], [true, price, -price])
  await assertReconciles(server)
  await setApplication(server.context.dispatch.db, application?.id ?? '', { unlimited: false })
  assert.equal((await server.post('/sora/videos', body)).json().error.code, 'used_up')
  await assertReconciles(server)
})

test('more open tasks than a key may have are refused with 429, and say when to come back', async () => {
  await using server = await startTestServer({ file: { limits: { openTasks: 3 } } })
  const make = () => server.post('/sora/videos', { prompt: '[stall]', async: true })
  const answers = await Promise.all(Array.from({ length: 8 }, make))
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 3)
  const refused = answers.find(({ statusCode }) => statusCode === 429)
  assert.equal(refused?.json().error.code, 'too_many_requests')
  assert.ok(Number(refused?.headers['retry-after']) > 0)
  await assertReconciles(server)
})

test('tasks that are made while others end are all accepted: nobody waits for each other', async () => {
  const lines: string[] = []
  const logger = createLogger('error', { write: (line) => void lines.push(line) })
  await using server = await startTestServer({ logger })
  const make = () => server.post('/sora/videos', { prompt: '[fail]', async: true })
  const answers = await Promise.all(Array.from({ length: 60 }, make))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    answers.map(() => 200),
  )
  for (const answer of answers) await server.context.waitForTask(answer.json().task_id, AbortSignal.timeout(60_000))
  assert.deepEqual(lines, [])
  await assertReconciles(server)
})

test('a server with as many open tasks as it takes sends callers away, and answers what is sent again all the same', async () => {
  await using server = await startTestServer({ file: { limits: { serverOpenTasks: 3 } } })
  const make = (number: number) =>
    server.post('/sora/videos', { prompt: `[stall] ${number}`, async: true }, { 'idempotency-key': `${number}` })
  const [first] = [await make(1), await make(2), await make(3)]
  const refused = await make(4)
  assert.equal(refused.statusCode, 429)
  assert.match(refused.json().error.message, /The server has 3 open tasks/)
  const retryAfter = Number(refused.headers['retry-after'])
  assert.ok(retryAfter >= 15 && retryAfter <= 45, `${retryAfter}`)
  assert.deepEqual((await make(1)).json(), first.json())
  await assertReconciles(server)
})

test('a key with many tasks runs as many at once as it may, and another’s task does not wait for them', async () => {
  const file = defineConfig({ limits: { inFlight: 2 }, engines: { scripted: { type: 'scripted', concurrency: 8 } } })
  await using server = await startTestServer({ file })
  const { db } = server.context.dispatch
  for (let index = 0; index < 6; index++) await server.post('/sora/videos', { prompt: '[stall]', async: true })
  const account = await db.transaction((tx) => createAccount(tx, 'another'))
  const { key } = await createKey(db.root, account, 'key')
  const answer = await server.post('/sora/videos', body, { authorization: `Bearer ${key}` })
  assert.equal(answer.json().success, true)
  const { rows } = await sql<{ taken: number }>`
    select count(claim_id)::int as taken from tasks where generation->>'prompt' = '[stall]'`.execute(db.root)
  assert.equal(rows[0]?.taken, 2)
})

test('the keys of one account share its open tasks: many keys get no more', async () => {
  await using one = await startWithCredits(100 * price, { file: { limits: { openTasks: 3, accountOpenTasks: 4 } } })
  const second = { authorization: `Bearer ${(await createKey(one.db.root, one.accountId, 'second')).key}` }
  const make = (headers: { authorization: string }) =>
    one.server.post('/sora/videos', { prompt: '[stall]', async: true }, headers)
  const answers = await Promise.all([...Array(8).keys()].map((index) => make(index % 2 ? one.headers : second)))
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 4)
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  assert.equal(refused.length, 4)
  assert.ok(refused.some((answer) => /This account has 4 open tasks/.test(answer.json().error.message)))
  for (const answer of refused) assert.ok(Number(answer.headers['retry-after']) > 0)
  // Another account is none the poorer.
  assert.equal((await one.server.post('/sora/videos', body)).json().success, true)
  await assertReconciles(one.server)
})

test('the keys of one account share what runs at once, and others do not wait for them', async () => {
  const limits = { inFlight: 2, accountInFlight: 3 }
  const file = defineConfig({ limits, engines: { scripted: { type: 'scripted', concurrency: 16 } } })
  await using one = await startWithCredits(100 * price, { file })
  const keys = [one.headers.authorization]
  for (const name of ['second', 'third']) keys.push(`Bearer ${(await createKey(one.db.root, one.accountId, name)).key}`)
  const ids: string[] = []
  for (const authorization of [...keys, ...keys, ...keys]) {
    const answer = await one.server.post('/sora/videos', { prompt: '[stall]', async: true }, { authorization })
    ids.push(answer.json().task_id)
  }
  assert.equal((await one.server.post('/sora/videos', body)).json().success, true)
  const running = async () => {
    const { rows } = await sql<{ id: string }>`
      select id from tasks
      where claim_id is not null and state in ('submitting', 'running') and account_id = ${one.accountId}`.execute(
      one.db.root,
    )
    return rows
  }
  let moved = Promise.withResolvers<void>()
  one.db.wake.on('account', () => moved.resolve())
  const first = await running()
  assert.equal(first.length, 3)
  // Whatever ends makes room for the next, until none is left.
  for (let left = ids.length; left > 0; left--) {
    let [next] = await running()
    for (; !next; [next] = await running()) {
      await moved.promise
      moved = Promise.withResolvers()
    }
    await one.server.post('/sora/tasks', { id: next?.id, action: 'delete' }, one.headers)
    assert.ok((await running()).length <= 3)
  }
  await assertReconciles(one.server)
})
