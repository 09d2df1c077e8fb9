import type { GuardedFetch } from '../net/guarded-fetch.ts'

export interface ImageFacts {
  /** Where the clean image was written. */
  path: string
  /** Pixels, after the EXIF orientation was applied. */
  width: number
  height: number
  contentType: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: number
}

export interface VideoFacts {
  path: string
  /** Pixels as displayed, after rotation and pixel aspect ratio. */
  width: number
  height: number
  /** Length of the longest track. */
  seconds: number
  framesPerSecond: number
  /** As mediabunny names it: avc, hevc, vp8, vp9, av1, prores; null when unknown. */
  videoCodec: string | null
  /** aac, opus, mp3, ...; null when there is no sound. */
  audioCodec: string | null
  /** mp4, mov, webm, mkv, ... */
  container: string
  /** An MP4 whose index stands before its data, so that it plays while it loads. */
  fastStart: boolean
  bytes: number
}

export interface ImageResult {
  path: string
  width: number
  height: number
  bytes: number
}

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

export interface MediaLimits {
  /** Default 25 MB. */
  imageBytes: number
  /** Default 200 MB. */
  videoBytes: number
  /** An engine's result. Default 1 GB. */
  resultBytes: number
  /** Default 50 megapixels. */
  imagePixels: number
  /** Default 16,384 pixels. */
  imageSide: number
}

export interface MediaOptions {
  guardedFetch: GuardedFetch
  limits?: Partial<MediaLimits>
}

export declare function createMedia(options: MediaOptions): Media
