/**
 * A video model of the AI SDK. `doStart` gives an operation, which is stored; `doStatus` asks after it, also from
 * another process. The models are called directly, so nothing is sent twice by the SDK's own retries.
 *
 *     doStart -> operation -> doStatus … -> a link, or the film itself
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  JSONValue,
  SharedV4Warning,
  Experimental_VideoModelV4OperationStatusResult as StatusResult,
} from '@ai-sdk/provider'
import { type Capabilities, type Engine, EngineFault, NotAccepted, type Operation, type Poll } from '../engine.ts'
import type { EngineParts, EngineType } from '../engine-type.ts'
import { durationsUpTo } from '../entry.ts'
import { isSameOrigin } from '../remote/engine-http.ts'
import { explainRefusal, retryAfterOf } from '../remote/refusal.ts'
import { oneLine } from '../remote/server-words.ts'
import { callOptionsOf, checkOptions } from './call-options.ts'
import { type Answer, createStatusJudge, defaultPatience } from './judge-status.ts'
import { loadProvider, type OpenModel, type ResumableModel } from './load-provider.ts'
import { createProviderFetch, type ProviderFetch, type Seen } from './provider-fetch.ts'
import { type Provider, providers } from './providers.ts'
import type { AiSdkSettings, aiSdkSettings } from './settings.ts'

/** Between refusals of a poll, doubled each time. */
const refusalPauseMilliseconds = 1_000
const maxPauseMilliseconds = 60_000
const cancelSeconds = 15

interface AiSdkOperation {
  operation: JSONValue
  /** The variable whose key started the job. */
  keyVariable: string
  /** For providers that answer with the film itself. */
  workDirectory: string
  /** What the provider said it would not do. */
  warnings: string[]
}

export const aiSdkEngine: EngineType<typeof aiSdkSettings> = {
  create: (parts) => createAiSdkEngine(parts),
  defaults: { concurrency: 4, deadlineSeconds: 1800 },
}

export interface AiSdkTestOptions {
  /** Instead of a package's model. */
  open?: OpenModel
  patience?: typeof defaultPatience
  refusalPauseMilliseconds?: number
}

export async function createAiSdkEngine(
  parts: EngineParts<AiSdkSettings>,
  options: AiSdkTestOptions = {},
): Promise<Engine> {
  const { name, settings, secret } = parts
  const provider = providers[settings.provider]
  checkOptions(name, settings)
  const keyVariable = settings.apiKeyEnv ?? provider.keyVariable
  const open = options.open ?? (await loadProvider(name, settings, secret(keyVariable) !== undefined))
  const judge = createStatusJudge(options.patience ?? defaultPatience)
  const pause = options.refusalPauseMilliseconds ?? refusalPauseMilliseconds

  /** The model for one call, and what HTTP said under it. */
  function modelFor(variable: string, signal: AbortSignal): { model: ResumableModel } & ProviderFetch {
    const through = createProviderFetch(fetchOptionsOf(parts, provider), signal)
    return { model: open(through.fetch, secret(variable)), ...through }
  }

  return {
    capabilities: capabilitiesOf(settings, provider),

    async start(job, signal) {
      const callOptions = await callOptionsOf(job, settings, signal)
      const { model, seen } = modelFor(keyVariable, signal)
      try {
        const { operation, warnings } = await model.doStart(callOptions)
        const { workDirectory } = job
        return { operation, keyVariable, workDirectory, warnings: warnings.map(wordsOf) } satisfies AiSdkOperation
      } catch (error) {
        signal.throwIfAborted()
        throw explainStart(name, error, seen())
      }
    },

    async poll(stored, signal) {
      const kept = stored as unknown as AiSdkOperation
      const { model, seen } = modelFor(kept.keyVariable, signal)
      const result = await Promise.resolve(model.doStatus({ operation: kept.operation, abortSignal: signal })).catch(
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      )
      signal.throwIfAborted()
      const heard = seen()
      const job = JSON.stringify(kept.operation)
      const verdict = judge.judge(job, answerOf(provider, result, heard))
      switch (verdict.state) {
        case 'pending':
          return { state: 'running', pollAfterMilliseconds: settings.pollSeconds * 1000 }
        case 'completed':
          return await filmOf(verdict.result, kept, settings.baseUrl)
        case 'failed':
          return { state: 'failed', kind: verdict.kind, message: `${oneLine(verdict.message)}.` }
        case 'lost':
          return { state: 'lost' }
        case 'ask-again': {
          const retryAfterMilliseconds = heard?.answered ? retryAfterOf(heard.headers) : undefined
          if (verdict.refusals === 0) throw explainPoll(name, verdict.message, retryAfterMilliseconds)
          const wait = Math.min(pause * 2 ** (verdict.refusals - 1), maxPauseMilliseconds)
          return { state: 'running', pollAfterMilliseconds: retryAfterMilliseconds ?? wait }
        }
      }
    },

    ...(provider.cancel && { cancel: (stored, signal) => cancel(parts, provider, stored, signal) }),
  }
}

