/**
 * The jobs of a simulated engine. What becomes of a job is written in its prompt, in the directives of the scripted
 * engine (`[slow 2s]`, `[queue 1s]`, `[fail: …]`, `[forbid: …]`, `[garbage]`, `[stall]`), so that tests of the suite,
 * of whole servers and benchmarks drive every protocol alike.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readScript, type Script } from '../scripted/script.ts'
import { writeTestFilm } from '../scripted/test-film.ts'

export interface SimulatedJob {
  id: string
  prompt: string
  script: Script
  film: { width: number; height: number; seconds: number }
  /** Milliseconds since 1970. */
  startedAt: number
  cancelled: boolean
}

export type JobState =
  | { state: 'queued' }
  | { state: 'running' /** 0 to 1 */; progress: number }
  | { state: 'succeeded' }
  | { state: 'failed'; message: string; byPolicy: boolean }
  | { state: 'cancelled' }

export interface JobBoard {
  /** Takes a job; `key` given twice gives the job of the first time. */
  add(prompt: string, film: SimulatedJob['film'], key?: string): SimulatedJob
  get(id: string): SimulatedJob | undefined
  all(): readonly SimulatedJob[]
  stateOf(job: SimulatedJob): JobState
  /** The bytes of its film, or of what the script puts in its place. */
  filmOf(job: SimulatedJob): Promise<Buffer>
  /** As a restart of the server: no job is known any more. */
  forget(): void
  [Symbol.asyncDispose](): Promise<void>
}

export function createJobBoard(): JobBoard {
  const jobs = new Map<string, SimulatedJob>()
  const byKey = new Map<string, SimulatedJob>()
  const films = new Map<string, Promise<Buffer>>()
  const directory = mkdtemp(join(tmpdir(), 'rushes-simulator-'))

  async function makeFilm(film: SimulatedJob['film']): Promise<Buffer> {
    const path = join(await directory, `${randomUUID()}.mp4`)
    await writeTestFilm(path, film)
    return readFile(path)
  }

  return {
    add(prompt, film, key) {
      const known = key === undefined ? undefined : byKey.get(key)
      if (known) return known
      const job = {
        id: randomUUID(),
        prompt,
        script: readScript(prompt),
        film,
        startedAt: Date.now(),
        cancelled: false,
      }
      jobs.set(job.id, job)
      if (key !== undefined) byKey.set(key, job)
      return job
    },
    get: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    stateOf({ script, startedAt, cancelled }) {
      if (cancelled) return { state: 'cancelled' }
      const waited = Date.now() - startedAt - script.queueSeconds * 1000
      if (waited < 0) return { state: 'queued' }
      if (script.end === 'never') return { state: 'running', progress: 0.5 }
      const work = script.workSeconds * 1000
      if (waited < work) return { state: 'running', progress: waited / work }
      if (script.end === 'failure' || script.end === 'forbidden') {
        return { state: 'failed', message: script.message || 'It failed.', byPolicy: script.end === 'forbidden' }
      }
      return { state: 'succeeded' }
    },
    async filmOf({ script, film }) {
      if (script.end === 'garbage') return Buffer.from('This is not a video.')
      const key = `${film.width}x${film.height} ${film.seconds}`
      const made = films.get(key) ?? makeFilm(film)
      films.set(key, made)
      return made
    },
    forget() {
      jobs.clear()
      byKey.clear()
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(films.values())
      await rm(await directory, { recursive: true, force: true })
    },
  }
}
