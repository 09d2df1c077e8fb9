/**
 * npm run bench -- deliveries [count] [accounts]: outcomes told a second when many wait at once, each account's to the same
 * local receiver, which answers at once; from the wake-up to the last that is recorded. Beside the processor time of one
 * that the server takes. DATABASE_URL names the Postgres.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { startReceiver } from '../test/support/receiver.ts'
import { accountsSql, createBenchDatabase } from './database.ts'
import { usageOf } from './process-usage.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const warmUp = 500
const lookMilliseconds = 50

export async function benchDeliveries(...settings: string[]): Promise<void> {
  const [count = 4000, accounts = 16] = settings.map(Number)
  await using receiver = await startReceiver()
  await using database = await createBenchDatabase()
  await using server = await startBenchServer({}, { DATABASE_URL: database.url, RUSHES_ALLOW_PRIVATE_URLS: 'true' })
  await database.query(accountsSql(accounts))
  const tell = async (deliveries: number): Promise<number> => {
    const startedAt = performance.now()
    await database.query(waitingSql, [deliveries, accounts, receiver.url, new URL(receiver.url).host])
    for (;;) {
      const [{ waiting } = { waiting: 0 }] = await database.query<{ waiting: number }>(
        `select count(*)::int as waiting from deliveries where state = 'pending'`,
      )
      if (waiting === 0) return (performance.now() - startedAt) / 1000
      await delay(lookMilliseconds)
    }
  }
  await tell(warmUp)
  const before = await usageOf(server.pid)
  const told = receiver.received.length
  const seconds = await tell(count)
  const after = await usageOf(server.pid)
  const perDelivery = ((after.cpuSeconds - before.cpuSeconds) * 1000) / count
  const [{ recorded } = { recorded: 0 }] = await database.query<{ recorded: number }>(
    'select count(distinct delivery_id)::int as recorded from delivery_attempts where status = 200',
  )
  say('deliveries that waited at once, accounts', `${count}, ${accounts}`)
  say('told a second', (count / seconds).toFixed(0))
  say('  came, were recorded', `${receiver.received.length - told}, ${recorded - warmUp}`)
  say('processor time of one: server', `${perDelivery.toFixed(2)} ms`)
}

/** Tasks that have failed, an outcome of each that is to be told, their jobs as the queue's own, and the wake-up. */
const waitingSql = `
  with ended as (
    insert into tasks (id, trace_id, account_id, application_id, key_id, state, model, engine, video_id, request, generation,
      error_kind, error_message, finished_at)
    select gen_random_uuid(), gen_random_uuid(), owner, owner, owner, 'failed', 'sora-2', 'animatic', 'video', '{}', '{}',
      'api_error', 'It failed.', now()
    from (select lpad((1 + number % $2)::text, 32, '0')::uuid as owner from generate_series(1, $1::int) as number) as owners
    returning id, account_id
  ), told as (
    insert into deliveries (id, account_id, task_id, url, body)
    select gen_random_uuid(), account_id, id, $3, '{"task_id": "' || id || '"}' from ended
    returning id, account_id
  ), sent as (
    insert into pgboss.job (name, data, group_id)
    select 'deliver', jsonb_build_object('subject', id), account_id || '/' || $4 from told
    returning id
  )
  select pg_notify('rushes', 'queue deliver') from (select count(*) from sent) as all_of_them`
