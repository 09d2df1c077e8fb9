/** The engine of docs/writing-an-engine.md is what the document shows, and passes the suite of every engine. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createFilmHouseEngine, filmHouseSettings } from '../docs/examples/film-house-engine.ts'
import { testRemoteEngine } from '../src/engines/remote/remote-engine.conformance.ts'
import { createJobBoard, type SimulatedJob } from '../src/engines/remote/test-job-board.ts'
import { engineParts } from '../src/engines/remote/test-parts.ts'
import { Answer, type Route, startSimulator } from '../src/engines/remote/test-simulator.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const secret = 'key-that-nobody-else-may-see'

test('the document shows the engine as it is', async () => {
  const page = await readFile(join(docs, 'writing-an-engine.md'), 'utf8')
  const code = await readFile(join(docs, 'examples', 'film-house-engine.ts'), 'utf8')
  assert.ok(page.includes(`\`\`\`ts\n${code}\`\`\``), 'copy docs/examples/film-house-engine.ts into the document')
})

async function startFilmHouse() {
  const board = createJobBoard()
  const find = (path: string): SimulatedJob => {
    const job = board.get(path.split('/')[2] ?? '')
    if (!job || job.cancelled) throw new Answer(404, { error: 'no such film' })
    return job
  }
  const guard =
    (route: Route): Route =>
    (call, response) => {
      if (call.headers.authorization === `Bearer ${secret}`) return route(call, response)
      throw new Answer(401, { error: 'who are you?' })
    }
  const words = { queued: 'waiting', running: 'shooting', succeeded: 'wrapped', failed: 'scrapped', cancelled: 'gone' }
  const simulator = await startSimulator({
    'POST /films': guard(({ json = {} }) => {
      const film = { width: Number(json.width), height: Number(json.height), seconds: Number(json.seconds) }
      return { id: board.add(String(json.prompt), film, String(json.key)).id }
    }),
    'GET /films/*': guard(({ path }) => {
      const now = board.stateOf(find(path))
      return {
        state: words[now.state],
        ...(now.state === 'running' && { part: now.progress }),
        ...(now.state === 'failed' && { error: now.message }),
      }
    }),
    'DELETE /films/*': guard(({ path }) => {
      find(path).cancelled = true
      return {}
    }),
    'GET /films/*/reel': guard(async ({ path }) => {
      return new Answer(200, await board.filmOf(find(path)), { 'content-type': 'video/mp4' })
    }),
  })
  const settings = { type: 'film-house', baseUrl: simulator.origin, apiKeyEnv: 'KEY' } as const
  const again = async () => createFilmHouseEngine(engineParts(filmHouseSettings, settings, { KEY: secret }))
  return {
    simulator,
    board,
    engine: await again(),
    again,
    secret,
    calls: { start: 'POST /films', poll: 'GET /films/*', result: 'GET /films/*/reel' },
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]()
      await board[Symbol.asyncDispose]()
    },
  }
}

testRemoteEngine('the engine of the document', { create: startFilmHouse })
