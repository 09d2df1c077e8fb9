import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse as parseRanges } from 'range-parser'
import type { Dispatch } from '../../dispatch/dispatch.ts'
import { causesOf, RushesError } from '../../errors.ts'
import type { ByteRange, StoredFile } from '../../storage/store.ts'
import { goneSignal } from '../accept-call.ts'
import { traceIdOf } from '../trace.ts'

/** How long a link of the store's own is good for: long enough to play any film, short enough to pass nobody around. */
const linkMilliseconds = 3_600_000

export interface SendFileOptions {
  /** When the caller's own link ends; a link of the store's lives no longer. */
  expiresAt?: Date
  /** Whether the bytes come in this very answer, whatever links the store has. */
  inThisAnswer?: boolean
  /** Of an answer that tells the file, or that it is unchanged. */
  headers?: Record<string, string>
}

/**
 * Answers with a stored file: by a redirect to a link of the store's own, or passed through, for as long as the caller
 * stays; a server that stops lets it come to its end. Ranges and conditional requests work both ways. Throws `no_api` when
 * it is gone, and what a range or condition that does not hold is told.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, logger }: Pick<Dispatch, 'store' | 'logger'>,
  key: string,
  { expiresAt, inThisAnswer = false, headers = {} }: SendFileOptions,
): Promise<FastifyReply> {
  const signal = goneSignal(reply)
  try {
    const file = await store.stat(key, signal)
    if (!file) throw fileDeleted()
    if (inThisAnswer) return await passThrough(request, reply, { store, logger }, file, signal, headers)
    const latest = Date.now() + linkMilliseconds
    const link = await store.linkTo(key, new Date(Math.min(expiresAt?.getTime() ?? latest, latest)))
    // The redirect may not be kept: the link behind it ends.
    if (link !== null) return reply.headers({ ...headers, 'cache-control': 'no-store' }).redirect(link, 302)
    return await passThrough(request, reply, { store, logger }, file, signal, headers)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}

/** What a conditional request or a range is told has a status that clients of files rely on. */
class RefusedRead extends RushesError {
  readonly statusCode: number

  constructor(statusCode: 412 | 416, sentence: string, headers?: Record<string, string>) {
    super('invalid_parameters', sentence, { headers })
    this.statusCode = statusCode
  }
}

const fileDeleted = (): RushesError => new RushesError('no_api', 'The file behind this link was deleted.')

async function passThrough(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, logger }: Pick<Dispatch, 'store' | 'logger'>,
  file: StoredFile,
  signal: AbortSignal,
  answerHeaders: Record<string, string>,
): Promise<FastifyReply> {
  const { headers, method } = request
  if (isOutdated(headers, file)) throw new RefusedRead(412, 'The file is not the one that the request is about.')
  const unchanged = isUnchanged(headers, file)
  const range = unchanged ? null : rangeOf(headers.range, headers['if-range'], file)
  reply.headers({ ...answerHeaders, etag: file.etag, 'last-modified': file.modifiedAt.toUTCString() })
  reply.header('accept-ranges', 'bytes')
  if (unchanged) return reply.code(304).send()
  reply.type(file.contentType)
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
  reply.header('content-length', range ? range.end - range.start + 1 : file.bytes)
  // Fastify says a length of 0 where nothing is sent; of a stream it leaves the length that was said.
  if (method === 'HEAD') return reply.send(Readable.from([]))
  const opened = await store.open(file.key, range, signal)
  if (opened?.file.etag !== file.etag) {
    opened?.body.destroy()
    throw fileDeleted()
  }
  opened.body.once('error', (error) => {
    // Before the headers have left the caller is told; who is gone has caused it.
    if (!reply.raw.headersSent || signal.aborted || request.raw.socket.destroyed) return
    logger.error(
      { trace_id: traceIdOf(request), key: file.key, causes: causesOf(error) },
      'a file broke off as it was sent',
    )
  })
  return reply.send(opened.body)
}

/** Whether the caller wants the file only as it knows it, and it is not that (RFC 9110, 13.1.1 and 13.1.4). */
function isOutdated(
  { 'if-match': ifMatch, 'if-unmodified-since': since }: FastifyRequest['headers'],
  { etag, modifiedAt }: StoredFile,
): boolean {
  if (ifMatch !== undefined) return !ifMatch.split(',').some((one) => ['*', etag].includes(one.trim()))
  return since !== undefined && secondsOf(modifiedAt) > secondsOf(new Date(since))
}

/** Whether the caller has the file as it is (RFC 9110, 13.1.2 and 13.1.3). */
function isUnchanged(
  { 'if-none-match': ifNoneMatch, 'if-modified-since': since }: FastifyRequest['headers'],
  { etag, modifiedAt }: StoredFile,
): boolean {
  if (ifNoneMatch === undefined) return since !== undefined && secondsOf(modifiedAt) <= secondsOf(new Date(since))
  return ifNoneMatch.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
}

/** HTTP tells no time more finely. A date that cannot be read is neither before nor after another. */
const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000)

/**
 * The one range that is asked for; null for the whole file, which also answers what cannot be read, several ranges, and a
 * range of a file that has changed (RFC 9110, 14.2 and 13.1.5). Throws a 416 for one that is beyond the file.
 */
function rangeOf(
  header: string | undefined,
  ifRange: unknown,
  { bytes, etag, modifiedAt }: StoredFile,
): Required<ByteRange> | null {
  if (header === undefined) return null
  if (ifRange !== undefined && ifRange !== etag && ifRange !== modifiedAt.toUTCString()) return null
  const { code, type, ranges } = parseRanges(bytes, header)
  if (type !== 'bytes' || (code & 1) === 1 || ranges.length > 1) return null
  const [range] = ranges
  if (range) return range
  const sentence = `The range is beyond the end of the file, which has ${bytes} bytes.`
  throw new RefusedRead(416, sentence, { 'content-range': `bytes */${bytes}` })
}
