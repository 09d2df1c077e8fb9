import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FilmSource } from '../contract/generation-request.ts'
import type { AssetRow } from '../db/assets.ts'
import type { ClaimedTask } from '../db/task-moves.ts'
import type { Job, JobSource } from '../engines/engine.ts'
import { RushesError } from '../errors.ts'
import { filesUnavailable } from '../storage/say-when-away.ts'
import type { Dispatch } from './dispatch.ts'

/** How long an engine's server may fetch a reference by its link. */
const linkMilliseconds = 24 * 3_600_000

/** A reference cannot be read at the moment. The engine has not been asked, so the task can wait for its store. */
export class ReferencesAway extends RushesError {
  constructor(cause: unknown) {
    super('unavailable', 'The references of the task could not be read before its time was over.', { cause })
  }
}

/** The job an engine is given, its references as local files. Throws ReferencesAway, and `api_error` when one is gone. */
export async function prepareJob(
  dispatch: Dispatch,
  task: ClaimedTask,
  workDirectory: string,
  signal: AbortSignal,
): Promise<Job> {
  const assets = task.has_files ? await dispatch.together.files.add(task.id) : []
  const local = (asset: AssetRow) =>
    localCopy(dispatch, asset, workDirectory, signal).catch((error: unknown) => {
      throw error instanceof RushesError && error.kind === 'unavailable' ? new ReferencesAway(error) : error
    })
  const linkTo = ({ key }: AssetRow) => dispatch.links.sign(key, new Date(Date.now() + linkMilliseconds))
  const images = assets.filter(({ kind }) => kind === 'image')
  const clip = assets.find(({ kind }) => kind === 'character')
  const film = assets.find(({ kind }) => kind === 'source')
  const { model, prompt, seconds, width, height, seed, character, source } = task.generation
  return {
    taskId: task.id,
    submitKey: task.id,
    model,
    prompt,
    seconds,
    width,
    height,
    seed,
    images: await Promise.all(
      images.map(async (asset) => ({
        path: await local(asset),
        contentType: asset.content_type,
        url: linkTo(asset),
      })),
    ),
    ...(clip && character && { character: { path: await local(clip), url: linkTo(clip), ...character } }),
    ...(film &&
      source && {
        source: { ...sourceOf(source, task.engine), path: await local(film), contentType: film.content_type },
      }),
    workDirectory,
  }
}

/** Another engine than the one that made the film has only the film to go by. */
function sourceOf(
  { kind, seconds, origin }: FilmSource,
  engine: string,
): Pick<JobSource, 'kind' | 'seconds' | 'makings'> {
  return { kind, seconds, ...(origin?.engine === engine && { makings: origin.makings }) }
}

/**
 * A stored file as one on this machine; `directory` is where it goes when the store lies elsewhere. Throws `unavailable` when
 * it cannot be read to its end now, `api_error` when it is gone.
 */
export async function localCopy(
  { store }: Dispatch,
  asset: Pick<AssetRow, 'key' | 'kind'>,
  directory: string,
  signal: AbortSignal,
): Promise<string> {
  if (store.diskRoot !== null) return join(store.diskRoot, asset.key)
  const opened = await store.open(asset.key, null, signal)
  if (!opened) throw new RushesError('api_error', `The task's ${asset.kind} is no longer in storage.`)
  await mkdir(directory, { recursive: true })
  const path = join(directory, basename(asset.key))
  await pipeline(opened.body, createWriteStream(path), { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw filesUnavailable(error)
  })
  return path
}
