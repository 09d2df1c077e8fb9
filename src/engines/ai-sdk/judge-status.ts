/**
 * What a provider's answer to "how is it going?" means. The AI SDK's models say `error` for a job that failed, and some
 * of them (seen: fal) also for an answer that never spoke of the job: one 503 while polling. What HTTP said under it
 * tells the two apart:
 *
 *     2xx and `error`        the provider's own word: believed at once, unless the SDK could not read the answer
 *     404                    the provider does not know the job: lost, when it says so again and again
 *     other 4xx              a failed job's own answer (fal), or a misunderstanding: failed, when it is said again and again
 *     5xx, 408, 425, 429     a fault of the way there: asked again; failed when it says the same for many minutes
 *     unreadable             the same
 *     no answer              asked again, for ever: the deadline ends it
 */
import type { Experimental_VideoModelV4OperationStatusResult as StatusResult } from '@ai-sdk/provider'
import type { ErrorKind } from '../../errors.ts'

export interface Answer {
  /** What the model resolved to, or what it threw. */
  result: StatusResult | Error
  /** The status of the last HTTP answer under it; none when there was no answer, or no HTTP. */
  httpStatus: number | undefined
}

export type Verdict =
  | { state: 'pending' }
  | { state: 'completed'; result: Extract<StatusResult, { status: 'completed' }> }
  | { state: 'failed'; kind: ErrorKind; message: string }
  | { state: 'lost' }
  /** `refusals`: how often it has been said in a row; 0 for a fault of the way there. */
  | { state: 'ask-again'; message: string; refusals: number }

export interface Patience {
  /** Of equal answers in a row. */
  answers: number
  /** From the first of them to the last. */
  milliseconds: number
}

export interface StatusJudge {
  /** @param job tells jobs apart */
  judge(job: string, answer: Answer): Verdict
}

export const defaultPatience = {
  /** For answers that speak of the request. */
  refusal: { answers: 5, milliseconds: 12_000 },
  /** For answers that speak of the server. */
  fault: { answers: 12, milliseconds: 600_000 },
}

const maxRemembered = 10_000
/** Models write these only when the provider's own record of the job says it. */
const ownWord = /^video generation (failed|was cancel+ed|cancel+ed|was blocked|request expired)/i
/** How the SDK says that it could not read a good answer, which some models hand on as the job's error. */
const unreadable = /^(invalid json response|type validation failed)/i
const policy = /content polic|moderat|safety|nsfw|sensitive|responsible ai|prohibited/i

export function createStatusJudge(patience = defaultPatience): StatusJudge {
  const complaints = new Map<string, { text: string; answers: number; since: number }>()

  /** How long the job's answer has been the same. */
  function count(job: string, text: string): { answers: number; milliseconds: number } {
    const before = complaints.get(job)
    const now = performance.now()
    const complaint = before?.text === text ? before : { text, answers: 0, since: now }
    complaint.answers++
    complaints.delete(job)
    complaints.set(job, complaint)
    const [oldest] = complaints.keys()
    if (complaints.size > maxRemembered && oldest !== undefined) complaints.delete(oldest)
    return { answers: complaint.answers, milliseconds: now - complaint.since }
  }

  function decide(job: string, { result, httpStatus }: Answer): Verdict {
    const thrown = result instanceof Error
    if (!thrown) {
      if (result.status === 'completed') return { state: 'completed', result }
      if (result.status !== 'error') return { state: 'pending' }
    }
    const message = thrown ? result.message : textOf(result.error)
    const failed = { state: 'failed', kind: policy.test(message) ? 'forbidden' : 'api_error', message } as const
    if (thrown && httpStatus === undefined) return { state: 'ask-again', message, refusals: 0 }
    const heard = httpStatus ?? (ownWord.test(message) ? 200 : 400)
    if (heard < 300 && !thrown && !unreadable.test(message)) return failed
    // A key that is refused now may have been changed at the provider: the job goes on all the same.
    if (heard === 401 || heard === 403) return { state: 'ask-again', message, refusals: 0 }
    const faulty = heard < 300 || heard >= 500 || [408, 425, 429].includes(heard)
    const { answers, milliseconds } = count(job, `${heard} ${message}`)
    const enough = faulty ? patience.fault : patience.refusal
    if (answers < enough.answers || milliseconds < enough.milliseconds) {
      return { state: 'ask-again', message, refusals: faulty ? 0 : answers }
    }
    return heard === 404 ? { state: 'lost' } : failed
  }

  return {
    judge(job, answer) {
      const verdict = decide(job, answer)
      if (verdict.state !== 'ask-again') complaints.delete(job)
      return verdict
    },
  }
}

/** The interface says string; one provider (minimax) hands out an Error. */
function textOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'string' && error !== '' ? error : 'The provider says that it failed, and no more.'
}
