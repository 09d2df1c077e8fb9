import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { ConfigError, RushesError } from '../errors.ts'
import { checkKey, checkPrefix, contentTypeOf, isKey } from './keys.ts'
import type { ListedFile, Store, StoredFile } from './store.ts'

export interface S3StoreOptions {
  bucket: string
  /** A server that speaks S3, such as `https://s3.example.com`; Amazon's own when absent. */
  endpoint: string | undefined
  /** Amazon's region; other servers mostly take any. Read from `AWS_REGION` by the SDK when absent. */
  region: string | undefined
  /** Whether the bucket stands in the path instead of the host name, as most other servers want it. */
  forcePathStyle: boolean
  /** A folder of the bucket that everything is kept in; '' for the bucket's root. */
  prefix: string
  /** Whether callers are sent to the bucket itself, by links that it checks, instead of reading through this server. */
  presign: boolean
  /** Without a byte for this long, a request is given up and tried again; 30 seconds when absent. */
  silenceMilliseconds?: number
}

/**
 * A part of an upload; three are under way at once, so that an upload holds at most 24 MiB. S3 takes 10,000 parts of at
 * least 5 MiB: films of up to 78 GiB.
 */
const partBytes = 8 * 1024 * 1024
const partsAtOnce = 3
const connectMilliseconds = 5_000
const silenceMilliseconds = 30_000
const attempts = 4
const deletesAtOnce = 8
/** Amazon refuses links of more than a week. */
const maxLinkSeconds = 7 * 24 * 3600

/**
 * Keeps files as objects of a bucket. An object appears whole or not at all, by S3's own promise; an upload in parts that
 * fails is taken back. What a killed process leaves of one is the bucket's to clear, by its rule for incomplete uploads.
 */
export function createS3Store(
  options: S3StoreOptions,
): Store & { check(signal: AbortSignal): Promise<void>; close(): void } {
  const { bucket, prefix } = options
  const client = new S3Client({
    endpoint: options.endpoint,
    region: options.region,
    forcePathStyle: options.forcePathStyle,
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: connectMilliseconds,
      socketTimeout: options.silenceMilliseconds ?? silenceMilliseconds,
    },
    // Other servers than Amazon's refuse checksums in a trailer, which newer SDKs send unasked.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const objectOf = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` })

  async function statObject(key: string, signal: AbortSignal): Promise<StoredFile | null> {
    const head = await client.send(new HeadObjectCommand(objectOf(key)), { abortSignal: signal }).catch(nullWhenMissing)
    return head && describe(key, head.ContentLength, head)
  }

  async function* listObjects(folder: string, signal: AbortSignal): AsyncGenerator<ListedFile> {
    const start = folder === '' ? prefix : `${prefix}${folder}/`
    let token: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: start, ContinuationToken: token }),
        { abortSignal: signal },
      )
      for (const found of page.Contents ?? []) {
        const key = found.Key?.slice(prefix.length) ?? ''
        if (!isKey(key)) continue
        const file = describe(key, found.Size, found)
        // An object's time is that of its upload.
        yield { ...file, keptAt: file.modifiedAt }
      }
      token = page.NextContinuationToken
    } while (token !== undefined)
  }

  const deleteObject = (key: string, signal: AbortSignal) =>
    client.send(new DeleteObjectCommand(objectOf(key)), { abortSignal: signal })

  return {
    diskRoot: null,
    async put(key, localPath, contentType, signal) {
      checkKey(key)
      if (contentTypeOf(key) !== contentType) {
        throw new RushesError('api_error', `The storage key "${key}" does not fit the content type ${contentType}.`)
      }
      signal.throwIfAborted()
      await stat(localPath)
      const upload = new Upload({
        client,
        params: { ...objectOf(key), Body: createReadStream(localPath), ContentType: contentType },
        partSize: partBytes,
        queueSize: partsAtOnce,
      })
      const abort = () => void upload.abort().catch(() => {})
      signal.addEventListener('abort', abort, { once: true })
      try {
        await upload.done()
      } finally {
        signal.removeEventListener('abort', abort)
      }
      const kept = await statObject(key, signal)
      if (!kept) throw new RushesError('api_error', `The file ${key} was deleted while it was stored.`)
      return kept
    },
    async stat(key, signal) {
      checkKey(key)
      return statObject(key, signal)
    },
    async open(key, range, signal) {
      checkKey(key)
      const Range = range ? `bytes=${range.start}-${range.end ?? ''}` : undefined
      const got = await client
        .send(new GetObjectCommand({ ...objectOf(key), Range }), { abortSignal: signal })
        .catch(nullWhenMissing)
      if (!got) return null
      if (!(got.Body instanceof Readable)) throw new Error(`the store sent no bytes for ${key}`)
      const total = /\/(\d+)$/.exec(got.ContentRange ?? '')?.[1]
      return { file: describe(key, total === undefined ? got.ContentLength : Number(total), got), body: got.Body }
    },
    async delete(key, signal) {
      checkKey(key)
      await deleteObject(key, signal)
    },
    async deletePrefix(folder, signal) {
      const checked = checkPrefix(folder)
      if (checked === '') throw new RushesError('api_error', 'Everything in the store cannot be deleted at once.')
      let batch: Promise<unknown>[] = []
      for await (const { key } of listObjects(checked, signal)) {
        batch.push(deleteObject(key, signal))
        if (batch.length < deletesAtOnce) continue
        await Promise.all(batch)
        batch = []
      }
      await Promise.all(batch)
    },
    list: (folder, signal) => listObjects(checkPrefix(folder), signal),
    async linkTo(key, expiresAt) {
      checkKey(key)
      if (!options.presign) return null
      const seconds = Math.floor((expiresAt.getTime() - Date.now()) / 1000)
      const expiresIn = Math.min(Math.max(seconds, 1), maxLinkSeconds)
      return getSignedUrl(client, new GetObjectCommand(objectOf(key)), { expiresIn })
    },
    async check(signal) {
      await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: signal }).catch((cause: unknown) => {
        throw new ConfigError(`S3_BUCKET: the bucket ${bucket} cannot be used: ${reasonOf(cause)}.`, { cause })
      })
    },
    close: () => client.destroy(),
  }
}

function describe(
  key: string,
  bytes: number | undefined,
  { ETag, LastModified }: { ETag?: string | undefined; LastModified?: Date | undefined },
): StoredFile {
  if (bytes === undefined || ETag === undefined || LastModified === undefined) {
    throw new Error(`the store did not say size, ETag and time of ${key}`)
  }
  return {
    key,
    bytes,
    contentType: contentTypeOf(key) ?? 'application/octet-stream',
    etag: ETag,
    modifiedAt: LastModified,
  }
}

function nullWhenMissing(error: unknown): null {
  if (statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket') return null
  throw error
}

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

/** What an operator can mend, without keys or addresses. */
function reasonOf(error: unknown): string {
  const status = statusOf(error)
  if (status === 404) return 'there is none of this name'
  if (status === 403) return 'the credentials may not use it'
  if (nameOf(error) === 'CredentialsProviderError') return 'there are no credentials (AWS_ACCESS_KEY_ID and the like)'
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'nothing answers at S3_ENDPOINT'
  return code ?? (status === undefined ? nameOf(error) : `it answers ${status}`)
}
