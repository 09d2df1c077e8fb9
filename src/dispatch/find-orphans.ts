/**
 * What records and files do not know of each other: a crash between keeping a file and its record, a task that ended
 * otherwise, a file that somebody deleted by hand.
 */
import { assetsAfter, recordedKeys } from '../db/assets.ts'
import { uploadedKeys } from '../db/uploads.ts'
import type { ListedFile } from '../storage/store.ts'
import type { Dispatch } from './dispatch.ts'
import { spriteSheetName } from './sprite-sheet.ts'

/** Longer than any create call takes to fetch its references and commit. */
const orphanAgeMilliseconds = 24 * 3_600_000
const filesAtOnce = 500
const recordsAtOnce = 100

type Kept = Pick<Dispatch, 'db' | 'store'>

/** Files that are a day old and belong to no task and no upload; a batch at a time is in memory. */
export async function* filesWithoutRecord(
  { db: { root }, store }: Kept,
  signal: AbortSignal,
): AsyncGenerator<ListedFile> {
  const before = Date.now() - orphanAgeMilliseconds
  const folders = { tasks: recordedKeys, uploads: uploadedKeys }
  for (const [folder, known] of Object.entries(folders)) {
    for await (const files of inBatches(store.list(folder, signal))) {
      const old = files.filter(({ keptAt }) => keptAt.getTime() < before)
      const kept = await known(
        root,
        old.map(({ key }) => recordedAs(key)),
      )
      yield* old.filter(({ key }) => !kept.has(recordedAs(key)))
    }
  }
}

/** Files of tasks that records name and the store does not have: asked for one by one, a batch at once. */
export async function* recordsWithoutFile(
  { db: { root }, store }: Kept,
  signal: AbortSignal,
): AsyncGenerator<{ taskId: string; key: string }> {
  for (let after: string | undefined; ; ) {
    const assets = await assetsAfter(root, after, recordsAtOnce)
    const files = await Promise.all(assets.map(({ key }) => store.stat(key, signal)))
    for (const [index, { task_id: taskId, key }] of assets.entries()) if (!files[index]) yield { taskId, key }
    after = assets.at(-1)?.id
    if (after === undefined) return
  }
}

/** A sheet of frames has no record of its own: it belongs to the film that it was made from. */
const recordedAs = (key: string): string =>
  key.endsWith(`/${spriteSheetName}`) ? key.replace(spriteSheetName, 'video.mp4') : key

async function* inBatches(files: AsyncIterable<ListedFile>): AsyncGenerator<ListedFile[]> {
  let batch: ListedFile[] = []
  for await (const file of files) {
    if (batch.push(file) < filesAtOnce) continue
    yield batch
    batch = []
  }
  yield batch
}
