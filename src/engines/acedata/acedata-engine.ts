/**
 * A server that speaks this very API: another Rushes, or a provider of it. A job is a create call with `async`, found
 * again by its task id at /sora/tasks.
 */
import { readFile } from 'node:fs/promises'
import { type Engine, EngineFault, type Job, type JobImage, NotAccepted, type Operation, type Poll } from '../engine.ts'
import type { EngineParts, EngineType } from '../engine-type.ts'
import { durationsUpTo } from '../entry.ts'
import { bearer, createEngineHttp, isObject, isSameOrigin } from '../remote/engine-http.ts'
import { isPrivateHost } from '../remote/private-host.ts'
import { isPolicyRefusal, serverWords } from '../remote/server-words.ts'
import type { AcedataSettings, acedataSettings } from './settings.ts'
import { shapeOf } from './shape.ts'

export const acedataEngine: EngineType<typeof acedataSettings> = {
  create: createAcedataEngine,
  defaults: { concurrency: 4, deadlineSeconds: 3600 },
}

const maxImages = 16

type Json = { [key: string]: unknown }

export function createAcedataEngine({ name, settings, secret, fetch }: EngineParts<AcedataSettings>): Engine {
  const { baseUrl, requestSeconds } = settings
  const http = createEngineHttp({ engine: name, baseUrl, requestSeconds, fetch })
  const mayBePrivate = settings.privateResults ?? isPrivateHost(baseUrl)
  /** By the key that the operation was started with; one whose variable is gone, by today's. */
  const authorization = (operation?: Operation) => {
    const names = [operation?.apiKeyEnv, settings.apiKeyEnv].filter((one) => typeof one === 'string')
    return bearer(names.map((one) => secret(one)).find((key) => key !== undefined))
  }
  const tasks = (body: Json, operation: Operation | undefined, signal: AbortSignal) =>
    http.ask({ method: 'POST', path: '/sora/tasks', headers: authorization(operation), json: body }, signal)

  return {
    capabilities: {
      durations: durationsUpTo(settings.maxSeconds),
      sizes: settings.sizes ?? 'any',
      images: { min: settings.minImages ?? 0, max: settings.maxImages ?? maxImages },
      character: settings.character,
      sources: [],
      audio: true,
      seed: true,
      cancel: true,
      progress: true,
      resubmit: settings.resubmit,
    },

    async start(job, signal) {
      const headers = { ...authorization(), 'idempotency-key': job.submitKey }
      const json = { model: settings.model ?? job.model, async: true, ...(await bodyOf(job, settings)) }
      const { task_id: id } = await http.submit({ method: 'POST', path: '/sora/videos', headers, json }, signal)
      if (typeof id !== 'string' || id === '') {
        throw new EngineFault(`the engine ${name} took the job without a task_id`, { mayHaveArrived: true })
      }
      return { id, ...(settings.apiKeyEnv && { apiKeyEnv: settings.apiKeyEnv }) }
    },

    async poll(operation, signal) {
      const record = await tasks({ id: operation.id, action: 'retrieve' }, operation, signal)
      // Unknown ids are answered with an empty object.
      if (!record || Object.keys(record).length === 0) return { state: 'lost' }
      const read = readRecord(record, settings.pollSeconds)
      if (read.state !== 'succeeded') return read
      const isPrivate = mayBePrivate || isSameOrigin(read.url, baseUrl)
      return { state: 'succeeded', video: { url: read.url, isPrivate }, details: read.details }
    },

    async cancel(operation, signal) {
      await tasks({ id: operation.id, action: 'delete' }, operation, signal)
    },

    async probe(signal) {
      const answer = await http.request(
        { method: 'POST', path: '/sora/tasks', headers: authorization(), json: { ids: [], action: 'retrieve_batch' } },
        signal,
      )
      const said = serverWords(answer.body).message
      if (answer.status === 200) return 'answers, and takes the key'
      if (answer.status === 400) return 'answers'
      throw new Error(`The server answers ${answer.status}: ${said || 'it does not say why'}.`)
    },
  }
}

async function bodyOf(job: Job, { imageAs }: AcedataSettings): Promise<Json> {
  const shape = shapeOf(job)
  const images = await Promise.all(job.images.map((image) => sourceOf(image, imageAs)))
  const { character } = job
  if (character && shape.version === '2.0') {
    throw new NotAccepted('job', 'The engine takes a character only with the sizes and durations of version "1.0".')
  }
  return {
    prompt: job.prompt,
    seed: job.seed,
    ...shape,
    ...(images.length > 0 && { image_urls: images }),
    ...(character && {
      character_url: character.url,
      character_start: character.startSeconds,
      character_end: character.endSeconds,
    }),
  }
}

async function sourceOf({ path, contentType, url }: JobImage, imageAs: 'data' | 'url'): Promise<string> {
  return imageAs === 'url' ? url : `data:${contentType};base64,${(await readFile(path)).toString('base64')}`
}

type Read = Exclude<Poll, { state: 'succeeded' }> | { state: 'succeeded'; url: string; details: Json }

/** The words that this API and its relatives have for the ends. */
const doneWords = /^(succeed|succeeded|success|completed?|finished)$/
const failedWords = /^(failed|failure|error|cancelled|canceled|rejected)$/

/** What a record of /sora/tasks says. Its `response` may be missing, and lacks `success` while the work goes on. */
function readRecord({ response }: Json, pollSeconds: number): Read {
  const pollAfterMilliseconds = pollSeconds * 1000
  if (!isObject(response)) return { state: 'queued', pollAfterMilliseconds }
  const [video = {}] = Array.isArray(response.data) ? response.data.filter(isObject) : []
  const state = String(video.state ?? '').toLowerCase()
  if (response.success === false || failedWords.test(state)) {
    const words = serverWords(response.error ?? video)
    const kind = words.code === 'forbidden' || isPolicyRefusal(words) ? 'forbidden' : 'api_error'
    return { state: 'failed', kind, message: `${words.message || 'The engine gave no reason'}.` }
  }
  if (typeof video.video_url === 'string' && (response.success === true || doneWords.test(state))) {
    const { engine, id } = video
    return {
      state: 'succeeded',
      url: video.video_url,
      details: { task: response.task_id, video: id, ...(engine !== undefined && { engine }) },
    }
  }
  if (state === 'pending') return { state: 'queued', pollAfterMilliseconds }
  const progress = typeof video.progress === 'number' ? Math.min(Math.max(video.progress / 100, 0), 1) : undefined
  return { state: 'running', pollAfterMilliseconds, ...(progress !== undefined && { progress }) }
}
