/** `rushes backup` and `rushes restore`, on servers that run and that do not, as child processes. */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  watch,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { lockDataDirectory } from '../../src/data-directory.ts'
import { prepareDatabase } from '../support/database.ts'
import { createServeProcess } from '../support/serve-process.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const key = 'test-key-of-a-server-backed-up'
const commandMilliseconds = 60_000

let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'rushes-backup-'))
  await writeFile(join(root, 'config.json'), JSON.stringify({ models: { 'sora-2': ['scripted'] } }))
})
after(() => rm(root, { recursive: true, force: true }))

/** The embedded profile, also where the other tests run on a Postgres. */
const environmentOf = (dataDirectory: string) => ({
  RUSHES_DATA_DIR: dataDirectory,
  RUSHES_CONFIG: join(root, 'config.json'),
  RUSHES_API_KEY: key,
})

async function rushes(dataDirectory: string, ...args: string[]) {
  const env = { ...process.env, ...environmentOf(dataDirectory) }
  return run(process.execPath, [main, ...args], { env, timeout: commandMilliseconds }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
}

function serverOn(dataDirectory: string) {
  const running = createServeProcess(environmentOf(dataDirectory))
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(commandMilliseconds)
    return fetch(`${running.url}${path}`, { ...init, headers, signal })
  }
  return {
    ...running,
    start: running.start,
    async makeVideo(prompt: string) {
      const body = JSON.stringify({ model: 'sora-2', prompt, seconds: '4', size: '1280x720' })
      const { id } = (await (await call('/v1/videos', { method: 'POST', body })).json()) as { id: string }
      await running.logged((line) => line.msg === 'task succeeded', 'task succeeded')
      return id
    },
    video: async (id: string) => (await call(`/v1/videos/${id}`)).json() as Promise<Record<string, unknown>>,
    film: async (id: string) => digest(Buffer.from(await (await call(`/v1/videos/${id}/content`)).arrayBuffer())),
  }
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The digest of every file below a folder; what a process leaves to say that it runs is none of them. */
async function digestsOf(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (name.endsWith('postmaster.pid')) continue
    if ((await stat(join(folder, name))).isFile()) digests[name] = digest(await readFile(join(folder, name)))
  }
  return digests
}

/** Resolves when the names in a folder are such. */
async function untilNames(folder: string, are: (names: string[]) => boolean): Promise<void> {
  const changes = watch(folder, { signal: AbortSignal.timeout(commandMilliseconds) })
  if (are(await readdir(folder))) return
  for await (const _ of changes) if (are(await readdir(folder))) return
}

/** Runs a command and kills it with -9 as soon as the names in a folder are such. */
async function killed(
  dataDirectory: string,
  args: readonly string[],
  folder: string,
  when: (names: string[]) => boolean,
): Promise<void> {
  const env = { ...process.env, ...environmentOf(dataDirectory) }
  const child = spawn(process.execPath, [main, ...args], { env, stdio: 'ignore' })
  const gone = once(child, 'exit')
  await untilNames(folder, when)
  child.kill('SIGKILL')
  assert.deepEqual(await gone, [null, 'SIGKILL'])
}

const isSnapshot = (name: string) => name.startsWith('snapshot-')

