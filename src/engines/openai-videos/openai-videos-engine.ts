/**
 * Any server that speaks /v1/videos: SGLang Diffusion, vLLM-Omni, TensorRT-LLM, LiteLLM, new-api, another Rushes. How
 * they differ is in flavor.ts, what their models take in model-profile.ts.
 */

import { type Engine, EngineFault, NotAccepted, type Operation } from '../engine.ts'
import type { EngineParts, EngineType } from '../engine-type.ts'
import { durationsUpTo } from '../entry.ts'
import { bearer, createEngineHttp, type EngineAnswer, isObject, isSameOrigin } from '../remote/engine-http.ts'
import { isPrivateHost } from '../remote/private-host.ts'
import { retryAfterOf } from '../remote/refusal.ts'
import { oneLine, serverWords } from '../remote/server-words.ts'
import { deriveCall, isSent } from './derive-body.ts'
import { flavorOf, flavorTraits, modelNamesIn } from './flavor.ts'
import { jobBody } from './job-body.ts'
import { profileOf } from './model-profile.ts'
import { readVideo } from './read-video.ts'
import type { Flavor, OpenaiVideosSettings, openaiVideosSettings } from './settings.ts'

const detectSeconds = 3
const maxPollMilliseconds = 60_000
const minPollMilliseconds = 100

export const openaiVideosEngine: EngineType<typeof openaiVideosSettings> = {
  create: createOpenaiVideosEngine,
  defaults: { concurrency: 4, deadlineSeconds: 1800 },
}

/** @throws nothing: a server that does not answer yet is asked again with the first job */
export async function createOpenaiVideosEngine(parts: EngineParts<OpenaiVideosSettings>): Promise<Engine> {
  const { name, settings, secret, fetch } = parts
  const { baseUrl, requestSeconds } = settings
  const http = createEngineHttp({ engine: name, baseUrl, requestSeconds, fetch })
  const profile = profileWith(settings)
  const mayBePrivate = settings.privateResults ?? isPrivateHost(baseUrl)
  let detected: Flavor | undefined = settings.flavor === 'auto' ? undefined : settings.flavor

  /** By the key that the operation was started with; one whose variable is gone, by today's. */
  const authorization = (operation?: Operation) => {
    const names = [operation?.apiKeyEnv, settings.apiKeyEnv].filter((one) => typeof one === 'string')
    return bearer(names.map((one) => secret(one)).find((key) => key !== undefined))
  }
  const models = (signal: AbortSignal, seconds = requestSeconds) =>
    http.request({ path: '/models', headers: authorization(), seconds }, signal)
  const detect = async (signal: AbortSignal) => {
    detected ??= flavorOf(await models(signal, detectSeconds))
    return detected ?? 'openai'
  }
  // Until the server has answered once, nothing is known of what a second start costs.
  const traits = () => flavorTraits[detected ?? 'openai']
  const pathOf = (operation: Operation) => `/videos/${encodeURIComponent(String(operation.id))}`

  if (settings.flavor === 'auto') await detect(AbortSignal.timeout(detectSeconds * 1000)).catch(() => {})

  return {
    get capabilities() {
      const { deleteStops, takesFrames, resubmit, sources } = traits()
      return {
        durations: durationsUpTo(profile.maxSeconds),
        sizes: settings.sizes ?? ('any' as const),
        images: profile.images,
        character: false,
        sources: settings.sources ?? sources,
        audio: profile.audio,
        seed: takesFrames,
        cancel: deleteStops,
        progress: false,
        resubmit: settings.resubmit ?? resubmit,
      }
    },

    async start(job, signal) {
      const flavor = await detect(signal).catch((error: unknown) => {
        signal.throwIfAborted()
        throw new NotAccepted('engine', `The engine ${name} does not answer.`, { cause: error })
      })
      const call =
        job.source && isSent(job.source)
          ? await deriveCall(job, job.source, settings)
          : { path: '/videos', ...(await jobBody(job, settings, flavorTraits[flavor], profile)) }
      const video = await http.submit({ method: 'POST', headers: authorization(), ...call }, signal)
      const id = video.id ?? video.task_id
      if (typeof id !== 'string' || id === '') {
        throw new EngineFault(`the engine ${name} took the job without an id`, { mayHaveArrived: true })
      }
      return { id, ...(settings.apiKeyEnv && { apiKeyEnv: settings.apiKeyEnv }) }
    },

    async poll(operation, signal) {
      const headers = authorization(operation)
      const answer = await http.request({ path: pathOf(operation), headers }, signal)
      if (isUnknownJob(answer)) return { state: 'lost' }
      const video = videoIn(answer, name)
      const read = readVideo(video)
      if (read.state === 'failed') return read
      if (read.state === 'succeeded') {
        const url = read.link ?? `${baseUrl}${pathOf(operation)}/content`
        const isOurs = isSameOrigin(url, baseUrl)
        return {
          state: 'succeeded',
          video: { url, isPrivate: isOurs || mayBePrivate, ...(isOurs && { headers: { ...headers, accept: '*/*' } }) },
          details: detailsOf(video),
        }
      }
      return { ...read, pollAfterMilliseconds: pollAfter(answer, settings.pollSeconds) }
    },

    async cancel(operation, signal) {
      if (!traits().hasDelete) return
      const headers = authorization(operation)
      const { status } = await http.request({ method: 'DELETE', path: pathOf(operation), headers }, signal)
      if (status >= 500) throw new EngineFault(`the engine ${name} answered ${status}`, { mayHaveArrived: true })
    },

    async probe(signal) {
      const answer = await models(signal)
      detected ??= flavorOf(answer)
      return reportOf(answer, settings, detected)
    },
  }
}

