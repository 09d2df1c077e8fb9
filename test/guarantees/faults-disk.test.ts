/** The disk is full, or may not be written to. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { landscapePng } from '../acceptance/support/png.ts'
import { createTestDatabase } from '../support/database.ts'
import { form } from '../support/form.ts'
import { pathIn, remount, withMount, withoutMounts } from '../support/own-mounts.ts'
import { createServerProcess } from '../support/serve-process.ts'

const skip = withoutMounts
const diskBytes = 16 * 1024 ** 2
const key = 'key-of-a-server-on-a-full-disk'
const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const serve = [process.execPath, main, 'serve']

async function prepare() {
  const database = await createTestDatabase()
  const configPath = join(database.dataDirectory, 'rushes.config.json')
  await writeFile(configPath, JSON.stringify({ models: { 'sora-2': ['scripted'] } }))
  const environment = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    RUSHES_DATA_DIR: database.dataDirectory,
    RUSHES_CONFIG: configPath,
    RUSHES_API_KEY: key,
    ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }),
  }
  return { database, environment, files: join(database.dataDirectory, 'files') }
}

test('where the disk is full, or becomes read-only, films, references and uploads are refused by a sentence, cost nothing and leave nothing; when it takes files again all works', {
  skip,
}, async () => {
  const { database, environment, files } = await prepare()
  await mkdir(files, { recursive: true })
  const mounted = withMount(`mount -t tmpfs -o size=${diskBytes} tmpfs "$0"`, files, serve)
  const server = createServerProcess({ ...mounted, environment })
  await server.start()
  try {
    const headers = { authorization: `Bearer ${key}` }
    const post = async (path: string, body: object) => {
      const sent = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
      const answer = await fetch(`${server.url}${path}`, sent)
      return { status: answer.status, body: await answer.text() }
    }
    const here = pathIn(server.pid, files)
    const kept = async () =>
      (await readdir(here, { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile())
        .map(({ name }) => name)
    const used = async () => {
      const { items } = await (await fetch(`${server.url}/api/v1/applications`, { headers })).json()
      return [items[0].used, items[0].reserved]
    }
    await writeFile(join(here, 'filler'), Buffer.alloc(2 * diskBytes)).catch(() => {})

    const film = { prompt: 'a cat', version: '2.0', duration: 4, size: '720x1280' }
    const image = landscapePng(720, 1280)
    const reference = `data:image/png;base64,${image.toString('base64')}`
    const sent = form([{ name: 'file', value: image, filename: 'a.png', type: 'image/png' }])
    const upload = await fetch(`${server.url}/api/v1/files`, {
      method: 'POST',
      headers: { ...headers, ...sent.headers },
      body: new Uint8Array(sent.payload),
    })
    const answers = [
      await post('/sora/videos', film),
      await post('/sora/videos', { ...film, image_urls: [reference] }),
      { status: upload.status, body: await upload.text() },
    ]
    for (const { status, body } of answers) {
      assert.equal(status, 503, body)
      assert.match(body, /takes or gives no files at the moment/)
    }
    assert.deepEqual([await kept(), await used()], [['filler'], [0, 0]])
    await rm(join(here, 'filler'))
    const made = await post('/sora/videos', { ...film, image_urls: [reference] })
    assert.equal(made.status, 200, made.body)
    assert.equal((await kept()).length, 3)

    remount(server.pid, files, 'ro')
    const refused = await post('/sora/videos', film)
    assert.equal(refused.status, 503, refused.body)
    remount(server.pid, files, 'rw')
    assert.equal((await post('/sora/videos', film)).status, 200)
  } finally {
    await server.end('SIGTERM')
    await database.remove()
  }
})

test('a data directory that may not be written to stops the start with a sentence', { skip }, async () => {
  const { database, environment } = await prepare()
  const readOnly = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'
  const { file, arguments: options } = withMount(readOnly, database.dataDirectory, serve)
  const child = spawn(file, options, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const [[code], sentence] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  assert.equal(code, 1)
  assert.match(sentence, /^rushes: RUSHES_DATA_DIR cannot be used: .*read-only file system/)
  await database.remove()
})
