/** Records and files belong together: what one does not know of the other is found, on both sides, on disk and in a bucket. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesWithoutRecord, recordsWithoutFile } from '../../src/dispatch/find-orphans.ts'
import type { Store } from '../../src/storage/store.ts'
import { startTestServer } from '../support/server.ts'

const signal = AbortSignal.timeout(60_000)
const twoDays = 2 * 24 * 3_600_000

/** The same store, two days later: its files seem older than they are. */
const aged = (store: Store): Store => ({
  ...store,
  async *list(prefix, aborted) {
    for await (const file of store.list(prefix, aborted))
      yield { ...file, keptAt: new Date(file.keptAt.getTime() - twoDays) }
  },
})

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}

test('files without a record and records without a file are found, and nothing else, a day after they came', async () => {
  await using server = await startTestServer()
  const { db, store } = server.context.dispatch
  const make = async () =>
    (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json().task_id as string
  const [kept, robbed] = [await make(), await make()]
  const folder = await mkdtemp(join(tmpdir(), 'rushes-orphan-'))
  await writeFile(join(folder, 'film.mp4'), 'left behind')
  // As a film of two days ago is, that another is made from: its copy is a link to it.
  await utimes(join(folder, 'film.mp4'), new Date(), new Date(Date.now() - twoDays))
  for (const key of [`tasks/${kept}/left.mp4`, 'tasks/nobody/video.mp4', 'uploads/nobody/file.png']) {
    await store.put(key, join(folder, 'film.mp4'), key.endsWith('.png') ? 'image/png' : 'video/mp4', signal)
  }
  await rm(folder, { recursive: true })
  await store.delete(`tasks/${robbed}/video.mp4`, signal)

  assert.deepEqual(
    await collect(filesWithoutRecord({ db, store }, signal)),
    [],
    'what has just come may get its record yet',
  )
  const files = await collect(filesWithoutRecord({ db, store: aged(store) }, signal))
  assert.deepEqual(
    files.map(({ key }) => key).sort(),
    [`tasks/${kept}/left.mp4`, 'tasks/nobody/video.mp4', 'uploads/nobody/file.png'].sort(),
  )
  assert.deepEqual(await collect(recordsWithoutFile({ db, store }, signal)), [
    { taskId: robbed, key: `tasks/${robbed}/video.mp4` },
  ])
})
