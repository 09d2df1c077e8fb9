import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { GenerationRequest, ImageReference, ReferenceSources } from '../contract/generation-request.ts'
import type { NewAsset } from '../db/assets.ts'
import { RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { localCopy } from './prepare-job.ts'

/** The folder in storage that holds everything of a task. */
export const folderOf = (taskId: string): string => `tasks/${taskId}`

/** Whether a request brings files of its own. */
export const hasReferences = (request: GenerationRequest, references: ReferenceSources): boolean =>
  references.images.length > 0 || Boolean(request.character) || Boolean(references.film)

/**
 * Fetches, checks and keeps the references of a request before its task exists, so that a bad one is refused at once
 * and a good one is still there when the work begins. On any failure nothing is left.
 * Throws `invalid_parameters` or `content_too_large`, naming the field.
 */
export async function prepareReferences(
  dispatch: Dispatch,
  taskId: string,
  request: GenerationRequest,
  references: ReferenceSources,
  signal: AbortSignal,
): Promise<NewAsset[]> {
  if (!hasReferences(request, references)) return []
  const directory = join(dispatch.workDirectory, taskId)
  await mkdir(directory, { recursive: true })
  try {
    const images = await settleAll(
      references.images.map((image, position) =>
        keepImage(dispatch, directory, taskId, request, image, position, signal),
      ),
    )
    const clip = await keepCharacter(dispatch, directory, taskId, request, references, signal)
    const film = await keepSource(dispatch, directory, taskId, request, references, signal)
    await dispatch.reached('accept:files-kept', taskId)
    return [...images, ...[clip, film].filter((asset) => asset !== undefined)]
  } catch (error) {
    await dispatch.store.deletePrefix(folderOf(taskId), AbortSignal.timeout(10_000)).catch(() => {})
    throw error
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function keepImage(
  { media, store }: Dispatch,
  directory: string,
  taskId: string,
  request: GenerationRequest,
  reference: ImageReference,
  position: number,
  signal: AbortSignal,
): Promise<NewAsset> {
  const name = `image-${position}.png`
  const { field } = reference
  const destination = join(directory, name)
  const image =
    'path' in reference
      ? await media.readImage(reference.path, destination, field, signal)
      : await media.fetchImage(reference.source, destination, field, signal)
  if (request.version === '2.0' && (image.width !== request.width || image.height !== request.height)) {
    throw new RushesError(
      'invalid_parameters',
      `${field} is ${image.width}x${image.height} pixels and size is ${request.width}x${request.height}; ` +
        'allowed in version "2.0": an image of exactly that size.',
      { param: field },
    )
  }
  const key = `${folderOf(taskId)}/${name}`
  await store.put(key, image.path, image.contentType, signal)
  const { width, height, bytes, contentType } = image
  return { id: newId(), kind: 'image', position, key, contentType, bytes, width, height }
}

async function keepCharacter(
  { media, store }: Dispatch,
  directory: string,
  taskId: string,
  request: GenerationRequest,
  references: ReferenceSources,
  signal: AbortSignal,
): Promise<NewAsset | undefined> {
  const { character } = request
  if (!character || references.characterUrl === undefined) return undefined
  const path = join(directory, 'character.mp4')
  const clip = await media.fetchClip(
    references.characterUrl,
    path,
    character,
    references.characterField ?? 'character_url',
    signal,
  )
  const key = `${folderOf(taskId)}/character.mp4`
  await store.put(key, path, 'video/mp4', signal)
  const { width, height, seconds, bytes } = clip
  return { id: newId(), kind: 'character', position: 0, key, contentType: 'video/mp4', bytes, width, height, seconds }
}

/** A copy of its own, so that the film it comes from may be deleted meanwhile; on one disk they share their bytes. */
async function keepSource(
  dispatch: Dispatch,
  directory: string,
  taskId: string,
  { source }: GenerationRequest,
  { film }: ReferenceSources,
  signal: AbortSignal,
): Promise<NewAsset | undefined> {
  if (!source || !film) return undefined
  const path =
    'path' in film ? film.path : await localCopy(dispatch, { key: film.key, kind: 'source' }, directory, signal)
  const key = `${folderOf(taskId)}/source.mp4`
  const { bytes } = await dispatch.store.put(key, path, 'video/mp4', signal)
  return { id: newId(), kind: 'source', position: 0, key, contentType: 'video/mp4', bytes, seconds: source.seconds }
}

/** Like Promise.all, but rejects only when all have ended, so that nothing is still being written afterwards. */
async function settleAll<T>(promises: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