describe('of a server that runs', () => {
  let backup: string
  let original: Record<string, unknown>
  let filmDigest: string
  let id: string
  let directory: string

  before(async () => {
    directory = join(root, 'running')
    backup = join(root, 'running.tar')
    await prepareDatabase(directory)
    const server = serverOn(directory)
    await server.start()
    id = await server.makeVideo('a red umbrella')
    original = await server.video(id)
    filmDigest = await server.film(id)
    const { code, stderr } = await rushes(directory, 'backup', backup)
    assert.equal(code, 0, stderr)
    assert.equal((await server.video(id)).status, 'completed')
    await server.end('SIGTERM')
  })

  test('a backup made while it runs, restored elsewhere, answers for the same tasks with the same films', async () => {
    const target = join(root, 'restored')
    const { code, stderr } = await rushes(target, 'restore', backup)
    assert.equal(code, 0, stderr)
    assert.deepEqual(await digestsOf(join(target, 'files')), await digestsOf(join(directory, 'files')))
    assert.equal(await readFile(join(target, 'secret'), 'utf8'), await readFile(join(directory, 'secret'), 'utf8'))
    const server = serverOn(target)
    await server.start()
    try {
      assert.deepEqual(await server.video(id), original)
      assert.equal(await server.film(id), filmDigest)
    } finally {
      await server.end('SIGTERM')
    }
  })

  test('a backup is its owner’s, is never written over, and leaves nothing in the data directory', async () => {
    assert.equal((await stat(backup)).mode & 0o777, 0o600)
    const before = digest(await readFile(backup))
    const { code, stderr } = await rushes(directory, 'backup', backup)
    assert.equal(code, 1)
    assert.match(stderr, /running\.tar exists; name a file that does not/)
    assert.equal(digest(await readFile(backup)), before)
    assert.deepEqual((await readdir(directory)).filter(isSnapshot), [])
  })

  test('a backup that is killed leaves no snapshot in the data directory, and one that comes later removes its half of a file', async () => {
    const [data, target] = [join(root, 'killed'), join(root, 'killed-backups')]
    await cp(directory, data, { recursive: true })
    await mkdir(target)
    // Its bytes are nowhere until they are read: long enough to be killed over.
    const large = join(data, 'files', 'large.mp4')
    await writeFile(large, '')
    await truncate(large, 1024 ** 3)
    const half = (names: string[]) => names.some((name) => name.endsWith('.part'))
    const server = serverOn(data)
    await server.start()
    try {
      await killed(data, ['backup', join(target, 'running.tar')], target, half)
      await untilNames(data, (names) => !names.some(isSnapshot))
    } finally {
      await server.end('SIGTERM')
    }
    await killed(
      data,
      ['backup', join(target, 'stopped.tar')],
      target,
      (names) => names.filter((name) => name.endsWith('.part')).length > 1,
    )
    await rm(large)
    const anHourAgo = new Date(Date.now() - 3_600_000)
    for (const name of await readdir(target)) await utimes(join(target, name), anHourAgo, anHourAgo)
    for (const name of ['running.tar', 'stopped.tar']) {
      const { code, stderr } = await rushes(data, 'backup', join(target, name))
      assert.equal(code, 0, stderr)
    }
    assert.deepEqual((await readdir(target)).sort(), ['running.tar', 'stopped.tar'])
    assert.deepEqual((await readdir(data)).filter(isSnapshot), [])
  })

  test('a server does not start on what a killed restore left', async () => {
    const target = join(root, 'half-restored')
    await mkdir(target)
    await killed(target, ['restore', backup], target, (names) => names.some((name) => name.startsWith('restoring-')))
    const left = await digestsOf(target)
    for (const command of ['serve', 'reconcile']) {
      const { code, stderr } = await rushes(target, command)
      assert.equal(code, 1)
      assert.match(stderr, /half-restored holds a part of a backup only/)
    }
    assert.deepEqual(await digestsOf(target), left)
  })

  test('of a backup that is cut off or damaged nothing is restored, and a sentence says so', async () => {
    const { size } = await stat(backup)
    const [cut, changed] = [join(root, 'cut.tar'), join(root, 'changed.tar')]
    await cp(backup, cut)
    await truncate(cut, Math.floor(size / 2))
    const bytes = await readFile(backup)
    // Not in a header, whose own checksum would find it, but inside of a file.
    const film = bytes.indexOf('ftyp')
    bytes[film + 200] = (bytes[film + 200] ?? 0) ^ 255
    await writeFile(changed, bytes)
    for (const [path, sentence] of [
      [cut, /cut\.tar is no whole backup/],
      [changed, /changed\.tar is damaged: its file \S+ is not what was backed up/],
      [join(root, 'config.json'), /config\.json is no whole backup/],
    ] as const) {
      const target = join(root, 'untouched')
      const { code, stderr } = await rushes(target, 'restore', path)
      assert.equal(code, 1, path)
      assert.match(stderr, sentence)
      await assert.rejects(stat(target), { code: 'ENOENT' })
    }
  })

  test('a backup that is read goes on while the server is stopped and started again, and is whole', async () => {
    const [data, target] = [join(root, 'restarted'), join(root, 'restarted-backups')]
    await cp(directory, data, { recursive: true })
    await mkdir(target)
    // Long enough to read for the command to be halted over.
    const large = join(data, 'files', 'large.mp4')
    await writeFile(large, '')
    await truncate(large, 64 * 1024 ** 2)
    const server = serverOn(data)
    await server.start()
    const env = { ...process.env, ...environmentOf(data) }
    const child = spawn(process.execPath, [main, 'backup', join(target, 'whole.tar')], { env, stdio: 'ignore' })
    const gone = once(child, 'exit')
    try {
      await untilNames(target, (names) => names.length > 0)
      child.kill('SIGSTOP')
      await server.end('SIGTERM')
      await server.start()
      child.kill('SIGCONT')
      assert.deepEqual(await gone, [0, null])
      assert.deepEqual(await readdir(target), ['whole.tar'])
      assert.deepEqual((await readdir(data)).filter(isSnapshot), [])
    } finally {
      child.kill('SIGKILL')
      await server.end('SIGTERM')
    }
  })

  test('a server that starts while a backup is checked keeps its directory, and what it has put there', async () => {
    for (const [stays, sentence] of [
      [true, /the process \d+ is using this directory/],
      [false, /is not empty; restore into a new one/],
    ] as const) {
      const [target, pipe] = [join(root, `checked-${stays}`), join(root, `pipe-${stays}`)]
      await run('mkfifo', [pipe])
      const restoring = rushes(target, 'restore', pipe)
      // Opens when the command has begun to read.
      const feed = await open(pipe, 'w')
      const server = await lockDataDirectory(target, undefined)
      if (!stays) await server.release()
      await feed.writeFile(await readFile(backup))
      await feed.close()
      const { code, stderr } = await restoring
      assert.equal(code, 1)
      assert.match(stderr, sentence)
      assert.equal((await readFile(join(target, 'secret'), 'utf8')).trim(), server.secret)
      if (stays) await server.release()
    }
  })

  test('a backup is restored into an empty directory only', async () => {
    const target = join(root, 'occupied')
    await mkdir(target)
    await writeFile(join(target, 'mine'), 'mine')
    const { code, stderr } = await rushes(target, 'restore', backup)
    assert.equal(code, 1)
    assert.match(stderr, /occupied is not empty; restore into a new one/)
    assert.deepEqual(await readdir(target), ['mine'])
  })

  test('a backup of a server that is stopped is the same data', async () => {
    const [path, target] = [join(root, 'stopped.tar'), join(root, 'from-stopped')]
    assert.equal((await rushes(directory, 'backup', path)).code, 0)
    assert.equal((await rushes(target, 'restore', path)).code, 0)
    assert.deepEqual(await digestsOf(join(target, 'files')), await digestsOf(join(directory, 'files')))
    assert.match((await rushes(target, 'reconcile')).stdout, /1 tasks/)
  })
})
