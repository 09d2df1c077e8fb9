import { stat } from 'node:fs/promises'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { downloadFile } from './download.ts'
import { explainDownload, explainResult } from './explain.ts'
import type { ImageFacts, ImageResult, VideoFacts } from './facts.ts'
import { fetchClip } from './fetch-clip.ts'
import { fetchImage, readImage } from './fetch-image.ts'
import { defaultLimits, type MediaLimits } from './limits.ts'
import { createMediaPool, type MediaPool } from './media-pool.ts'
import type { MediaRequest } from './protocol.ts'
import { linkOrCopy, withScratchFile, writeWhole } from './temporary.ts'
import { isDeliverable, toFacts } from './video-facts.ts'

export type { ImageFacts, ImageResult, MediaLimits, VideoFacts }

/** An engine's result behind a link; `headers` carry the provider's key, `guardedFetch` the engine's own way out. */
export interface DownloadSource {
  url: string
  headers?: Record<string, string>
  guardedFetch?: GuardedFetch
}

/**
 * Bytes become a proper file. Everything foreign is decoded in a child process. Each method writes to a temporary
 * name beside its destination and renames it when whole: a failed or aborted call leaves nothing. Aborting rejects
 * with the signal's reason.
 */
export interface Media {
  /**
   * Takes an http(s) URL, a `data:` URL or bare base64 and writes a clean, upright, still image without metadata.
   * The destination's extension chooses the format: .jpg, .webp, else PNG.
   * @param field how errors name the parameter, for example `image_urls[0]`
   * @throws RushesError invalid_parameters, content_too_large
   */
  fetchImage(source: string, destinationPath: string, field: string, signal: AbortSignal): Promise<ImageFacts>
  /** The same of a file that is here already. */
  readImage(inputPath: string, destinationPath: string, field: string, signal: AbortSignal): Promise<ImageFacts>
  /**
   * Downloads a reference video as it is and checks that it decodes and reaches the end of the range.
   * @throws RushesError invalid_parameters, content_too_large
   */
  fetchClip(
    source: string,
    destinationPath: string,
    range: { startSeconds: number; endSeconds: number },
    field: string,
    signal: AbortSignal,
  ): Promise<VideoFacts>
  /** @throws RushesError api_error when the file is no video that can be decoded */
  probe(path: string, signal: AbortSignal): Promise<VideoFacts>
  /**
   * Makes an H.264 + AAC, yuv420p, fast-start MP4 of the target's size out of any video. A file that is one already
   * passes through byte for byte (hard-linked where the file system can).
   * @throws RushesError api_error
   */
  normalise(
    inputPath: string,
    outputPath: string,
    target: { width: number; height: number },
    signal: AbortSignal,
  ): Promise<VideoFacts>
  /** A WebP of a frame about a third in, longest side at most 640 pixels. */
  thumbnail(videoPath: string, outputPath: string, signal: AbortSignal): Promise<ImageResult>
  /** A JPEG of 5 x 4 evenly spaced frames, each 256 pixels wide, in reading order. */
  spriteSheet(videoPath: string, outputPath: string, signal: AbortSignal): Promise<ImageResult>
  /**
   * Streams an engine's result to a file.
   * @returns its bytes and the content type the host gave
   * @throws RushesError api_error, content_too_large
   */
  download(
    source: string | DownloadSource,
    destinationPath: string,
    signal: AbortSignal,
  ): Promise<{ path: string; bytes: number; contentType: string | null }>
  /** Ends the child process. Calls under way fail. */
  close(): Promise<void>
}

/** A gigabyte in this time is 1.2 MB/s. */
const downloadSeconds = 900
const probeSeconds = 60
/** A minute of 1080p takes about two on one core. */
const transcodeSeconds = 1_800
const framesSeconds = 120
/** A gigabyte is read and written. */
const moveSeconds = 300

export interface MediaOptions {
  guardedFetch: GuardedFetch
  limits?: Partial<MediaLimits>
}

export function createMedia(options: MediaOptions): Media {
  const limits = { ...defaultLimits, ...options.limits }
  const { guardedFetch } = options
  const pool = createMediaPool(limits.processes, { maxMemoryBytes: limits.processMemoryBytes })
  const tools = { guardedFetch, pool, limits }

  const run: MediaPool['run'] = (request, seconds, signal) =>
    pool.run(request, seconds, signal).catch((error: unknown) => Promise.reject(explainResult(error)))
  const probe = (input: string, signal: AbortSignal) =>
    run({ kind: 'probe', input, decodeAt: [] }, probeSeconds, signal)

  const moveIndex = (input: string, output: string, signal: AbortSignal) =>
    run({ kind: 'move-index', input, output }, moveSeconds, signal)

  const picture = (output: string, request: (output: string) => FrameRequest, signal: AbortSignal) =>
    writeWhole(output, async (path) => {
      const size = await run(request(path), framesSeconds, signal)
      return { path: output, ...size, bytes: (await stat(path)).size }
    })

  return {
    fetchImage: (source, path, field, signal) => fetchImage(tools, source, path, field, signal),
    readImage: (input, path, field, signal) => readImage(tools, input, path, field, signal),
    fetchClip: (source, path, range, field, signal) => fetchClip(tools, source, path, range, field, signal),
    probe: async (path, signal) => toFacts(await probe(path, signal), path),
    async normalise(input, output, target, signal) {
      const found = await probe(input, signal)
      return writeWhole(output, async (path) => {
        if (isDeliverable(found, target)) {
          await linkOrCopy(input, path)
          return toFacts(found, output)
        }
        if (isDeliverable({ ...found, fastStart: true }, target)) {
          await moveIndex(input, path, signal)
        } else {
          await withScratchFile(`${path}.slow`, async (slow) => {
            await run({ kind: 'transcode', input, output: slow, ...target }, transcodeSeconds, signal)
            await moveIndex(slow, path, signal)
          })
        }
        return toFacts(await probe(path, signal), output)
      })
    },
    thumbnail: (input, output, signal) =>
      picture(output, (path) => ({ kind: 'thumbnail', input, output: path, longestSide: 640 }), signal),
    spriteSheet: (input, output, signal) =>
      picture(output, (path) => ({ kind: 'sprite-sheet', input, output: path, ...spriteSheetGrid }), signal),
    download(source, destination, signal) {
      const from = typeof source === 'string' ? { url: source } : source
      const budget = { maxBytes: limits.resultBytes, totalSeconds: downloadSeconds }
      return writeWhole(destination, async (path) => {
        const { bytes, contentType } = await downloadFile(from.guardedFetch ?? guardedFetch, from, path, budget, signal)
        return { path: destination, bytes, contentType }
      }).catch((error: unknown) => Promise.reject(explainDownload(error)))
    },
    close: () => pool.close(),
  }
}

const spriteSheetGrid = { columns: 5, rows: 4, tileWidth: 256 }
type FrameRequest = Extract<MediaRequest, { kind: 'thumbnail' | 'sprite-sheet' }>
