/** The built-in engine: an animated film from any prompt, drawn on this machine's CPU by the package `animatic`. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type FilmOrder, RenderProcessLost, renderFilm } from '@rushes/animatic'
import type { Engine, Job, Operation, Poll } from '../engine.ts'
import type { EngineType } from '../engine-type.ts'
import type { animaticSettings } from './settings.ts'

/** How long a poll waits for news before it says the same again. */
const maxPollWaitMilliseconds = 1000
const maxRememberedEnds = 100

export const animaticEngine: EngineType<typeof animaticSettings> = {
  create: () => createAnimaticEngine(renderFilm),
  // A render keeps about two cores busy.
  defaults: { concurrency: Math.max(1, Math.floor(availableParallelism() / 2)), deadlineSeconds: 900 },
}

interface Render {
  progress: number
  end?: Extract<Poll, { state: 'succeeded' | 'failed' }>
  abort: AbortController
  /** Wakes the polls that wait for news. */
  news: PromiseWithResolvers<void>
}

/**
 * Renders live in this process: one that it does not know, because the server restarted, is `lost` and is safely
 * started again. `render` is the package's `renderFilm`, or a stand-in of the same shape.
 */
export function createAnimaticEngine(render: typeof renderFilm): Engine {
  const renders = new Map<string, Render>()

  return {
    capabilities: {
      durations: 'any',
      sizes: 'any',
      images: { min: 0, max: 16 },
      character: true,
      sources: ['remix', 'edit', 'extension'],
      audio: true,
      seed: true,
      cancel: true,
      progress: true,
      resubmit: 'safe',
    },

    async start(job) {
      const renderId = randomUUID()
      await mkdir(job.workDirectory, { recursive: true })
      const order = orderOf(job, renderId)
      const entry: Render = { progress: 0, abort: new AbortController(), news: Promise.withResolvers() }
      forgetOldEnds(renders)
      renders.set(renderId, entry)
      void run(entry, order)
      return { renderId }
    },

    async poll(operation, signal) {
      const entry = renders.get(idOf(operation))
      if (!entry) return { state: 'lost' }
      if (!entry.end) await newsOrTimeout(entry, signal)
      if (!entry.end) return { state: 'running', progress: entry.progress, pollAfterMilliseconds: 0 }
      return entry.end
    },

    async cancel(operation) {
      renders.get(idOf(operation))?.abort.abort()
      renders.delete(idOf(operation))
    },

    async close() {
      for (const entry of renders.values()) entry.abort.abort()
    },
  }

  async function run(entry: Render, order: FilmOrder): Promise<void> {
    let shown = 0
    const onProgress = ({ framesDone, framesTotal }: { framesDone: number; framesTotal: number }) => {
      entry.progress = framesDone / framesTotal
      if (entry.progress - shown < 0.01) return
      shown = entry.progress
      tellNews(entry)
    }
    try {
      const film = await render(order, { signal: entry.abort.signal, onProgress })
      // The record has the prompt already, as it was sent.
      const { prompt: _, ...plan } = film.plan
      entry.end = { state: 'succeeded', video: { path: film.path }, details: { plan } }
    } catch (error) {
      const { message } = error as Error
      entry.end = { state: 'failed', kind: 'api_error', message, retryable: error instanceof RenderProcessLost }
    }
    tellNews(entry)
  }
}

function orderOf(job: Job, renderId: string): FilmOrder {
  const { prompt, width, height, seconds, seed, character, source } = job
  const images = job.images.map(({ path }) => path)
  const outputPath = join(job.workDirectory, `${renderId}.mp4`)
  return {
    prompt,
    width,
    height,
    seconds,
    seed,
    images,
    outputPath,
    ...(character && { character }),
    ...(source && { source }),
  }
}

/** A task takes its result soon after the end; the oldest ends are forgotten so that the memory does not grow. */
function forgetOldEnds(renders: Map<string, Render>): void {
  const ended = [...renders].filter(([, { end }]) => end)
  for (const [id] of ended.slice(0, Math.max(0, ended.length - maxRememberedEnds))) renders.delete(id)
}

const idOf = (operation: Operation): string => String(operation.renderId)

function tellNews(entry: Render): void {
  entry.news.resolve()
  entry.news = Promise.withResolvers()
}

async function newsOrTimeout(entry: Render, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(maxPollWaitMilliseconds)])
  const stopped = Promise.withResolvers<void>()
  over.addEventListener('abort', () => stopped.resolve(), { once: true })
  await Promise.race([entry.news.promise, stopped.promise])
  signal.throwIfAborted()
}
