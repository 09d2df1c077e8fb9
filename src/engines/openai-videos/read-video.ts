import type { Poll } from '../engine.ts'
import { isObject } from '../remote/engine-http.ts'
import { isPolicyRefusal, serverWords } from '../remote/server-words.ts'

/** The words that servers have for each state; any other word means that the work goes on. */
const succeeded = new Set(['completed', 'complete', 'succeeded', 'success', 'finished', 'done'])
const failed = new Set(['failed', 'failure', 'error', 'cancelled', 'canceled', 'rejected', 'expired', 'deleted'])
const queued = new Set(['queued', 'pending', 'waiting', 'submitted', 'not_start'])

/** What broke was the engine, not the job: the next run may well succeed. */
const engineBroke =
  /out of memory|\boom\b|nccl|cuda error|worker .*(died|exited)|engine.?dead|scheduler .*(died|timed out)/i

type Ended = { state: 'succeeded'; link: string | undefined } | Extract<Poll, { state: 'failed' }>
type UnderWay = { state: 'queued' } | { state: 'running'; progress?: number }

/** What a video object says of its job; `link` is where the server put the film, when not at /content. */
export function readVideo(video: { [key: string]: unknown }): Ended | UnderWay {
  const status = String(video.status ?? '').toLowerCase()
  if (succeeded.has(status)) return { state: 'succeeded', link: linkOf(video) }
  if (failed.has(status)) return readFailure(video, status)
  if (queued.has(status)) return { state: 'queued' }
  const progress = progressOf(video.progress)
  return { state: 'running', ...(progress !== undefined && { progress }) }
}

/** `error` is an object, a string, or missing. */
function readFailure(video: { [key: string]: unknown }, status: string): Ended {
  const words = serverWords({ error: video.error ?? video.message ?? video.fail_reason })
  const message = words.message === '' ? `The engine ended the job: ${status}.` : `${words.message}.`
  if (isPolicyRefusal(words)) return { state: 'failed', kind: 'forbidden', message }
  return { state: 'failed', kind: 'api_error', message, ...(engineBroke.test(message) && { retryable: true }) }
}

/** Percent, as a number or as `"30%"`, to 0..1; the odd server counts to 1 or says nothing. */
function progressOf(value: unknown): number | undefined {
  const percent = typeof value === 'string' ? Number.parseFloat(value) : value
  if (typeof percent !== 'number' || !Number.isFinite(percent)) return undefined
  return Math.min(Math.max(percent / 100, 0), 1)
}

function linkOf(video: { [key: string]: unknown }): string | undefined {
  const { metadata } = video
  const links = [video.url, video.video_url, isObject(metadata) ? metadata.url : undefined]
  return links.find((link) => typeof link === 'string' && /^https?:\/\//.test(link)) as string | undefined
}
