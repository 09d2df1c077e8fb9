/**
 * A ComfyUI server. A prompt is queued under the task's own id, so that it is found again by that id alone: in the
 * history when it has ended, else in the queue, else it is lost. The websocket adds progress and promptness.
 *
 *     upload references -> POST /prompt -> GET /history, /queue (woken by the websocket) -> GET /view
 */
import { createHash, randomUUID } from 'node:crypto'
import { isUuid } from '../../ids.ts'
import { type Engine, EngineFault, type Job, NotAccepted, type Operation, type Poll } from '../engine.ts'
import type { EngineParts, EngineType } from '../engine-type.ts'
import { whatServerLacks } from './check-server.ts'
import { type ComfyuiServer, createComfyuiServer } from './comfyui-server.ts'
import { failureOf, filmIn, type HistoryEntry } from './history.ts'
import { createProgressFeed, type News } from './progress-feed.ts'
import type { ComfyuiSettings, comfyuiSettings } from './settings.ts'
import { capabilitiesOf, readVariants, type Variants, valuesOf, variantFor } from './variants.ts'
import { fillWorkflow, renameFiles, samplersOf, type WorkflowNodes } from './workflow.ts'

/** How long a poll waits for the websocket's word, and the time between polls without one. */
const waitMilliseconds = 1_000
/** Between two words of progress, which may come by the dozen. */
const progressMilliseconds = 250
const afterEndMilliseconds = 50
const lookTwiceSeconds = 10

interface ComfyuiOperation {
  promptId: string
  clientId: string
  samplers: string[]
}

export const comfyuiEngine: EngineType<typeof comfyuiSettings> = {
  create: createComfyuiEngine,
  // The server does one prompt at a time; a second one in its queue keeps it busy.
  defaults: { concurrency: 2, deadlineSeconds: 3600 },
}

export function createComfyuiEngine({ name, settings, secret, fetch }: EngineParts<ComfyuiSettings>): Engine {
  const variants = readVariants(name, settings)
  const { baseUrl, requestSeconds, apiKeyEnv } = settings
  const server = createComfyuiServer({ engine: name, baseUrl, requestSeconds, fetch }, () =>
    apiKeyEnv === undefined ? undefined : secret(apiKeyEnv),
  )
  const feed = createProgressFeed(server.socketUrl, server.headers)
  const clientId = randomUUID()
  const asked = new Set<string>()
  const forget = (promptId: string) => {
    asked.delete(promptId)
    feed.forget(promptId)
  }

  return {
    capabilities: capabilitiesOf(variants, settings),

    async start(job, signal) {
      const workflow = variantFor(variants, job)
      if (!workflow) throw new NotAccepted('job', `The engine ${name} has no workflow for these references.`)
      const operation: ComfyuiOperation = { promptId: promptIdOf(job), clientId, samplers: samplersOf(workflow) }
      const prompt = await beforeQueueing(name, signal, async () => {
        const { at } = await server.find(operation.promptId, signal)
        if (at !== 'nowhere') return undefined
        const uploaded = await uploadReferences(server, job, signal)
        return fillWorkflow(workflow, valuesOf(job, variants, uploaded), settings.files)
      })
      feed.follow(operation)
      if (prompt) operation.promptId = await queueOnce(server, prompt, operation, signal)
      return { ...operation }
    },

    async poll(stored, signal) {
      const operation = readOperation(stored)
      const { promptId } = operation
      feed.follow(operation)
      // The first question is not put off.
      const news = asked.has(promptId) ? await feed.news(promptId, waitMilliseconds, signal) : 'none'
      asked.add(promptId)
      if (news === 'progress') return running(feed.progressOf(promptId), progressMilliseconds)
      const place = await server.find(promptId, signal)
      const pollAfterMilliseconds = pauseAfter(news, feed.hears(operation.clientId))
      if (place.at === 'queue') return { state: 'queued', ahead: place.ahead, pollAfterMilliseconds }
      if (place.at === 'work') return running(feed.progressOf(promptId), pollAfterMilliseconds)
      forget(promptId)
      if (place.at === 'nowhere') return { state: 'lost' }
      return endOf(place.entry, server)
    },

    async cancel(stored, signal) {
      const { promptId } = readOperation(stored)
      forget(promptId)
      await server.stop(promptId, signal)
    },

    async probe(signal) {
      const version = await server.version(signal)
      const info = (className: string) => server.nodeClass(className, signal)
      const lacks = await whatVariantsLack(variants, settings, info)
      if (lacks.length > 0) throw new Error(`ComfyUI ${version} at ${baseUrl} is not ready. ${lacks.join(' ')}`)
      return `ComfyUI ${version} has all nodes and model files`
    },

    async close() {
      feed.close()
    },
  }
}

