import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lockAccount } from '../db/accounts.ts'
import type { Queryable } from '../db/queryable.ts'
import { deleteUpload as deleteRow, insertUpload, sumUploads, type UploadRow } from '../db/uploads.ts'
import { RushesError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { VideoFacts } from '../media/facts.ts'
import { sniffFile } from '../media/sniff.ts'
import type { Dispatch } from './dispatch.ts'

const maxFilesOfAccount = 1_000

/** The folder in storage that holds an upload. */
const folderOf = (id: string): string => `uploads/${id}`

/** What a file may be, by its first bytes: as which it is kept. */
const kinds: Record<string, { kind: 'image' | 'video'; extension: string; contentType: string }> = {
  'a PNG image': { kind: 'image', extension: '.png', contentType: 'image/png' },
  'a GIF image': { kind: 'image', extension: '.png', contentType: 'image/png' },
  'an AVIF image': { kind: 'image', extension: '.png', contentType: 'image/png' },
  'a JPEG image': { kind: 'image', extension: '.jpg', contentType: 'image/jpeg' },
  'a WebP image': { kind: 'image', extension: '.webp', contentType: 'image/webp' },
  'an MP4 file': { kind: 'video', extension: '.mp4', contentType: 'video/mp4' },
  'a QuickTime video': { kind: 'video', extension: '.mov', contentType: 'video/quicktime' },
  'a WebM or Matroska file': { kind: 'video', extension: '.webm', contentType: 'video/webm' },
}
const allowed = { image: 'a PNG, JPEG, WebP, GIF or AVIF image', video: 'an MP4, QuickTime or WebM video' }

function notTaken(field: string, what: string, kind: 'image' | 'video' | undefined): RushesError {
  const may = kind ? allowed[kind] : `${allowed.image}, or ${allowed.video}`
  return new RushesError('invalid_parameters', `${field} is ${what}; allowed: ${may}.`, { param: field })
}

export interface Upload {
  accountId: string
  /** As the sender named it. */
  name: string
  /** The field that it came in; `file` when absent. */
  field?: string
  /** The only kind it may be; any when absent. */
  kind?: 'image' | 'video'
  /** The shortest a video may be. */
  minSeconds?: number
  /** Streams what is sent to a path, whole or not at all. */
  save(path: string, signal: AbortSignal): Promise<void>
}

/**
 * Takes a file of an account, checks that it is what it seems and keeps it: an image drawn anew, a video that decodes.
 * Throws `invalid_parameters` and `content_too_large`; nothing is left then.
 */
export async function keepUpload(
  dispatch: Dispatch,
  upload: Upload,
  limits: { imageBytes: number; accountBytes: number },
  signal: AbortSignal,
): Promise<UploadRow> {
  const { db, store, workDirectory, retentionDays } = dispatch
  const { accountId, name, field = 'file', minSeconds = 0 } = upload
  await refuseFull(db.root, accountId, 1, limits.accountBytes)
  const id = newId()
  const directory = join(workDirectory, id)
  await mkdir(directory, { recursive: true })
  try {
    const sent = join(directory, 'sent')
    await upload.save(sent, signal)
    const what = await sniffFile(sent)
    const found = kinds[what]
    if (!found || (upload.kind && found.kind !== upload.kind)) throw notTaken(field, what, upload.kind)
    if (found.kind === 'image' && (await stat(sent)).size > limits.imageBytes) {
      throw new RushesError('content_too_large', `${field} is an image of more than ${limits.imageBytes} bytes.`)
    }
    const { kind, extension, contentType } = found
    const checked =
      kind === 'image'
        ? await dispatch.media.readImage(sent, join(directory, `image${extension}`), field, signal)
        : { ...(await probeVideo(dispatch, sent, field, signal)), path: sent }
    const key = `${folderOf(id)}/${kind}${extension}`
    const { bytes } = await store.put(key, checked.path, contentType, signal)
    const { width, height } = checked
    const seconds = 'seconds' in checked ? checked.seconds : null
    if (seconds !== null && seconds < minSeconds) {
      const sentence = `${field} is ${seconds} seconds long; allowed: at least ${minSeconds}.`
      throw new RushesError('invalid_parameters', sentence, { param: field })
    }
    const row = { id, account_id: accountId, kind, key, name, content_type: contentType, bytes, width, height, seconds }
    return await db.transaction(async (tx) => {
      // Others that came at the same time are kept by now.
      await lockAccount(tx, accountId)
      await refuseFull(tx, accountId, bytes, limits.accountBytes)
      return insertUpload(tx, row, retentionDays)
    })
  } catch (error) {
    await store.deletePrefix(folderOf(id), AbortSignal.timeout(10_000)).catch(() => {})
    throw error
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What a video is. Throws `invalid_parameters` naming the field when it is none that can be decoded. */
export async function probeVideo(
  { media }: Pick<Dispatch, 'media'>,
  path: string,
  field: string,
  signal: AbortSignal,
): Promise<VideoFacts> {
  try {
    return await media.probe(path, signal)
  } catch (cause) {
    if (!(cause instanceof RushesError)) throw cause
    throw new RushesError(
      'invalid_parameters',
      `${field} is no video that can be decoded; allowed: an MP4, QuickTime or WebM video.`,
      { cause, param: field },
    )
  }
}

async function refuseFull(db: Queryable, accountId: string, more: number, accountBytes: number): Promise<void> {
  const { files, bytes } = await sumUploads(db, accountId)
  if (files < maxFilesOfAccount && bytes + more <= accountBytes) return
  throw new RushesError(
    'content_too_large',
    `This account keeps ${files} files of ${bytes} bytes; allowed: ${maxFilesOfAccount} files and ${accountBytes} bytes. Delete some.`,
  )
}

/** Deletes an upload for good. The file goes first: a crash in between leaves a record to delete again. */
export async function deleteUpload({ db, store }: Dispatch, upload: UploadRow, signal: AbortSignal): Promise<boolean> {
  await store.deletePrefix(folderOf(upload.id), signal)
  return deleteRow(db.root, upload.id)
}
