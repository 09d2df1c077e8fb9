/**
 * What makes the pixels. An engine is asked to start a job and gives back an operation: plain JSON that is stored at
 * once and is enough to go on with after a restart, in another process. Every engine passes `engine.conformance.ts`.
 */
import type { Making, SourceKind } from '../contract/generation-request.ts'
import { type ErrorKind, RushesError } from '../errors.ts'

export interface Engine {
  readonly capabilities: Capabilities
  /**
   * Starts the job and resolves as soon as the engine has it. Rejects with NotAccepted when the engine certainly does
   * not have it: then another may. Any other rejection leaves open whether it does, and `resubmit` says what follows.
   */
  start(job: Job, signal: AbortSignal): Promise<Operation>
  /**
   * What has become of the job. May take its time: it resolves when there is something new to say, and rejects for a
   * passing fault of the way there, which says nothing about the job. An EngineFault says when to ask again.
   */
  poll(operation: Operation, signal: AbortSignal): Promise<Poll>
  /** Stops the work. Resolves when the engine has been told; an operation that has ended is no error. */
  cancel?(operation: Operation, signal: AbortSignal): Promise<void>
  /**
   * Asks the engine's server how it is, without starting anything. Resolves to what it says of itself, in a few words;
   * rejects with a sentence that says what is wrong and what to do. Absent when there is no server to ask.
   */
  probe?(signal: AbortSignal): Promise<string>
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
  /** What it can make of a film that there is. */
  sources: readonly SourceKind[]
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
  /** Of the whole film; of an extension that is its source and what follows. */
  seconds: number
  /** Pixels. */
  width: number
  height: number
  /** 32-bit unsigned. */
  seed: number
  images: readonly JobImage[]
  character?: { path: string; url: string; startSeconds: number; endSeconds: number }
  /** The film to make this one from. */
  source?: JobSource
  /** A folder of the job's own for what the engine writes, which makes it first; removed when the task has ended. */
  workDirectory: string
}

export interface JobImage {
  path: string
  contentType: string
  /** The same image behind a signed link of this server, which the engine's server may or may not reach. */
  url: string
}

export interface JobSource {
  kind: SourceKind
  path: string
  contentType: string
  seconds: number
  /** How this engine made it, step by step from nothing; absent when it did not. The seed is the job's. */
  makings?: readonly Making[]
}

/** An engine's own handle for work under way: a JSON object. */
export type Operation = { [key: string]: unknown }

export type Poll =
  /** `ahead`: the jobs that the engine makes before it, where it says so. */
  | { state: 'queued'; ahead?: number; pollAfterMilliseconds?: number }
  | { state: 'running' /** 0 to 1 */; progress?: number; pollAfterMilliseconds?: number }
  | {
      state: 'succeeded'
      video: VideoSource
      /** What the engine has to say of its work, shown in the task's record: a JSON object of a few kilobytes. */
      details?: EngineDetails
    }
  /**
   * The engine's own word that the job failed. `retryable`: for a reason that lies in the engine (a worker died, memory
   * ran out), so that starting again may help; it is, where `resubmit` is `safe`.
   */
  | { state: 'failed'; kind: ErrorKind; message: string; retryable?: boolean }
  /** The engine no longer knows the operation: it, or this server, restarted in between. */
  | { state: 'lost' }

export type EngineDetails = { [key: string]: unknown }

/** Where the engine left its film. */
export type VideoSource = { path: string } | VideoLink

export interface VideoLink {
  url: string
  /** For the host of `url` only: they do not follow a redirect to another. */
  headers?: Record<string, string>
  /** Whether it may lead to a private address: the operator named this host. Default false. */
  isPrivate?: boolean
}

/**
 * The engine certainly does not have the job. What the fault is of decides what comes next:
 *
 * - `job`: this engine will never take this job; the model's next engine may. With kind `forbidden` none is asked.
 * - `engine`: it is out of order: not reachable, wrong key. The next engine is asked, or this one again later.
 * - `busy`: it is full. As `engine`, but nothing is held against it.
 */
export class NotAccepted extends RushesError {
  readonly fault: 'job' | 'engine' | 'busy'
  readonly retryAfterMilliseconds: number | undefined

  /** @param message a sentence for the caller */
  constructor(
    fault: NotAccepted['fault'],
    message: string,
    options: { kind?: ErrorKind; cause?: unknown; retryAfterMilliseconds?: number } = {},
  ) {
    super(options.kind ?? 'api_error', message, { cause: options.cause })
    this.name = 'NotAccepted'
    this.fault = fault
    this.retryAfterMilliseconds = options.retryAfterMilliseconds
  }
}

/** A passing fault on the way to the engine or of its answer; it says nothing about the job. */
export class EngineFault extends Error {
  /** False when the request certainly did not reach the engine. */
  readonly mayHaveArrived: boolean
  /** When the engine asked to be asked again. */
  readonly retryAfterMilliseconds: number | undefined

  constructor(message: string, options: { mayHaveArrived: boolean; cause?: unknown; retryAfterMilliseconds?: number }) {
    super(message, { cause: options.cause })
    this.name = 'EngineFault'
    this.mayHaveArrived = options.mayHaveArrived
    this.retryAfterMilliseconds = options.retryAfterMilliseconds
  }
}
