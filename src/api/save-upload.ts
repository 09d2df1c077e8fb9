import { createWriteStream } from 'node:fs'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { RushesError } from '../errors.ts'

export interface UploadLimit {
  /** The form's field. */
  name: string
  maxBytes: number
}

/** Throws `content_too_large` for a form that says it is larger than `most` bytes, before any of it is read. */
export function refuseLargeForm(request: FastifyRequest, most: number): void {
  if (Number(request.headers['content-length'] ?? 0) <= most) return
  throw new RushesError('content_too_large', `The form is larger than the ${most} bytes allowed.`)
}

/**
 * Streams a form's file to a new file at `path`. Throws `content_too_large` as soon as there is one byte too many, while
 * the rest is still on its way: the form's reader would wait for the end, which need never come.
 */
export async function saveUpload(
  file: MultipartFile['file'],
  path: string,
  { name, maxBytes }: UploadLimit,
  signal: AbortSignal,
  through: Transform[] = [],
): Promise<void> {
  const refusal = new RushesError('content_too_large', `${name} is larger than the ${maxBytes} bytes allowed.`, {
    param: name,
  })
  const limit = new AbortController()
  file.once('limit', () => limit.abort(refusal))
  const either = AbortSignal.any([signal, limit.signal])
  await pipeline([file, ...through, createWriteStream(path, { flags: 'wx' })], { signal: either }).catch((error) => {
    throw limit.signal.aborted ? refusal : error
  })
  if (file.truncated) throw refusal
}
