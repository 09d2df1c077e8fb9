/**
 * An engine that does what it is told, for tests and for people who test their own integrations against Rushes: it
 * fails, stalls, is slow or answers at once, by the directives of the prompt (script.ts) or by its config entry.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Capabilities, type Engine, NotAccepted } from '../engine.ts'
import type { EngineType } from '../engine-type.ts'
import { readScript, type Script } from './script.ts'
import { type ScriptedSettings, scriptedSettings } from './settings.ts'
import { createTestFilms } from './test-film.ts'

export const scriptedEngine: EngineType<typeof scriptedSettings> = {
  create: ({ settings }) => createScriptedEngine(settings),
  defaults: { concurrency: 8, deadlineSeconds: 600 },
}

interface ScriptedOperation {
  id: string
  /** Milliseconds since 1970. */
  startedAt: number
  script: Script
  film: { width: number; height: number; seconds: number }
  workDirectory: string
}

const tickMilliseconds = 50

export function createScriptedEngine(options: Partial<ScriptedSettings> = {}): Engine {
  const { workSeconds, queueSeconds, resubmit, images, character, sources } = scriptedSettings.parse({
    ...options,
    type: 'scripted',
  })
  const capabilities: Capabilities = {
    durations: 'any',
    sizes: 'any',
    images: { min: 0, max: images },
    character,
    sources,
    audio: true,
    seed: true,
    cancel: true,
    progress: true,
    resubmit,
  }
  const lostTasks = new Set<string>()
  const cancelled = new Set<string>()
  const copyTestFilm = createTestFilms()

  return {
    capabilities,
    async start(job, signal) {
      const script = readScript(job.prompt, { workSeconds, queueSeconds })
      if (script.startSeconds > 0) await delay(script.startSeconds * 1000, undefined, { signal })
      if (script.end === 'refusal') throw new NotAccepted('job', script.message || 'The engine refused the job.')
      if (script.loses && lostTasks.has(job.taskId)) script.loses = false
      lostTasks.add(job.taskId)
      const { width, height, seconds, workDirectory } = job
      const film = { width, height, seconds }
      const operation: ScriptedOperation = { id: randomUUID(), startedAt: Date.now(), script, film, workDirectory }
      return { ...operation }
    },
    async poll(operation, signal) {
      // The operation was made by `start` above and came back through JSON.
      const { id, startedAt, script, film, workDirectory } = operation as unknown as ScriptedOperation
      if (script.loses || cancelled.has(id)) return { state: 'lost' }
      const workFrom = startedAt + script.queueSeconds * 1000
      const workUntil = script.end === 'never' ? Number.POSITIVE_INFINITY : workFrom + script.workSeconds * 1000
      const wait = Math.min(tickMilliseconds, workUntil - Date.now())
      if (wait > 0) await delay(wait, undefined, { signal })
      const now = Date.now()
      if (now < workFrom) return { state: 'queued', pollAfterMilliseconds: 0 }
      if (now < workUntil) {
        const progress = script.end === 'never' ? 0.5 : (now - workFrom) / (workUntil - workFrom)
        return { state: 'running', progress, pollAfterMilliseconds: 0 }
      }
      if (script.end === 'failure') return failed('api_error', script.message || 'The engine was told to fail.')
      if (script.end === 'forbidden') return failed('forbidden', script.message || 'The content policy refuses this.')
      if (script.link) return { state: 'succeeded', video: { url: script.link }, details: { script } }
      await mkdir(workDirectory, { recursive: true })
      const path = join(workDirectory, `${id}.mp4`)
      if (script.end === 'garbage') await writeFile(path, 'This is not a video.')
      else await copyTestFilm(path, film)
      return { state: 'succeeded', video: { path }, details: { script } }
    },
    async cancel(operation) {
      cancelled.add(String(operation.id))
    },
  }
}

const failed = (kind: 'api_error' | 'forbidden', message: string) => ({ state: 'failed', kind, message }) as const
