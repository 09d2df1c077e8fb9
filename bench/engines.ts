/**
 * npm run bench -- engines [tasks] [shortest seconds] [longest seconds]: many tasks in flight on a simulated server that
 * speaks /v1/videos. How long from the engine's end to the caller's callback, what it costs this process, and whether the
 * polls are spread. DATABASE_URL names a Postgres; without one PGlite is part of the server's memory.
 */
import { startOpenaiVideosServer } from '../src/engines/openai-videos/test-openai-videos-server.ts'
import { startReceiver } from '../test/support/receiver.ts'
import { childrenOf, usageOf } from './process-usage.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const pollSeconds = 5
const sampleMilliseconds = 1000
const burstMilliseconds = 250

export async function benchEngines(...settings: string[]): Promise<void> {
  const [count = 1000, shortest = 60, longest = 120] = settings.map(Number)
  await using engine = await startOpenaiVideosServer('openai')
  const toldAt = new Map<string, number>()
  const told = Promise.withResolvers<void>()
  await using receiver = await startReceiver(({ body }, response) => {
    const { task_id: id, success } = JSON.parse(body) as { task_id: string; success: boolean }
    if (success) toldAt.set(id, Date.now())
    response.end()
    if (toldAt.size === count) told.resolve()
  })
  await using server = await startBenchServer({
    engines: {
      simulated: {
        type: 'openai-videos',
        baseUrl: engine.baseUrl,
        model: 'm',
        flavor: 'openai',
        concurrency: count,
        pollSeconds,
      },
    },
    models: { 'sora-2': ['simulated'] },
    limits: { inFlight: count, openTasks: 2 * count, requestsPerMinute: 100_000 },
  })
  const promptOf = new Map<string, string>()
  const before = await usageOf(server.pid)
  let peak = before.megabytes
  const sampling = setInterval(async () => {
    peak = Math.max(peak, (await usageOf(server.pid)).megabytes)
  }, sampleMilliseconds)
  const startedAt = performance.now()
  for (let number = 0; number < count; number++) {
    const seconds = shortest + ((longest - shortest) * number) / count
    const prompt = `film ${number} [slow ${seconds.toFixed(2)}s]`
    const { task_id: id } = await server.create({
      prompt,
      version: '2.0',
      duration: 4,
      size: '1280x720',
      callback_url: receiver.url,
    })
    promptOf.set(String(id), prompt)
  }
  say(`${count} tasks accepted in`, `${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  await told.promise
  clearInterval(sampling)
  const after = await usageOf(server.pid)
  const media = await Promise.all((await childrenOf(server.pid)).map(usageOf))
  const elapsed = (performance.now() - startedAt) / 1000

  const doneAt = new Map(
    engine.board.all().map(({ prompt, startedAt, script }) => [prompt, startedAt + script.workSeconds * 1000]),
  )
  const waits = [...toldAt].map(([id, at]) => at - (doneAt.get(promptOf.get(id) ?? '') ?? Number.NaN))
  waits.sort((a, b) => a - b)
  say(
    'engine done to caller told: p50, p99, worst',
    `${quantile(waits, 0.5)}, ${quantile(waits, 0.99)}, ${quantile(waits, 1)}`,
  )
  say('  one poll interval', `${pollSeconds * 1000} ms`)
  const polledAt = new Map(engine.simulator.callsTo('GET /v1/videos/*').map(({ path, at }) => [path, at]))
  const jobs = new Map(engine.board.all().map((job) => [job.prompt, job]))
  const ours = [...toldAt].map(([id, at]) => {
    const job = jobs.get(promptOf.get(id) ?? '')
    return at - (polledAt.get(`/v1/videos/video_${job?.id}`) ?? Number.NaN)
  })
  ours.sort((a, b) => a - b)
  say('  of it, from the poll that said so: p50, p99', `${quantile(ours, 0.5)}, ${quantile(ours, 0.99)}`)
  say('memory of the server process, at rest and at its peak', `${before.megabytes}, ${peak} MB`)
  say('cores of the server process', ((after.cpuSeconds - before.cpuSeconds) / elapsed).toFixed(2))
  const mediaSeconds = media.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
  say('processor time of its media processes', `${((mediaSeconds / count) * 1000).toFixed(0)} ms a film`)
  const polls = engine.simulator.callsTo('GET /v1/videos/*').map(({ at }) => at)
  say('polls', `${polls.length}, ${burst(polls)} times the mean in the busiest quarter of a second`)
}

function quantile(sorted: number[], part: number): string {
  return `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(0)} ms`
}

/** The busiest quarter of a second's polls over the mean of the middle half of the run. */
function burst(times: number[]): string {
  const from = Math.min(...times)
  const length = Math.max(...times) - from
  const middle = times.filter((at) => at > from + length / 4 && at < from + (3 * length) / 4)
  const bins = new Map<number, number>()
  for (const at of middle) {
    const bin = Math.floor((at - from) / burstMilliseconds)
    bins.set(bin, (bins.get(bin) ?? 0) + 1)
  }
  return (Math.max(...bins.values()) / (middle.length / (length / 2 / burstMilliseconds))).toFixed(1)
}
