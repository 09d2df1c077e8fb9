import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { createDiskStore } from '../storage/disk-store.ts'
import { createMedia } from './media.ts'
import { createMediaPool } from './media-pool.ts'
import { writeTestVideo } from './test-media.ts'

const megabyte = 1024 * 1024
const resultBytes = 500 * megabyte
const mostBytes = 64 * megabyte
const sampleMilliseconds = 20

/** A host in a process of its own, so that what it holds is not counted here. */
const hostScript = `
  const chunk = Buffer.alloc(64 * 1024, 7)
  const server = require('node:http').createServer(async ({ url }, response) => {
    const bytes = Number(url.slice(1))
    response.writeHead(200, { 'content-length': bytes })
    for (let sent = 0; sent < bytes; sent += chunk.length) {
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve))
    }
    response.end()
  })
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

test('a result of 500 MB goes from its host to storage through less than 64 MB of memory', async () => {
  const host = spawn(process.execPath, ['-e', hostScript], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(host.stdout, 'data')) as [Buffer]
  const directory = await mkdtemp(join(tmpdir(), 'rushes-large-'))
  const guardedFetch = createGuardedFetch({ allowPrivateAddresses: true })
  const media = createMedia({ guardedFetch })
  const signal = AbortSignal.timeout(120_000)
  const path = join(directory, 'result')
  const url = `http://127.0.0.1:${port.toString().trim()}`
  // What is loaded once is not this result's, nor the spent network buffers that V8 lets lie, up to 64 MB, before it
  // looks for any: a first download brings both.
  await media.download(`${url}/${100 * megabyte}`, path, signal)
  const before = process.memoryUsage.rss()
  let peak = before
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, sampleMilliseconds)
  try {
    assert.equal((await media.download(`${url}/${resultBytes}`, path, signal)).bytes, resultBytes)
    const store = await createDiskStore({ root: join(directory, 'files') })
    await store.put('tasks/one/video.mp4', path, 'video/mp4', signal)
    assert.equal((await stat(join(directory, 'files', 'tasks/one/video.mp4'))).size, resultBytes)
  } finally {
    clearInterval(sampling)
    host.kill()
    await media.close()
    await guardedFetch.close()
    await rm(directory, { recursive: true, force: true })
  }
  assert.ok(peak - before < mostBytes, `${Math.round((peak - before) / megabyte)} MB`)
})

/** The most that a process has held so far, in bytes; from /proc. */
async function mostHeld(pid: number | undefined): Promise<number> {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** A film whose index stands at its end, behind as much of nothing; on disk it takes no room. */
async function writeSlowFilm(path: string, bytes: number): Promise<void> {
  await writeTestVideo({ path, fastStart: false })
  const film = await readFile(path)
  const index = film.indexOf('moov') - 4
  const header = Buffer.alloc(8)
  header.writeUInt32BE(bytes, 0)
  header.write('free', 4, 'latin1')
  await writeFile(path, Buffer.concat([film.subarray(0, index), header]))
  await using file = await open(path, 'r+')
  await file.write(film.subarray(index), 0, film.length - index, index + bytes)
}

test('one of 500 MB whose index stands at its end is put right through less than 64 MB', {
  skip: process.platform !== 'linux',
}, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-large-'))
  const pool = createMediaPool(1, { maxMemoryBytes: 2048 * megabyte })
  const signal = AbortSignal.timeout(120_000)
  try {
    const putRight = async (name: string, bytes: number) => {
      const [input, output] = [join(directory, name), join(directory, `fast-${name}`)]
      await writeSlowFilm(input, bytes)
      await pool.run({ kind: 'move-index', input, output }, 60, signal)
      return pool.run({ kind: 'probe', input: output, decodeAt: [0.5] }, 60, signal)
    }
    // What is loaded once is not this film's.
    assert.equal((await putRight('small.mp4', megabyte)).fastStart, true)
    const [pid] = pool.pids()
    const before = await mostHeld(pid)
    const facts = await putRight('large.mp4', resultBytes)
    assert.ok(facts.fastStart && facts.bytes > resultBytes)
    const more = (await mostHeld(pid)) - before
    assert.ok(more < mostBytes, `${Math.round(more / megabyte)} MB`)
  } finally {
    await pool.close()
    await rm(directory, { recursive: true, force: true })
  }
})
