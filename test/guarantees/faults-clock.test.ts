/** The clock of a server's machine jumps by an hour and back, while films are made: the embedded database's with it. */
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createTestDatabase } from '../support/database.ts'
import { startReceiver } from '../support/receiver.ts'
import { createServerProcess } from '../support/serve-process.ts'

const key = 'key-of-a-server-with-a-wrong-clock'
const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const preload = join(import.meta.dirname, '..', 'support', 'shifted-clock.ts')
const hourMilliseconds = 3_600_000
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }

for (const [way, shift] of [
  ['ahead', hourMilliseconds],
  ['back', -hourMilliseconds],
] as const) {
  test(`a clock that jumps an hour ${way}, and is set right again, ends no film, submits none twice, and leaves keys and links as they are`, async () => {
    await using receiver = await startReceiver()
    const database = await createTestDatabase()
    const configPath = join(database.dataDirectory, 'rushes.config.json')
    const wrong = join(database.dataDirectory, 'clock-is-wrong')
    const engines = { scripted: { type: 'scripted', concurrency: 4, deadlineSeconds: 120 } }
    await writeFile(configPath, JSON.stringify({ engines, models: { 'sora-2': ['scripted'] } }))
    const server = createServerProcess({
      file: process.execPath,
      arguments: ['--import', preload, main, 'serve'],
      environment: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: '0',
        RUSHES_DATA_DIR: database.dataDirectory,
        RUSHES_CONFIG: configPath,
        RUSHES_API_KEY: key,
        RUSHES_TEST_CLOCK_WRONG: wrong,
        ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }),
      },
    })
    await server.start()
    try {
      const ids: string[] = []
      const make = async (prompt: string) => {
        const sent = JSON.stringify({ prompt, duration: 10, callback_url: receiver.url })
        const answer = await fetch(`${server.url}/sora/videos`, { method: 'POST', headers, body: sent })
        const { task_id: id } = (await answer.json()) as { task_id: string }
        assert.equal(answer.status, 200)
        ids.push(id)
        await receiver.untilAll([id])
        const film = await fetch(`${server.url}/sora/tasks`, { method: 'POST', headers, body: JSON.stringify({ id }) })
        const { response } = (await film.json()) as { response: { data: [{ video_url: string }] } }
        return response.data[0].video_url
      }
      const isShifted = ({ time = '' }: { time?: string }) =>
        Math.abs(Date.parse(time) - Date.now() - shift) < hourMilliseconds / 2
      const links = [await make('before')]
      const underWay = ['[start 1s] one', '[start 2s] two', '[start 3s] three'].map(make)
      await server.logged(
        () => server.lines.filter(({ msg }) => msg === 'task submitting').length === 4,
        'three under way',
      )
      await writeFile(wrong, String(shift))
      links.push(await make('meanwhile'))
      await server.logged(isShifted, 'the clock has jumped')
      links.push(...(await Promise.all(underWay)), await make('at last'))
      await rm(wrong)
      for (let number = 0; number < 5; number++) links.push(await make(`afterwards ${number}`))
      await receiver.untilAll(ids)
      for (const link of links) assert.equal((await fetch(link)).status, 200, link)
      for (const id of ids) {
        const said = (message: string) =>
          server.lines.filter(({ task_id, msg }) => task_id === id && msg === message).length
        // Its outcome may be told before its line is read.
        await server.logged(({ task_id, msg }) => task_id === id && msg === 'task succeeded', id)
        assert.deepEqual([said('task submitting'), said('task succeeded')], [1, 1], id)
        const told = receiver.received.filter(({ body }) => body.includes(id))
        assert.equal(new Set(told.map(({ headers: { 'webhook-id': name } }) => name)).size, 1)
      }
    } finally {
      await server.end('SIGTERM')
      await database.remove()
    }
  })
}