function capabilitiesOf(settings: AiSdkSettings, provider: Provider): Capabilities {
  const { durations, maxSeconds, sizes, maxImages, minImages = 0, imagesAs } = settings
  const images = imagesAs === 'first-and-last-frame' ? 2 : 1
  return {
    durations: durations ?? (maxSeconds === undefined ? provider.durations(settings.model) : durationsUpTo(maxSeconds)),
    sizes: sizes ?? 'any',
    images: { min: minImages, max: Math.max(maxImages ?? images, minImages) },
    character: false,
    sources: [],
    audio: settings.generateAudio ?? provider.audio,
    seed: provider.seed,
    cancel: provider.cancel !== undefined,
    progress: false,
    // Starting twice costs twice, and providers know no key for it.
    resubmit: 'never',
  }
}

function fetchOptionsOf({ name, settings, fetch }: EngineParts<AiSdkSettings>, { fixedOrigin }: Provider) {
  const { requestSeconds, baseUrl } = settings
  const instead = fixedOrigin !== undefined && baseUrl !== undefined ? { origin: fixedOrigin, baseUrl } : undefined
  return { engine: name, fetch, requestSeconds, instead }
}

/** What was heard, for the judge; "not known" is a 404 whichever way the provider says it. */
function answerOf({ forgot }: Provider, result: StatusResult | Error, heard: Seen | undefined): Answer {
  if (!heard?.answered) return { result, httpStatus: undefined }
  if (!forgot?.(heard.body)) return { result, httpStatus: heard.status }
  return { result: new Error('The provider does not know the job.'), httpStatus: 404 }
}

/** Whether a start that failed left a job behind, by what HTTP said under it. */
function explainStart(engine: string, error: unknown, seen: Seen | undefined): Error {
  if (error instanceof NotAccepted) return error
  const words = error instanceof Error ? oneLine(error.message) : 'no reason given'
  if (!seen) {
    // Nothing was sent: the package found the options or the key wanting.
    return new NotAccepted('engine', `The engine ${engine} could not be called: ${words}.`, { cause: error })
  }
  if (!seen.answered) {
    if (seen.mayHaveArrived) return error instanceof Error ? error : new Error(words)
    return new NotAccepted('engine', `The engine ${engine} cannot be reached.`, { cause: error })
  }
  if (seen.status < 200 || seen.status > 299) return explainRefusal(engine, seen)
  return new EngineFault(`the engine ${engine} took the job with an answer that cannot be read: ${words}`, {
    mayHaveArrived: true,
    cause: error,
  })
}

const explainPoll = (engine: string, words: string, retryAfterMilliseconds: number | undefined): EngineFault =>
  new EngineFault(`the engine ${engine} could not say how the job is: ${oneLine(words)}`, {
    mayHaveArrived: true,
    retryAfterMilliseconds,
  })

async function filmOf(
  { videos }: Extract<StatusResult, { status: 'completed' }>,
  { operation, workDirectory, warnings }: AiSdkOperation,
  baseUrl: string | undefined,
): Promise<Poll> {
  const [video] = videos
  const details = warnings.length > 0 ? { details: { warnings } } : {}
  if (video?.type === 'url') {
    // A server of the operator's own may be on a private network; where a provider points is for all to reach.
    const isPrivate = baseUrl !== undefined && isSameOrigin(video.url, baseUrl)
    return { state: 'succeeded', video: { url: video.url, isPrivate }, ...details }
  }
  if (video?.type === 'base64' || video?.type === 'binary') {
    await mkdir(workDirectory, { recursive: true })
    const path = join(workDirectory, createHash('sha256').update(JSON.stringify(operation)).digest('hex'))
    await writeFile(path, video.type === 'base64' ? Buffer.from(video.data, 'base64') : video.data)
    return { state: 'succeeded', video: { path }, ...details }
  }
  const words = `The provider says that the job ${JSON.stringify(operation)} is done, but hands out no video.`
  return { state: 'failed', kind: 'api_error', message: words }
}

async function cancel(
  parts: EngineParts<AiSdkSettings>,
  provider: Provider,
  stored: Operation,
  signal: AbortSignal,
): Promise<void> {
  const { operation, keyVariable } = stored as unknown as AiSdkOperation
  const call = provider.cancel?.(operation, parts.secret(keyVariable) ?? '')
  if (!call) return
  const through = createProviderFetch({ ...fetchOptionsOf(parts, provider), requestSeconds: cancelSeconds }, signal)
  const { status } = await through.fetch(call.url, { method: call.method, headers: call.headers })
  // 4xx: it has ended, or is not known any more.
  if (status >= 500) throw explainPoll(parts.name, `it answered ${status} to the cancellation`, undefined)
}

function wordsOf(warning: SharedV4Warning): string {
  if ('message' in warning) return warning.message
  return `${warning.feature} is not supported as asked${warning.details ? `: ${warning.details}` : ''}`
}
