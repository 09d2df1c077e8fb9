import { join } from 'node:path'
import { sleep } from '../clock.ts'
import type { NewAsset } from '../db/assets.ts'
import type { TaskRow } from '../db/tasks.ts'
import type { VideoSource } from '../engines/engine.ts'
import { RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { folderOf } from './prepare-references.ts'

const attempts = 4
const pauseMilliseconds = 250

/** The engine's link leads to no film; it may have expired, and the engine may have another. */
export class ResultNotFetched extends RushesError {
  constructor(cause: RushesError) {
    super(cause.kind, cause.message, { cause })
  }
}

/**
 * Brings an engine's film into its public form and keeps it: H.264 and AAC with the index in front, a thumbnail, both
 * in storage. Doing it again after a crash replaces what was there.
 * Throws ResultNotFetched for a link that does not lead to it, `api_error` when the engine's result is no video or storage refuses it.
 */
export async function keepFilm(
  { media, store, engineFetch, reached }: Dispatch,
  task: TaskRow,
  source: VideoSource,
  workDirectory: string,
  signal: AbortSignal,
): Promise<NewAsset[]> {
  const fetched = 'path' in source ? source.path : join(workDirectory, 'result')
  if ('url' in source) {
    const link = source.isPrivate ? { ...source, guardedFetch: engineFetch } : source
    await withRetries(() => media.download(link, fetched, signal), signal).catch((error: unknown) => {
      signal.throwIfAborted()
      throw new ResultNotFetched(error as RushesError)
    })
  }
  await reached('generate:film-fetched', task.id)
  const filmPath = join(workDirectory, 'film.mp4')
  const thumbnailPath = join(workDirectory, 'thumbnail.webp')
  const { width, height } = task.generation
  const film = await withRetries(() => media.normalise(fetched, filmPath, { width, height }, signal), signal)
  const thumbnail = await withRetries(() => media.thumbnail(filmPath, thumbnailPath, signal), signal)
  await reached('generate:film-ready', task.id)

  const put = async (kind: (typeof filmKinds)[number], path: string, contentType: string) => {
    const key = keyOf(task.id, kind)
    const { bytes } = await withRetries(() => store.put(key, path, contentType, signal), signal)
    return { id: newId(), kind, position: 0, key, contentType, bytes }
  }
  const video = await put('video', filmPath, 'video/mp4')
  await reached('generate:film-kept', task.id)
  const picture = await put('thumbnail', thumbnailPath, 'image/webp')
  await reached('generate:files-kept', task.id)
  return [
    { ...video, width: film.width, height: film.height, seconds: Math.round(film.seconds * 1000) / 1000 },
    { ...picture, width: thumbnail.width, height: thumbnail.height },
  ]
}

const filmKinds = ['video', 'thumbnail'] as const
const keyOf = (taskId: string, kind: (typeof filmKinds)[number]) =>
  `${folderOf(taskId)}/${kind}${kind === 'video' ? '.mp4' : '.webp'}`

/** Deletes a film that was kept before its task ended without one: it was cancelled meanwhile, or failed at the last. */
export async function dropFilm({ store }: Pick<Dispatch, 'store'>, taskId: string, signal: AbortSignal): Promise<void> {
  for (const kind of filmKinds) await store.delete(keyOf(taskId, kind), signal)
}

/**
 * Does a step again that failed: a film that the engine has made, and been paid for, is not given up for one broken
 * connection or one crash of a decoder. A failure that says the same every time costs a few seconds.
 */
async function withRetries<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (attempt === attempts) {
        if (error instanceof RushesError) throw error
        throw new RushesError('api_error', 'The film could not be stored.', { cause: error })
      }
      await sleep(pauseMilliseconds * 2 ** (attempt - 1), signal)
    }
  }
}
