/** Files that no record names: a crash between keeping a file and its record, or a task that ended otherwise, leaves some. */
import { recordedKeys } from '../db/assets.ts'
import { uploadedKeys } from '../db/uploads.ts'
import type { StoredFile } from '../storage/store.ts'
import type { Dispatch } from './dispatch.ts'
import { spriteSheetName } from './sprite-sheet.ts'

/** Longer than any create call takes to fetch its references and commit. */
const orphanAgeMilliseconds = 24 * 3_600_000
const filesAtOnce = 500

/** Deletes files that are a day old and belong to no task and no upload. */
export async function deleteOrphans(dispatch: Dispatch, signal: AbortSignal): Promise<void> {
  const { root } = dispatch.db
  await deleteUnknown(dispatch, 'tasks', (keys) => recordedKeys(root, keys), signal)
  await deleteUnknown(dispatch, 'uploads', (keys) => uploadedKeys(root, keys), signal)
}

async function deleteUnknown(
  dispatch: Dispatch,
  parent: 'tasks' | 'uploads',
  known: (keys: string[]) => Promise<Set<string>>,
  signal: AbortSignal,
): Promise<void> {
  const before = Date.now() - orphanAgeMilliseconds
  for await (const files of inBatches(dispatch.store.list(parent, signal))) {
    const old = files.filter(({ modifiedAt }) => modifiedAt.getTime() < before).map(({ key }) => key)
    const kept = await known(old.map(recordedAs))
    for (const key of old.filter((one) => !kept.has(recordedAs(one)))) {
      await dispatch.reached('sweep:orphan-found', key.split('/')[1] ?? '')
      await dispatch.store.delete(key, signal)
      dispatch.logger.info({ key }, 'a file without a record was deleted')
    }
  }
}

/** A sheet of frames has no record of its own: it belongs to the film that it was made from. */
const recordedAs = (key: string): string =>
  key.endsWith(`/${spriteSheetName}`) ? key.replace(spriteSheetName, 'video.mp4') : key

async function* inBatches(files: AsyncIterable<StoredFile>): AsyncGenerator<StoredFile[]> {
  let batch: StoredFile[] = []
  for await (const file of files) {
    if (batch.push(file) < filesAtOnce) continue
    yield batch
    batch = []
  }
  yield batch
}
