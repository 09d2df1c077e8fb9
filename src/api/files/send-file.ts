import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse as parseRanges } from 'range-parser'
import { RushesError } from '../../errors.ts'
import type { ByteRange, Store, StoredFile } from '../../storage/store.ts'

/** How long a link of the store's own is good for: long enough to play any film, short enough to pass nobody around. */
const linkMilliseconds = 3_600_000

export interface SendFileOptions {
  /** When the caller's own link ends; a link of the store's lives no longer. */
  expiresAt?: Date
  /** Whether the bytes come in this very answer, whatever links the store has. */
  inThisAnswer?: boolean
  signal: AbortSignal
}

/**
 * Answers with a stored file: from the disk, by a redirect to a link of the store's own, or passed through. Ranges and
 * conditional requests work each way. Throws `no_api` when it is gone.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  key: string,
  { expiresAt, inThisAnswer = false, signal }: SendFileOptions,
): Promise<FastifyReply> {
  if (store.diskRoot !== null) return reply.sendFile(key, store.diskRoot)
  if (inThisAnswer) return passThrough(request, reply, store, key, signal)
  const latest = Date.now() + linkMilliseconds
  const link = await store.linkTo(key, new Date(Math.min(expiresAt?.getTime() ?? latest, latest)))
  // The redirect may not be kept: the link behind it ends.
  if (link !== null) return reply.header('cache-control', 'no-store').redirect(link, 302)
  return passThrough(request, reply, store, key, signal)
}

export const fileDeleted = (): RushesError => new RushesError('no_api', 'The file behind this link was deleted.')

async function passThrough(
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  key: string,
  signal: AbortSignal,
): Promise<FastifyReply> {
  const file = await store.stat(key, signal)
  if (!file) throw fileDeleted()
  reply.headers({
    'accept-ranges': 'bytes',
    etag: file.etag,
    'last-modified': file.modifiedAt.toUTCString(),
  })
  if (isUnchanged(headers['if-none-match'], file)) return reply.code(304).send()
  const range = rangeOf(headers.range, headers['if-range'], file)
  if (range === 'none of it') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
  reply.type(file.contentType)
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
  reply.header('content-length', range ? range.end - range.start + 1 : file.bytes)
  // Fastify says a length of 0 where nothing is sent; of a stream it leaves the length that was said.
  if (method === 'HEAD') return reply.send(Readable.from([]))
  const opened = await store.open(key, range, signal)
  if (!opened) throw fileDeleted()
  return reply.send(opened.body)
}

const isUnchanged = (ifNoneMatch: string | undefined, { etag }: StoredFile): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))

/**
 * The one range that is asked for; null for the whole file, which also answers what cannot be read, several ranges, and a
 * range of a file that has changed (RFC 9110, 14.2 and 13.1.5).
 */
function rangeOf(
  header: string | undefined,
  ifRange: unknown,
  { bytes, etag, modifiedAt }: StoredFile,
): Required<ByteRange> | 'none of it' | null {
  if (header === undefined) return null
  if (ifRange !== undefined && ifRange !== etag && ifRange !== modifiedAt.toUTCString()) return null
  const { code, type, ranges } = parseRanges(bytes, header)
  if (type !== 'bytes' || (code & 1) === 1 || ranges.length > 1) return null
  return ranges[0] ?? 'none of it'
}
