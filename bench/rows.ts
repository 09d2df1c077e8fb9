/**
 * npm run bench -- rows [tasks]: what a finished task leaves in the Postgres of DATABASE_URL, by table, indexes included: real
 * tasks with a film, a callback and an idempotency key, made by a server of the bench's own on an engine that answers at once.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { startReceiver } from '../test/support/receiver.ts'
import { type BenchDatabase, createBenchDatabase } from './database.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const callers = 16
const lookMilliseconds = 200
const many = 1_000_000
/** As long as prompts that describe a scene are. */
const prompt =
  'A ginger cat runs along the bank of a slow river at golden hour, past reeds and a wooden boat, while the camera follows low over the water and the light breaks on every ripple, in the style of an old film.'
/** Bills are made of them: they stay when a task's time is over. */
const kept = ['public.ledger_entries', 'public.usage_records']

export async function benchRows(...settings: string[]): Promise<void> {
  const [tasks = 500] = settings.map(Number)
  await using receiver = await startReceiver()
  await using database = await createBenchDatabase()
  await using server = await startBenchServer(
    {
      engines: { scripted: { type: 'scripted', concurrency: 16 } },
      models: { 'sora-2': ['scripted'] },
      limits: { requestsPerMinute: many, openTasks: many, inFlight: 1000 },
    },
    { DATABASE_URL: database.url, RUSHES_ALLOW_PRIVATE_URLS: 'true' },
  )
  const before = await sizesOf(database)
  let sent = 0
  const send = async () => {
    while (sent++ < tasks) {
      const body = { prompt, duration: 4, version: '2.0', callback_url: receiver.url }
      const answer = await server.create(body, `film ${sent}`)
      if (typeof answer.task_id !== 'string') throw new Error(`no task: ${JSON.stringify(answer)}`)
    }
  }
  await Promise.all(Array.from({ length: callers }, send))
  while ((await delivered(database)) < tasks) await delay(lookMilliseconds)
  // As autovacuum does by and by: what updates left behind is free for the next rows.
  await database.query('vacuum analyze')
  const after = await sizesOf(database)
  const bytes = [...after].map(([table, size]) => ({ table, perTask: (size - (before.get(table) ?? 0)) / tasks }))
  const sum = (of: (table: string) => boolean) =>
    bytes.filter(({ table }) => of(table)).reduce((total, { perTask }) => total + perTask, 0)
  say('tasks, characters of the prompt', `${tasks}, ${prompt.length}`)
  for (const { table, perTask } of bytes.sort((one, other) => other.perTask - one.perTask)) {
    if (perTask >= 1) say(`  ${table}`, kilobytes(perTask))
  }
  say('a task, rows and indexes', kilobytes(sum((table) => table.startsWith('public.'))))
  say('  of which stays when its time is over', kilobytes(sum((table) => kept.includes(table))))
  say('  its jobs beside, for an hour', kilobytes(sum((table) => table.startsWith('pgboss.'))))
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`

/** Bytes of each table with its indexes and what is stored beside it. */
async function sizesOf(database: BenchDatabase): Promise<Map<string, number>> {
  const rows = await database.query<{ table: string; bytes: string }>(`
    select schemaname || '.' || relname as table, pg_total_relation_size(relid) as bytes from pg_stat_user_tables`)
  return new Map(rows.map(({ table, bytes }) => [table, Number(bytes)]))
}

async function delivered(database: BenchDatabase): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    "select count(*)::int as count from deliveries where state = 'delivered'",
  )
  return row?.count ?? 0
}
