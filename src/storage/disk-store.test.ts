import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { createDiskStore } from './disk-store.ts'
import { testStore } from './store.conformance.ts'

const never = new AbortController().signal

testStore('disk', async () => {
  const root = await mkdtemp(join(tmpdir(), 'rushes-store-'))
  return { store: await createDiskStore({ root }), dispose: () => rm(root, { recursive: true, force: true }) }
})

test('a file on the same disk is linked, not copied, and lies where sendFile finds it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-store-'))
  const store = await createDiskStore({ root: join(folder, 'files') })
  const local = join(folder, 'film.mp4')
  await writeFile(local, 'film')
  await store.put('tasks/a/video.mp4', local, 'video/mp4', never)
  const kept = await stat(join(store.diskRoot ?? assert.fail('no root'), 'tasks/a/video.mp4'))
  assert.equal(kept.ino, (await stat(local)).ino)
  await rm(folder, { recursive: true })
})

test('what a crash left half-written is gone a day later and never listed; another process keeps its own', async () => {
  const root = await mkdtemp(join(tmpdir(), 'rushes-store-'))
  await mkdir(join(root, '.incoming'))
  await writeFile(join(root, '.incoming', 'half.mp4'), 'half')
  const store = await createDiskStore({ root })
  assert.deepEqual(await readdir(join(root, '.incoming')), ['half.mp4'])
  assert.deepEqual(await Array.fromAsync(store.list('', never)), [])
  await createDiskStore({ root, now: () => Date.now() + 2 * 24 * 60 * 60 * 1000 })
  assert.deepEqual(await readdir(join(root, '.incoming')), [])
  await rm(root, { recursive: true })
})

test('facts and bytes of an opened file belong together though it is replaced meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-store-'))
  const store = await createDiskStore({ root: join(folder, 'files') })
  const put = async (content: string) => {
    const path = join(folder, content)
    await writeFile(path, content)
    await store.put('a/video.mp4', path, 'video/mp4', never)
  }
  await put('first')
  const opened = await store.open('a/video.mp4', null, never)
  await put('the second')
  assert.equal(opened?.file.bytes, 5)
  assert.equal(opened && (await text(opened.body)), 'first')
  await rm(folder, { recursive: true })
})
