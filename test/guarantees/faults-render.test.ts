/** The kernel ends a process that renders or decodes, as when the machine has no memory left. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createSpawnedServer, type SpawnedServer } from '../support/spawned-server.ts'

const film = { prompt: 'a red balloon over the sea', version: '2.0', duration: 4, size: '720x1280' }

/** The processes that the server has started, each with what it runs. */
async function childrenOf(pid: number): Promise<{ pid: number; command: string }[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const pids = text.split(' ').filter(Boolean).map(Number)
  return Promise.all(
    pids.map(async (child) => ({
      pid: child,
      command: await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => ''),
    })),
  )
}

/** Ends the next process that runs this with -9; resolves when it is done. */
async function killNext(server: SpawnedServer, program: RegExp, killed: Set<number>): Promise<void> {
  for (;;) {
    const one = (await childrenOf(server.pid)).find(({ pid, command }) => program.test(command) && !killed.has(pid))
    if (one) {
      killed.add(one.pid)
      return void process.kill(one.pid, 'SIGKILL')
    }
    await delay(20)
  }
}

test('a renderer that the kernel ends is started anew and the film is made; one that is always ended fails it by a sentence, for nothing', async () => {
  await using server = await createSpawnedServer({ models: { 'sora-2': ['animatic'] } })
  await server.start()
  const killed = new Set<number>()
  const made = server.post('/sora/videos', film)
  await killNext(server, /render\/child\.ts/, killed)
  const { status, body } = await made
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(killed.size, 1)

  const used = async () => JSON.stringify((await server.get('/api/v1/applications')).body)
  const before = await used()
  let isOver = false
  const failing = server.post('/sora/videos', film).finally(() => {
    isOver = true
  })
  while (!isOver) await Promise.race([killNext(server, /render\/child\.ts/, killed), failing])
  const failed = await failing
  assert.equal(failed.status, 500, JSON.stringify(failed.body))
  assert.match(JSON.stringify(failed.body), /the render process was ended by SIGKILL before the film was whole/)
  assert.equal(killed.size, 4)
  assert.equal(await used(), before)
  assert.equal((await server.post('/sora/videos', film)).status, 200)
})

test('a decoder that the kernel ends is replaced, and the film is made', async () => {
  await using server = await createSpawnedServer({ models: { 'sora-2': ['scripted'] } })
  await server.start()
  const killed = new Set<number>()
  for (let number = 0; number < 3; number++) {
    const made = server.post('/sora/videos', { ...film, prompt: `[slow 300ms] ${number}` })
    await killNext(server, /media\/child\.ts/, killed)
    const { status, body } = await made
    assert.equal(status, 200, JSON.stringify(body))
  }
})