/** The websocket tells of an end a moment before the history has it; with one, the next poll waits for its word. */
function pauseAfter(news: News, hears: boolean): number {
  if (news === 'ended') return afterEndMilliseconds
  return hears ? 0 : waitMilliseconds
}

const running = (progress: number | undefined, pollAfterMilliseconds: number): Poll => ({
  state: 'running',
  ...(progress !== undefined && { progress }),
  pollAfterMilliseconds,
})

/** Until the prompt is queued, whatever fails means that the server does not have the job. */
async function beforeQueueing<T>(engine: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof EngineFault)) throw cause
    const { retryAfterMilliseconds } = cause
    throw new NotAccepted('engine', `The engine ${engine} could not take the job.`, { cause, retryAfterMilliseconds })
  }
}

/** Queues the prompt; when the answer does not come, asks whether the prompt is there. */
async function queueOnce(
  server: ComfyuiServer,
  prompt: WorkflowNodes,
  { promptId, clientId }: ComfyuiOperation,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await server.queue(prompt, promptId, clientId, signal)
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    const limit = AbortSignal.any([signal, AbortSignal.timeout(lookTwiceSeconds * 1000)])
    const place = await server.find(promptId, limit).catch(() => undefined)
    signal.throwIfAborted()
    if (place && place.at !== 'nowhere') return promptId
    throw error
  }
}

async function uploadReferences(server: ComfyuiServer, { taskId, images, character }: Job, signal: AbortSignal) {
  const names: string[] = []
  for (const [index, { path }] of images.entries())
    names.push(await server.upload(path, `${taskId}-${index + 1}`, signal))
  const video = character && (await server.upload(character.path, `${taskId}-character`, signal))
  return { images: names, video }
}

function endOf(entry: HistoryEntry, server: ComfyuiServer): Poll {
  const succeeded = entry.status?.status_str !== 'error'
  const film = succeeded ? filmIn(entry) : undefined
  if (!film) return failureOf(entry)
  return { state: 'succeeded', video: { url: server.linkTo(film), headers: server.headers(), isPrivate: true } }
}

async function whatVariantsLack(
  { text, image, character, downloads }: Variants,
  { files }: ComfyuiSettings,
  info: (className: string) => Promise<unknown>,
): Promise<string[]> {
  const renamed = Object.fromEntries(Object.entries(downloads).map(([file, link]) => [files[file] ?? file, link]))
  const sentences = new Set<string>()
  for (const workflow of [text, image, character]) {
    if (!workflow) continue
    for (const sentence of await whatServerLacks(renameFiles(workflow, files), info, renamed)) sentences.add(sentence)
  }
  return [...sentences]
}

/** ComfyUI takes ids in the form of a UUID in small letters. */
function promptIdOf({ submitKey }: Job): string {
  if (isUuid(submitKey)) return submitKey.toLowerCase()
  const hex = createHash('sha256').update(submitKey).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function readOperation(stored: Operation): ComfyuiOperation {
  const { promptId, clientId, samplers } = stored
  return {
    promptId: String(promptId),
    clientId: String(clientId),
    samplers: Array.isArray(samplers) ? samplers.map(String) : [],
  }
}
