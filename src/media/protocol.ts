import type { VideoFacts } from './facts.ts'

/** What the media process is asked. Every path is absolute; outputs are written whole or the request fails. */
export type MediaRequest =
  | { kind: 'image'; input: string; output: string; format: ImageFormat; maxPixels: number; maxSide: number }
  /** `decodeAt`: seconds at which a frame must decode. */
  | { kind: 'probe'; input: string; decodeAt: number[] }
  /** The result has its index at the end. */
  | { kind: 'transcode'; input: string; output: string; width: number; height: number }
  | { kind: 'move-index'; input: string; output: string }
  | { kind: 'thumbnail'; input: string; output: string; longestSide: number }
  | { kind: 'sprite-sheet'; input: string; output: string; columns: number; rows: number; tileWidth: number }

export type ImageFormat = 'png' | 'jpeg' | 'webp'

export interface ImageSize {
  width: number
  height: number
}

/** What a probe finds, with what only normalise needs to know. */
export interface VideoProbe extends VideoFacts {
  /** yuv420p with 8 bits, upright, square pixels, one video and at most one audio track, not fragmented. */
  plain: boolean
}

export interface MediaAnswers {
  image: ImageSize
  probe: VideoProbe
  transcode: Record<string, never>
  'move-index': Record<string, never>
  thumbnail: ImageSize
  'sprite-sheet': ImageSize
}

/** Why a file cannot be used. The first four are the file's fault, the others may be ours. */
export type MediaProblem =
  | 'not_media'
  | 'too_many_pixels'
  | 'no_video'
  | 'undecodable'
  | 'time_limit'
  | 'memory_limit'
  | 'crashed'

/** A file the media process could not handle; `message` is a sentence without subject: `has no video stream`. */
export class MediaError extends Error {
  readonly problem: MediaProblem

  constructor(problem: MediaProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MediaError'
    this.problem = problem
  }
}

export type MediaReply =
  | { id: number; answer: MediaAnswers[MediaRequest['kind']] }
  | { id: number; problem: MediaProblem; message: string; detail: string }

/** The exit code with which the media process says that it outgrew its memory. */
export const memoryLimitExitCode = 86
