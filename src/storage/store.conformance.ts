import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { RushesError } from '../errors.ts'
import type { Store } from './store.ts'

const never = new AbortController().signal

/**
 * What every store promises.
 * @param name stands before each test's name
 * @param open gives an empty store and what takes it away again
 * @param unproven what the server behind the store cannot show although the store may rely on it, and why
 */
export function testStore(
  name: string,
  open: () => Promise<{ store: Store; dispose: () => Promise<void> }>,
  unproven: { readsWhileReplacing?: string } = {},
): void {
  let store: Store
  let dispose: () => Promise<void>
  let folder: string

  before(async () => {
    ;({ store, dispose } = await open())
    folder = await mkdtemp(join(tmpdir(), 'rushes-conformance-'))
  })
  after(async () => {
    await dispose()
    await rm(folder, { recursive: true, force: true })
  })

  let files = 0
  const put = async (key: string, content: string, contentType = 'video/mp4') => {
    const path = join(folder, `${++files}`)
    await writeFile(path, content)
    return store.put(key, path, contentType, never)
  }
  const read = async (key: string, range: { start: number; end?: number } | null = null) => {
    const opened = await store.open(key, range, never)
    return opened && text(opened.body)
  }
  const list = async (prefix: string) => (await Array.fromAsync(store.list(prefix, never))).map((file) => file.key)

  test(`${name}: a file comes back as it was put, and its facts are true`, async () => {
    const kept = await put('tasks/a/video.mp4', 'the film')
    assert.deepEqual(await store.stat('tasks/a/video.mp4', never), kept)
    assert.equal(kept.key, 'tasks/a/video.mp4')
    assert.equal(kept.bytes, 8)
    assert.equal(kept.contentType, 'video/mp4')
    assert.match(kept.etag, /^"[^"]+"$/)
    assert.ok(Math.abs(kept.modifiedAt.getTime() - Date.now()) < 60_000)
    assert.equal(await read('tasks/a/video.mp4'), 'the film')
  })

  test(`${name}: ranges are inclusive, and the end may be left out`, async () => {
    await put('tasks/range/video.mp4', '0123456789')
    assert.equal(await read('tasks/range/video.mp4', { start: 2, end: 4 }), '234')
    assert.equal(await read('tasks/range/video.mp4', { start: 7 }), '789')
  })

  test(`${name}: what is not there is null, and deleting it is no error`, async () => {
    assert.equal(await store.stat('tasks/none/video.mp4', never), null)
    assert.equal(await store.open('tasks/none/video.mp4', null, never), null)
    await store.delete('tasks/none/video.mp4', never)
    await store.deletePrefix('tasks/none', never)
    assert.deepEqual(await list('tasks/none'), [])
  })

  test(`${name}: a put replaces the file under its key and leaves the local one alone`, async () => {
    const first = await put('tasks/b/video.mp4', 'first')
    const path = join(folder, 'second')
    await writeFile(path, 'second')
    const second = await store.put('tasks/b/video.mp4', path, 'video/mp4', never)
    assert.notEqual(second.etag, first.etag)
    assert.equal(await read('tasks/b/video.mp4'), 'second')
    await store.put('tasks/b/video.mp4', path, 'video/mp4', never)
    assert.equal(await readFile(path, 'utf8'), 'second')
    await rm(path)
    assert.equal(await read('tasks/b/video.mp4'), 'second')
  })

  test(`${name}: a put that fails or is aborted leaves the key as it was, and no other trace`, async () => {
    await put('tasks/c/video.mp4', 'good')
    const path = join(folder, 'bad')
    await writeFile(path, 'bad')
    await assert.rejects(store.put('tasks/c/video.mp4', path, 'video/mp4', AbortSignal.abort()))
    await assert.rejects(store.put('tasks/c/video.mp4', join(folder, 'missing'), 'video/mp4', never))
    await assert.rejects(store.put('tasks/c/video.mp4', path, 'image/png', never), RushesError)
    assert.equal(await read('tasks/c/video.mp4'), 'good')
    assert.deepEqual(await list('tasks/c'), ['tasks/c/video.mp4'])
  })

  const skip = unproven.readsWhileReplacing ?? false
  test(`${name}: readers never see half a file while it is replaced`, { skip }, async () => {
    const sizes = [200_000, 300_000]
    for (const size of sizes) await put('tasks/d/video.mp4', String(size % 7).repeat(size))
    const writing = (async () => {
      for (let round = 0; round < 10; round++) await put('tasks/d/video.mp4', 'x'.repeat(sizes[round % 2] ?? 0))
    })()
    for (let round = 0; round < 20; round++) {
      assert.ok(sizes.includes((await read('tasks/d/video.mp4'))?.length ?? 0))
    }
    await writing
  })

  test(`${name}: lists and deletes by folder, not by the letters a name begins with`, async () => {
    await put('list/one/video.mp4', '1')
    await put('list/one/thumb.webp', '2', 'image/webp')
    await put('list/one/deep/er.png', '3', 'image/png')
    await put('list/one-more/video.mp4', '4')
    assert.deepEqual(await list('list/one'), ['list/one/deep/er.png', 'list/one/thumb.webp', 'list/one/video.mp4'])
    assert.deepEqual(await list('list/one/'), await list('list/one'))
    assert.equal((await list('')).filter((key) => key.startsWith('list/')).length, 4)
    await store.deletePrefix('list/one', never)
    assert.deepEqual(await list('list'), ['list/one-more/video.mp4'])
    await store.delete('list/one-more/video.mp4', never)
    assert.deepEqual(await list('list'), [])
    await assert.rejects(store.deletePrefix('', never), RushesError)
  })

  test(`${name}: a key that is no key is refused everywhere`, async () => {
    const path = join(folder, 'local')
    await writeFile(path, 'x')
    for (const key of hostileKeys) {
      await assert.rejects(store.put(key, path, 'video/mp4', never), RushesError, key)
      await assert.rejects(store.stat(key, never), RushesError, key)
      await assert.rejects(store.open(key, null, never), RushesError, key)
      await assert.rejects(store.delete(key, never), RushesError, key)
    }
    for (const prefix of ['..', '../x', '/', '/etc', 'a//b', 'a/../..', '.incoming']) {
      await assert.rejects(store.deletePrefix(prefix, never), RushesError, prefix)
    }
  })
}

export const hostileKeys = [
  '',
  '.',
  '..',
  '/',
  '/etc/passwd.mp4',
  '../video.mp4',
  'a/../video.mp4',
  'a/..',
  './video.mp4',
  'a//video.mp4',
  'a/video.mp4/',
  '.incoming/video.mp4',
  '.hidden.mp4',
  'a\\..\\video.mp4',
  'C:\\video.mp4',
  'a/%2e%2e/video.mp4',
  'a/video.mp4\0.png',
  'a/video .mp4',
  'a/video.mp4\n',
  'a/vidéo.mp4',
  'a/video',
  'a/video.exe',
  'a/video.MP4',
  `${'a'.repeat(600)}.mp4`,
]
