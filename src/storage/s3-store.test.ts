import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { ConfigError } from '../errors.ts'
import { createS3Store, type S3StoreOptions } from './s3-store.ts'
import { testStore } from './store.conformance.ts'
import { s3TestKeys, startS3Server } from './test-s3-server.ts'

const never = new AbortController().signal
const inAnHour = () => new Date(Date.now() + 3_600_000)
Object.assign(process.env, s3TestKeys)

async function openStore(change: Partial<S3StoreOptions> = {}) {
  const server = await startS3Server()
  const { endpoint, bucket } = server
  const options = { bucket, endpoint, region: 'us-east-1', forcePathStyle: true, prefix: 'rushes/', presign: true }
  const store = createS3Store({ ...options, ...change })
  const dispose = async () => {
    store.close()
    await server.stop()
  }
  return { store, dispose }
}

async function openFor(t: TestContext, change: Partial<S3StoreOptions> = {}) {
  const { store, dispose } = await openStore(change)
  t.after(dispose)
  return store
}

testStore('s3', () => openStore(), {
  readsWhileReplacing: "S3 promises it; the test's server writes objects in place",
})

test('a film of several parts comes back byte for byte, and its link plays without a key, in ranges', async (t) => {
  const store = await openFor(t)
  const folder = await mkdtemp(join(tmpdir(), 'rushes-s3-'))
  t.after(() => rm(folder, { recursive: true }))
  const film = randomBytes(20_000_000)
  await writeFile(join(folder, 'film.mp4'), film)
  await store.put('tasks/a/video.mp4', join(folder, 'film.mp4'), 'video/mp4', never)
  const opened = await store.open('tasks/a/video.mp4', null, never)
  assert.ok(opened && film.equals(await buffer(opened.body)))
  const link = new URL((await store.linkTo('tasks/a/video.mp4', inAnHour())) ?? assert.fail('no link'))
  const answer = await fetch(link, { headers: { range: 'bytes=10-19' } })
  assert.equal(answer.status, 206)
  assert.equal(answer.headers.get('content-type'), 'video/mp4')
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), film.subarray(10, 20))
  const seconds = Number(link.searchParams.get('X-Amz-Expires'))
  assert.ok(seconds > 3500 && seconds <= 3600, `${seconds} s`)
})

test('a store without links of its own has none', async (t) => {
  const store = await openFor(t, { presign: false })
  assert.equal(await store.linkTo('tasks/a/video.mp4', inAnHour()), null)
})

test('what is wrong with the bucket is said in a sentence when it is checked', async (t) => {
  await (await openFor(t)).check(never)
  for (const [change, words] of [
    [{ bucket: 'another' }, /bucket another cannot be used: there is none of this name/],
    [{ endpoint: 'http://127.0.0.1:9' }, /nothing answers at S3_ENDPOINT/],
  ] as const) {
    const store = await openFor(t, change)
    await assert.rejects(store.check(never), (error) => error instanceof ConfigError && words.test(error.message))
  }
})
