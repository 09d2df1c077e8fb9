import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetRow } from '../db/assets.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { localCopy } from './prepare-job.ts'
import { folderOf } from './prepare-references.ts'

export const spriteSheetName = 'sprite-sheet.jpg'

/**
 * The storage key of a film's sheet of frames. It is made when it is first asked for and kept beside the film: few
 * callers ever ask. Two that ask at once make the same file.
 */
export async function spriteSheetOf(dispatch: Dispatch, film: AssetRow, signal: AbortSignal): Promise<string> {
  const { store, media, workDirectory } = dispatch
  const key = `${folderOf(film.task_id)}/${spriteSheetName}`
  if (await store.stat(key, signal)) return key
  const directory = join(workDirectory, newId())
  await mkdir(directory, { recursive: true })
  try {
    const path = join(directory, 'sheet.jpg')
    await media.spriteSheet(await localCopy(dispatch, film, directory, signal), path, signal)
    await store.put(key, path, 'image/jpeg', signal)
    return key
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
