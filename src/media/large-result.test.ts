import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { createDiskStore } from '../storage/disk-store.ts'
import { createMedia } from './media.ts'

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
