/** A transaction that does not come to its end, as one of a process that stands still, and who waits for what it holds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { reconcile } from '../../src/billing/reconcile.ts'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { registerWithKey } from '../support/person.ts'
import { startTestServer } from '../support/server.ts'

test('one account whose row is held holds up no other: films of others are accepted and end, its own are told to come back and end later', {
  skip: withoutPostgres,
}, async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  // An operator's own limit, shorter than the server's.
  const databaseUrl = `${database.databaseUrl}?options=${encodeURIComponent('-c lock_timeout=1000')}`
  await using server = await startTestServer({ database: { ...database, databaseUrl } })
  await using closing = new AsyncDisposableStack()
  closing.defer(() => client.end())
  const [ada, bob] = [await registerWithKey(server, 'ada'), await registerWithKey(server, 'bob')]
  const make = (token: string, prompt: string) =>
    server.post('/sora/videos', { prompt, duration: 10, async: true }, { authorization: `Bearer ${token}` })
  const idsOf = (answers: Awaited<ReturnType<typeof make>>[]): string[] =>
    answers.map((answer) => {
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json().task_id
    })
  const ended = (ids: string[]) =>
    Promise.all(ids.map((id) => server.context.waitForTask(id, AbortSignal.timeout(30_000))))
  const token = (person: typeof ada) => person.credential.token
  const [slow = ''] = idsOf([await make(token(ada), '[slow 300ms] a cat')])
  await client.query('begin')
  await client.query('select from applications where account_id = $1 for no key update', [ada.accountId])

  const [held, ...others] = await Promise.all([
    make(token(ada), 'a cat'),
    ...[1, 2, 3].map(() => make(token(bob), 'a dog')),
  ])
  assert.equal(held?.statusCode, 503, held?.body)
  assert.ok(Number(held?.headers['retry-after']) > 0)
  await ended(idsOf(others))
  // From now on it waits by itself, and is accepted when what it waits for is free.
  let isOver = false
  const again = make(token(ada), 'a cat').finally(() => {
    isOver = true
  })
  await ended(idsOf([await make(token(bob), 'a dog')]))
  assert.equal(isOver, false, 'the others went first')
  await client.query('rollback')
  await ended([slow, ...idsOf([await again])])
  assert.deepEqual((await reconcile(server.context.database)).problems, [])
})

test('what holds rows and says nothing is ended by the database: the limits of a connection', {
  skip: withoutPostgres,
}, async () => {
  const database = await createTestDatabase()
  const db = await connect({ ...database, poolSize: 1 }, createLogger('silent'))
  const settings = ['lock_timeout', 'idle_in_transaction_session_timeout']
  const limits = await Promise.all(
    settings.map(async (name) => (await sql`select current_setting(${name}) as limit`.execute(db.root)).rows[0]),
  )
  assert.deepEqual(limits, [{ limit: '5s' }, { limit: '10s' }])
  await db.close()
  await database.remove()
})
