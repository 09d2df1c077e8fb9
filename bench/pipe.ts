/**
 * npm run bench -- pipe [tasks] [connections] [prompt]: tasks through the whole pipe, from the request to the callback at a local
 * receiver, on an engine that answers at once; in turns with an api process that only accepts such requests, so that both
 * meet the same machine. Nothing may get lost: each task ends once and is told once. With the prompt `[fail]` tasks end
 * without a film: what the pipe itself costs, without decoding and keeping one. DATABASE_URL names the Postgres.
 */
import { startReceiver } from '../test/support/receiver.ts'
import { scriptedConfig, startApiServer } from './api-server.ts'
import { accountsSql, type BenchDatabase, createBenchDatabase, keyOf } from './database.ts'
import type { LoadReport } from './load.ts'
import { median } from './median.ts'
import { childrenOf, usageOf } from './process-usage.ts'
import { runLoad } from './run-load.ts'
import { say } from './say.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const accounts = 16
const callers = 64
const rounds = 3
/** Tasks at once: an engine that answers at once has no reason to let any wait. */
const slots = 256
const deadlineSeconds = 600
/** Tasks before those that are measured. */
const warmUp = (tasks: number) => Math.ceil(tasks / 5)

interface Settings {
  tasks: number
  connections: number
  prompt: string
}

export async function benchPipe(tasks = '4000', connections = '10', prompt = 'a cat'): Promise<void> {
  const settings: Settings = { tasks: Number(tasks), connections: Number(connections), prompt }
  say('tasks, accounts, callers, connections', `${tasks}, ${accounts}, ${callers}, ${connections}`)
  const accepted: number[] = []
  const piped: Piped[] = []
  for (let round = 0; round < rounds; round++) {
    accepted.push(await acceptOnly(settings))
    piped.push(await throughPipe(settings))
  }
  const list = (values: number[], digits = 0) => values.map((value) => value.toFixed(digits)).join(', ')
  const ratios = piped.map(({ rate }, round) => rate / (accepted[round] ?? Number.NaN))
  say('accepted a second, by a process that does nothing else', list(accepted))
  say('tasks a second from request to callback', list(piped.map(({ rate }) => rate)))
  say('  as a ratio, median of the rounds (asked: 0.33)', median(ratios).toFixed(2))
  say('  accepted a second meanwhile, by the same process', list(piped.map(({ acceptRate }) => acceptRate)))
  say(
    'processor time a task: server',
    `${list(
      piped.map(({ serverMilliseconds }) => serverMilliseconds),
      1,
    )} ms`,
  )
  say(
    '  its media processes',
    `${list(
      piped.map(({ mediaMilliseconds }) => mediaMilliseconds),
      1,
    )} ms`,
  )
}

/** Requests accepted a second. */
async function acceptOnly({ tasks, connections, prompt }: Settings): Promise<number> {
  await using receiver = await startReceiver((_, response) => response.end())
  await using database = await createBenchDatabase()
  await using server = await startApiServer(database, connections)
  await database.query(accountsSql(accounts))
  await send(server, prompt, receiver.url, warmUp(tasks))
  const { accepted, seconds } = await send(server, prompt, receiver.url, tasks)
  return accepted / seconds
}

interface Piped {
  /** Tasks a second. */
  rate: number
  acceptRate: number
  /** Of processor time, a task. */
  serverMilliseconds: number
  mediaMilliseconds: number
}

async function throughPipe({ tasks, connections, prompt }: Settings): Promise<Piped> {
  const all = tasks + warmUp(tasks)
  const told = new Map<string, number>()
  const [warmedUp, allTold] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await using receiver = await startReceiver(({ body }, response) => {
    const { task_id: id } = JSON.parse(body) as { task_id: string }
    told.set(id, (told.get(id) ?? 0) + 1)
    response.end()
    if (told.size === warmUp(tasks)) warmedUp.resolve()
    if (told.size === all) allTold.resolve()
  })
  await using database = await createBenchDatabase()
  await using server = await startBenchServer(
    {
      ...scriptedConfig,
      engines: { scripted: { type: 'scripted', concurrency: slots } },
      limits: { ...scriptedConfig.limits, inFlight: slots },
    },
    { DATABASE_URL: database.url, DATABASE_POOL_SIZE: String(connections), RUSHES_ALLOW_PRIVATE_URLS: 'true' },
  )
  await database.query(accountsSql(accounts))
  await send(server, prompt, receiver.url, warmUp(tasks))
  await warmedUp.promise
  const before = await usage(server)
  const startedAt = performance.now()
  const load = await send(server, prompt, receiver.url, tasks)
  await allTold.promise
  const seconds = (performance.now() - startedAt) / 1000
  const after = await usage(server)
  await refuseLoss(database, told, all)
  return {
    rate: tasks / seconds,
    acceptRate: load.accepted / load.seconds,
    serverMilliseconds: ((after.server - before.server) / tasks) * 1000,
    mediaMilliseconds: ((after.media - before.media) / tasks) * 1000,
  }
}

/** Makes that many calls; throws when one is refused. */
async function send({ url }: BenchServer, prompt: string, callbackUrl: string, calls: number): Promise<LoadReport> {
  const body = {
    prompt,
    model: 'sora-2',
    duration: 4,
    size: '1280x720',
    version: '2.0',
    callback_url: callbackUrl,
  }
  const keys = Array.from({ length: accounts }, (_, index) => keyOf(index + 1))
  const load = await runLoad({ url, path: '/sora/videos', keys, body, callers, seconds: deadlineSeconds, calls })
  if (load.refused > 0) throw new Error(`${load.refused} calls were refused: ${load.firstRefusal}`)
  return load
}

/** Seconds of processor time that a server and its media processes have taken. */
async function usage({ pid }: BenchServer): Promise<{ server: number; media: number }> {
  const media = await Promise.all((await childrenOf(pid)).map(usageOf))
  return { server: (await usageOf(pid)).cpuSeconds, media: media.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) }
}

/** Throws unless each task has ended once and was told once. */
async function refuseLoss(database: BenchDatabase, told: Map<string, number>, all: number): Promise<void> {
  const [{ ended = 0 } = {}] = await database.query<{ ended: number }>(
    `select count(*)::int as ended from tasks where state in ('succeeded', 'failed')`,
  )
  const twice = [...told.values()].filter((times) => times > 1).length
  if (ended !== all || told.size !== all || twice > 0) {
    throw new Error(`of ${all} tasks ${ended} ended, ${told.size} were told, ${twice} of them more than once`)
  }
}