function profileWith(settings: OpenaiVideosSettings) {
  const profile = profileOf(settings.model)
  const { fps, multipleOf, maxPixels, maxSeconds, minImages, maxImages } = settings
  return {
    ...profile,
    fps: fps ?? profile.fps,
    multipleOf: multipleOf ?? profile.multipleOf,
    maxPixels: maxPixels ?? profile.maxPixels,
    maxSeconds: maxSeconds ?? profile.maxSeconds,
    images: { min: minImages ?? profile.images.min, max: Math.min(1, maxImages ?? profile.images.max) },
  }
}

/** A server that restarted knows no jobs. A page of HTML with the same status comes from a proxy in between. */
function isUnknownJob({ status, body }: EngineAnswer): boolean {
  if (status === 404 || status === 410) return isObject(body)
  return status === 400 && /task_not_exist|not_?found/.test(serverWords(body).code)
}

function videoIn({ status, headers, body }: EngineAnswer, name: string): { [key: string]: unknown } {
  if (status >= 200 && status <= 299 && isObject(body) && 'status' in body) return body
  const said = serverWords(body).message
  throw new EngineFault(`the engine ${name} answered ${status}${said && `: ${said}`}`, {
    mayHaveArrived: true,
    retryAfterMilliseconds: retryAfterOf(headers),
  })
}

function pollAfter({ headers }: EngineAnswer, pollSeconds: number): number {
  const hint = Number(headers['openai-poll-after-ms'] ?? Number.NaN)
  const wait = Number.isFinite(hint) ? hint : pollSeconds * 1000
  return Math.min(Math.max(wait, minPollMilliseconds), maxPollMilliseconds)
}

/** What the server says it made, for the task's record. */
function detailsOf(video: { [key: string]: unknown }): { [key: string]: unknown } {
  const said = ['model', 'size', 'seconds', 'inference_time_s', 'peak_memory_mb']
  return Object.fromEntries(said.flatMap((key) => (video[key] === undefined ? [] : [[key, video[key]]])))
}

function reportOf(answer: EngineAnswer, { model }: OpenaiVideosSettings, flavor: Flavor | undefined): string {
  const { status, body } = answer
  if (status === 401 || status === 403) {
    throw new Error(`The server does not accept the key (${status}); apiKeyEnv names the variable that holds it.`)
  }
  if (status >= 500) throw new Error(`The server answers ${status}: ${serverWords(body).message || 'it is not well'}.`)
  if (status === 404) return `answers, lists no models (is baseUrl right? most end in /v1)`
  const names = modelNamesIn(body)
  if (names.length > 0 && !names.includes(model)) {
    throw new Error(`The server has no model ${model}; it has ${oneLine(names.slice(0, 10).join(', '))}.`)
  }
  return `${flavor ?? 'openai'}, ${names.includes(model) ? `serves ${model}` : 'answers'}`
}
