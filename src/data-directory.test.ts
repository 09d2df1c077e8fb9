import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { findRunningServer, lockDataDirectory } from './data-directory.ts'
import { ConfigError } from './errors.ts'

let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'rushes-lock-'))
})
after(() => rm(root, { recursive: true, force: true }))

test('a directory belongs to one process at a time', async () => {
  const directory = join(root, 'one')
  const first = await lockDataDirectory(directory, undefined)
  await assert.rejects(lockDataDirectory(directory, undefined), (error: Error) => {
    assert.ok(error instanceof ConfigError)
    assert.match(error.message, new RegExp(`the process ${process.pid} is using this directory`))
    return true
  })
  await first.release()
  await (await lockDataDirectory(directory, undefined)).release()
})

test('whoever asks is told where the server answers', async () => {
  const directory = join(root, 'asked')
  assert.equal(await findRunningServer(directory), undefined)
  const lock = await lockDataDirectory(directory, undefined)
  lock.announce('http://127.0.0.1:1234')
  assert.deepEqual(await findRunningServer(directory), { url: 'http://127.0.0.1:1234', pid: process.pid })
  await lock.release()
  assert.equal(await findRunningServer(directory), undefined)
})

test('what a killed process left behind is no lock', async () => {
  const directory = join(root, 'killed')
  await (await lockDataDirectory(directory, undefined)).release()
  await writeFile(join(directory, 'server.sock'), '')
  await (await lockDataDirectory(directory, undefined)).release()
})

test('a process that was killed while it took the directory over holds up none, though the clock was set back since', async () => {
  const directory = join(root, 'set-back')
  await (await lockDataDirectory(directory, undefined)).release()
  await writeFile(join(directory, 'server.sock'), '')
  const turn = join(directory, 'server.sock.takeover')
  await mkdir(turn)
  const inAnHour = new Date(Date.now() + 3_600_000)
  await utimes(turn, inAnHour, inAnHour)
  await (await lockDataDirectory(directory, undefined)).release()
})

test('a process that is too busy to answer still has its directory', async () => {
  const directory = join(root, 'busy')
  const busy = createServer((socket) => socket.resume())
  await mkdir(directory)
  await new Promise<void>((resolve) => busy.listen(join(directory, 'server.sock'), resolve))
  await assert.rejects(lockDataDirectory(directory, undefined), /another process is using this directory/)
  await new Promise((resolve) => busy.close(resolve))
})

test('of many that start at once on what a killed process left, one gets the directory', async () => {
  const directory = join(root, 'race')
  await (await lockDataDirectory(directory, undefined)).release()
  await writeFile(join(directory, 'server.sock'), '')
  const starts = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDirectory(directory, undefined)))
  const owners = starts.filter((start) => start.status === 'fulfilled')
  assert.equal(owners.length, 1)
  for (const { value } of owners) await value.release()
})

test('a damaged secret is not used', async () => {
  const directory = join(root, 'damaged')
  await mkdir(directory)
  await writeFile(join(directory, 'secret'), '')
  await assert.rejects(lockDataDirectory(directory, undefined), /secret is damaged/)
})

test('the secret is made once, kept, and readable by its owner only', async () => {
  const directory = join(root, 'secret')
  const first = await lockDataDirectory(directory, undefined)
  await first.release()
  const second = await lockDataDirectory(directory, undefined)
  await second.release()
  assert.equal(first.secret, second.secret)
  assert.match(first.secret, /^[0-9a-f]{64}$/)
  assert.equal((await stat(join(directory, 'secret'))).mode & 0o777, 0o600)
  const own = await lockDataDirectory(directory, 'a-secret-of-my-own')
  assert.equal(own.secret, 'a-secret-of-my-own')
  await own.release()
})

test('a path too long for a socket works all the same', async () => {
  const directory = join(root, 'x'.repeat(120))
  const lock = await lockDataDirectory(directory, undefined)
  assert.equal((await findRunningServer(directory))?.pid, process.pid)
  await lock.release()
})
