/**
 * npm run bench -- pipe [tasks] [connections] [prompt]: tasks through the whole pipe, from the request to the callback at a local
 * receiver, on an engine that answers at once; beside the rate at which they were accepted. Nothing may get lost: each
 * task ends once, is told once, and the ledger agrees. With the prompt `[fail]` tasks end without a film: what the pipe
 * itself costs, without decoding and keeping one. DATABASE_URL names the Postgres.
 */
import { startReceiver } from '../test/support/receiver.ts'
import { accountsSql, createBenchDatabase, keyOf } from './database.ts'
import { childrenOf, usageOf } from './process-usage.ts'
import { runLoad } from './run-load.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const accounts = 16
const callers = 64
const deadlineSeconds = 600
const many = 1_000_000

export async function benchPipe(...settings: string[]): Promise<void> {
  const [tasks = 2000, connections = 10] = settings.slice(0, 2).map(Number)
  const prompt = settings[2] ?? 'a cat'
  const told = new Map<string, number>()
  const allTold = Promise.withResolvers<void>()
  await using receiver = await startReceiver(({ body }, response) => {
    const { task_id: id } = JSON.parse(body) as { task_id: string }
    told.set(id, (told.get(id) ?? 0) + 1)
    response.end()
    if (told.size === tasks) allTold.resolve()
  })
  await using database = await createBenchDatabase()
  await using server = await startBenchServer(
    {
      engines: { scripted: { type: 'scripted', concurrency: 256 } },
      models: { 'sora-2': ['scripted'] },
      limits: { requestsPerMinute: many, openTasks: many, serverOpenTasks: many, inFlight: 1000 },
    },
    { DATABASE_URL: database.url, DATABASE_POOL_SIZE: String(connections), RUSHES_ALLOW_PRIVATE_URLS: 'true' },
  )
  await database.query(accountsSql(accounts))
  const keys = Array.from({ length: accounts }, (_, index) => keyOf(index + 1))
  const before = await usageOf(server.pid)
  const startedAt = performance.now()
  const load = await runLoad({
    url: server.url,
    path: '/sora/videos',
    keys,
    body: {
      prompt,
      model: 'sora-2',
      duration: 4,
      size: '1280x720',
      version: '2.0',
      callback_url: receiver.url,
    },
    callers,
    seconds: deadlineSeconds,
    calls: tasks,
  })
  if (load.refused > 0) throw new Error(`${load.refused} calls were refused: ${load.firstRefusal}`)
  await allTold.promise
  const seconds = (performance.now() - startedAt) / 1000
  const after = await usageOf(server.pid)
  const media = await Promise.all((await childrenOf(server.pid)).map(usageOf))
  const states = await database.query<{ state: string; tasks: number }>(
    'select state, count(*)::int as tasks from tasks group by state',
  )
  const acceptRate = load.accepted / load.seconds
  say('tasks, accounts, callers, connections', `${tasks}, ${accounts}, ${callers}, ${connections}`)
  say('accepted a second, while others were made', acceptRate.toFixed(0))
  say('tasks a second from request to callback', (tasks / seconds).toFixed(0))
  say('  ended', states.map(({ state, tasks: count }) => `${count} ${state}`).join(', '))
  say(
    '  told more than once, never',
    `${[...told.values()].filter((times) => times > 1).length}, ${load.ids.filter((id) => !told.has(id)).length}`,
  )
  say('processor time a task: server', `${(((after.cpuSeconds - before.cpuSeconds) / tasks) * 1000).toFixed(1)} ms`)
  say(
    '  its media processes',
    `${((media.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / tasks) * 1000).toFixed(1)} ms`,
  )
}
