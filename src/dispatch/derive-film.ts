/** What a film is made from, when it is made from another: one of this server, or one that was sent. */
import type {
  FilmSource,
  GenerationRequest,
  Making,
  ReferenceSources,
  SourceKind,
} from '../contract/generation-request.ts'
import { assetsOf } from '../db/assets.ts'
import type { TaskRow } from '../db/tasks.ts'
import { RushesError } from '../errors.ts'
import { newSeed } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { keptReferences } from './kept-references.ts'
import { probeVideo } from './uploads.ts'

/** The longest side of a film that is made from a file, and its shortest; in pixels. */
const sides = { max: 1920, min: 64 }
/** All that was asked for on the way from the first film: enough for a dozen long prompts. */
const maxPromptCharacters = 100_000
/** A film is called as long as was asked for when its file is that long but for a frame or two. */
const slackSeconds = 0.25

export interface Derivation {
  kind: SourceKind
  prompt: string
  model: string | undefined
  /** Of an extension: the seconds to add. */
  seconds: number
}

export interface Derived {
  request: GenerationRequest
  references: ReferenceSources
}

/**
 * A film out of a task's: with its seed, size and references. Throws `invalid_parameters` when the task has no film yet or
 * none at all, `no_api` when its film is gone.
 */
export async function deriveFromTask(
  dispatch: Dispatch,
  task: TaskRow,
  { kind, prompt, model, seconds: more }: Derivation,
  signal: AbortSignal,
): Promise<Derived> {
  if (task.state !== 'succeeded') throw notFinished(task)
  const film = (await assetsOf(dispatch.db.root, [task.id])).find((asset) => asset.kind === 'video')
  const isExpired = task.expires_at !== null && task.expires_at.getTime() < Date.now()
  if (!film || isExpired || !(await dispatch.store.stat(film.key, signal))) {
    throw new RushesError('no_api', 'The video has expired, and its film is gone.', { param: 'video_id' })
  }
  const { source: _, ...made } = task.generation
  const exact = film.seconds ?? made.seconds
  const seconds = Math.abs(exact - made.seconds) <= slackSeconds ? made.seconds : exact
  const origin = originOf(task)
  return {
    request: {
      ...made,
      model: model ?? made.model,
      prompt,
      seconds: lengthOf(kind, seconds, more),
      source: { kind, taskId: task.id, seconds, ...(origin && { origin }) },
    },
    references: { ...(await keptReferences(dispatch, task.id)), film: { key: film.key } },
  }
}

/** A film out of a file that was sent. Throws `invalid_parameters` when it is no film, or none of a usable size. */
export async function deriveFromFile(
  dispatch: Dispatch,
  path: string,
  { kind, prompt, model, seconds: more }: Derivation,
  signal: AbortSignal,
): Promise<Derived> {
  const found = await probeVideo(dispatch, path, 'video', signal)
  const [width, height] = evenSize(found)
  const seconds = Math.round(found.seconds * 1000) / 1000
  return {
    request: {
      version: '2.0',
      model: model ?? 'sora-2',
      prompt,
      seconds: lengthOf(kind, seconds, more),
      width,
      height,
      seed: newSeed(),
      source: { kind, seconds },
    },
    references: { images: [], film: { path } },
  }
}

/** Not a 409, which the SDKs would send again at once. */
function notFinished(task: TaskRow): RushesError {
  const found =
    task.state === 'failed' || task.state === 'cancelled'
      ? 'has failed and has no film'
      : `is not ready: it is ${task.state}, ${task.progress} percent`
  return new RushesError('invalid_parameters', `The video ${found}; allowed: a video whose status is completed.`, {
    param: 'video_id',
  })
}

const maxFilmSeconds = 120

function lengthOf(kind: SourceKind, seconds: number, more: number): number {
  const length = kind === 'extension' ? Math.round((seconds + more) * 1000) / 1000 : seconds
  if (length <= maxFilmSeconds) return length
  const found =
    kind === 'extension' ? `${seconds} seconds and ${more} more are ${length}` : `The film is ${length} seconds long`
  throw new RushesError('invalid_parameters', `${found}; allowed: ${maxFilmSeconds} seconds in all.`, {
    param: kind === 'extension' ? 'seconds' : 'video',
  })
}

/** How a film came to be, when its engine made all of it from nothing. */
function originOf({ engine, generation }: TaskRow): FilmSource['origin'] {
  const { source, prompt, seconds } = generation
  const before = source?.origin
  if (source && before?.engine !== engine) return undefined
  const step: Making = { kind: source?.kind ?? 'new', prompt, seconds }
  const makings = [...(before?.makings ?? []), step]
  const characters = makings.reduce((sum, one) => sum + one.prompt.length, 0)
  // Out of so many words nobody makes it again: what there is to go by is the film.
  return characters > maxPromptCharacters ? undefined : { engine, makings }
}

/** Even sides within what engines draw, in the film's proportions. */
function evenSize({ width, height }: { width: number; height: number }): [number, number] {
  const factor = Math.min(1, sides.max / Math.max(width, height))
  const even = (side: number) => Math.round((side * factor) / 2) * 2
  const size: [number, number] = [even(width), even(height)]
  if (Math.min(...size) >= sides.min) return size
  throw new RushesError(
    'invalid_parameters',
    `video is ${width}x${height} pixels; allowed: at least ${sides.min} on each side, in proportions up to 30 to 1.`,
    { param: 'video' },
  )
}
