import { RushesError } from '../errors.ts'
import { FetchError } from '../net/guarded-fetch.ts'
import { MediaError, type MediaProblem } from './protocol.ts'

/** What a reference in a request failed with, as a sentence about the field; anything not known stays as it is. */
export async function explainReference(
  error: unknown,
  about: { field: string; allowed: string; sniff: () => Promise<string> },
): Promise<unknown> {
  const { field, allowed } = about
  if (error instanceof FetchError) {
    return new RushesError(error.kind, `${field} could not be fetched: ${error.message}; ${allowed}.`, { cause: error })
  }
  if (!(error instanceof MediaError)) return error
  const found = await about.sniff()
  const what = error.problem === 'not_media' || /empty|page|document|text/.test(found) ? `is ${found}` : error.message
  const kind = error.problem === 'too_many_pixels' ? 'content_too_large' : 'invalid_parameters'
  return new RushesError(kind, `${field} ${what}; ${allowed}.`, { cause: error })
}

const ours: readonly MediaProblem[] = ['crashed', 'memory_limit', 'time_limit']

/** What an engine's result failed with: never the caller's fault, so always `api_error`. */
export function explainResult(error: unknown): unknown {
  if (!(error instanceof MediaError)) return error
  const hint = ours.includes(error.problem) ? '' : '; the engine delivered no proper video'
  return new RushesError('api_error', `The generated video ${error.message}${hint}.`, { cause: error })
}

/** What fetching an engine's result failed with; that the caller's reference was fine is why the kind changes. */
export function explainDownload(error: unknown): unknown {
  if (!(error instanceof FetchError)) return error
  const kind = error.kind === 'content_too_large' ? error.kind : 'api_error'
  return new RushesError(kind, `The engine's result could not be fetched: ${error.message}.`, { cause: error })
}
