/** Many tasks in flight on one engine: how they are asked after, and what that costs. `npm run bench -- engines` measures it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseLiveEvent } from '../../src/db/wake.ts'
import { createProgressBoard } from '../../src/dispatch/progress-board.ts'
import {
  type OpenaiVideosServer,
  startOpenaiVideosServer,
} from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import { newId } from '../../src/ids.ts'
import { createLogger } from '../../src/logger.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const tasks = 40
const pollMilliseconds = 1000
const rounds = 4
const polled = 'GET /v1/videos/*'

let engine: OpenaiVideosServer
let server: TestServer

before(async () => {
  engine = await startOpenaiVideosServer('openai')
  server = await startTestServer({
    file: {
      engines: {
        many: {
          type: 'openai-videos',
          baseUrl: engine.baseUrl,
          model: 'm',
          flavor: 'openai',
          concurrency: tasks,
          pollSeconds: pollMilliseconds / 1000,
        },
      },
      models: { 'sora-2': ['many'] },
      limits: { inFlight: tasks, openTasks: tasks },
    },
  })
  const body = { prompt: '[stall]', version: '2.0', duration: 4, async: true }
  await Promise.all(Array.from({ length: tasks }, () => server.post('/sora/videos', body)))
  await engine.simulator.until('POST /v1/videos', tasks)
})
after(async () => {
  await server[Symbol.asyncDispose]()
  await engine[Symbol.asyncDispose]()
})

test('tasks that began together are not polled together, and each once an interval', async () => {
  const begun = engine.simulator.callsTo(polled).length
  // All have been polled twice by then.
  await engine.simulator.until(polled, begun + (rounds + 2) * tasks)
  const polls = engine.simulator.callsTo(polled).slice(-rounds * tasks)
  // A machine that is busy bunches some rounds; polls that go together bunch them all.
  const widest = Math.max(...roundsOf(polls.map(({ at }) => at)).map(shortestOfHalf))
  assert.ok(widest > pollMilliseconds / 5, `half of all polls within ${widest} ms`)
  for (const one of Map.groupBy(polls, ({ path }) => path).values()) {
    const pauses = one.slice(1).map(({ at }, index) => at - (one[index]?.at ?? 0))
    // The server's timer, seen from the other end of a connection.
    assert.ok(
      pauses.every((pause) => pause > pollMilliseconds / 2),
      pauses.join(', '),
    )
  }
})

const roundsOf = (times: number[]): number[][] =>
  Array.from({ length: rounds }, (_, round) => times.slice(round * tasks, (round + 1) * tasks))

/** The shortest time in which half of a round's polls came; about 400 ms when they come at random over a second. */
function shortestOfHalf(times: number[]): number {
  const half = times.length / 2
  return Math.min(...times.slice(half).map((at, index) => at - (times[index] ?? at)))
}

test('the progress of many tasks is written and told in two statements, and a lost claim is noticed', async () => {
  const { db } = server.context.dispatch
  const told = new Map<string, number>()
  const allTold = Promise.withResolvers<void>()
  const stop = db.wake.on('account', (subject) => {
    const news = parseLiveEvent(subject)
    if (news?.event === 'task') told.set(news.data.id, news.data.progress)
    if (told.size === tasks - 1) allTold.resolve()
  })
  let statements = 0
  const root = db.root.withPlugin({
    transformQuery({ node }) {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const board = createProgressBoard({ db: { ...db, root }, logger: createLogger('silent') })
  const rows = await db.root.selectFrom('tasks').select(['id', 'claim_id']).execute()
  const held = await Promise.all(
    rows.map(({ id, claim_id }, index) => {
      const claim = { id: index === 0 || claim_id === null ? newId() : claim_id, worker: 'one' }
      return board.tell({ id, claim, progress: 90, isNews: true })
    }),
  )
  assert.deepEqual(
    held,
    rows.map((_, index) => index > 0),
  )
  assert.equal(statements, 2)
  await allTold.promise
  stop()
  assert.deepEqual([...new Set(told.values())], [90])
})
