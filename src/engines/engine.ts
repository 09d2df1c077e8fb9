/**
 * What makes the pixels. An engine is asked to start a job and gives back an operation: plain JSON that is stored at
 * once and is enough to go on with after a restart, in another process. Every engine passes `engine.conformance.ts`.
 */
import type { ErrorKind } from '../errors.ts'

export interface Engine {
  readonly capabilities: Capabilities
  /**
   * Starts the job and resolves as soon as the engine has it. A rejection means that the engine does not have it; a
   * RushesError's sentence is shown to the caller.
   */
  start(job: Job, signal: AbortSignal): Promise<Operation>
  /**
   * What has become of the job. May take its time: it resolves when there is something new to say, and rejects for a
   * passing fault of the way there, which says nothing about the job.
   */
  poll(operation: Operation, signal: AbortSignal): Promise<Poll>
  /** Stops the work. Resolves when the engine has been told; an operation that has ended is no error. */
  cancel?(operation: Operation, signal: AbortSignal): Promise<void>
  close?(): Promise<void>
}

/** What an engine can do. What it cannot is refused at the door, before anything is kept or charged. */
export interface Capabilities {
  /** Seconds. */
  durations: 'any' | readonly number[]
  /** `<width>x<height>` in pixels. */
  sizes: 'any' | readonly string[]
  images: { min: number; max: number }
  character: boolean
  audio: boolean
  seed: boolean
  cancel: boolean
  progress: boolean
  /**
   * Whether a job may be started again when it is unknown if the engine has it: `safe` because it costs nothing twice,
   * `with-key` because the engine recognises `submitKey`, `never` otherwise.
   */
  resubmit: 'safe' | 'with-key' | 'never'
}

/** One video to make. All paths are local files that stay until the operation has ended. */
export interface Job {
  taskId: string
  /** The same for every submission of this task. */
  submitKey: string
  model: string
  prompt: string
  seconds: number
  /** Pixels. */
  width: number
  height: number
  /** 32-bit unsigned. */
  seed: number
  images: readonly { path: string; contentType: string }[]
  character?: { path: string; startSeconds: number; endSeconds: number }
  /** A folder of the job's own for what the engine writes; removed when the task has ended. */
  workDirectory: string
}

/** An engine's own handle for work under way: a JSON object. */
export type Operation = { [key: string]: unknown }

export type Poll =
  | { state: 'queued'; pollAfterMilliseconds?: number }
  | { state: 'running' /** 0 to 1 */; progress?: number; pollAfterMilliseconds?: number }
  | {
      state: 'succeeded'
      video: VideoSource
      /** What the engine has to say of its work, shown in the task's record: a JSON object of a few kilobytes. */
      details?: EngineDetails
    }
  | { state: 'failed'; kind: ErrorKind; message: string }
  /** The engine no longer knows the operation: it, or this server, restarted in between. */
  | { state: 'lost' }

export type EngineDetails = { [key: string]: unknown }

/** Where the engine left its film. */
export type VideoSource = { path: string } | { url: string; headers?: Record<string, string> }
