/**
 * Renders a film in a process of its own, so that neither a crash nor a heavy render can stop the caller.
 * States: started -> rendering -> done (renamed into place) | failed | aborted; only `done` leaves a file.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Film, type FilmOrder, framesPerSecond, type RenderProgress } from './film-order.ts'
import { type RenderReport, type RenderRequest, renderReport } from './messages.ts'

/** The render's process is gone before the film was whole, for want of memory, say: the same order may well be made next time. */
export class RenderProcessLost extends Error {}

export interface RenderOptions {
  signal: AbortSignal
  onProgress?: (progress: RenderProgress) => void
  /** The module the child runs; tests put one that misbehaves here. */
  childModule?: URL
}

const killAfterMs = 400
const keptStderrLines = 20
/** The child needs to find its libraries; it has no use for the server's secrets. */
const passedEnvironment = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  'SystemRoot',
  'LANG',
  'NODE_COMPILE_CACHE',
]

/**
 * Renders the order to `order.outputPath` and says what was made. Rejects with the signal's reason when aborted,
 * with a RangeError when the order cannot be rendered, and with an Error of one safe sentence when the render fails;
 * its cause holds what the child said last.
 */
export async function renderFilm(order: FilmOrder, options: RenderOptions): Promise<Film> {
  options.signal.throwIfAborted()
  check(order)
  const partPath = `${order.outputPath}.${process.pid}-${Math.round(performance.now() * 1000).toString(36)}.part`
  try {
    const { plan, cost } = await renderInChild({ order: { ...order, images: [...order.images] }, partPath }, options)
    options.signal.throwIfAborted()
    await rename(partPath, order.outputPath)
    const { width, height, seconds } = order
    return { path: order.outputPath, width, height, seconds, framesPerSecond, plan, cost }
  } catch (error) {
    await rm(partPath, { force: true })
    throw error
  }
}

function check({ width, height, seconds, seed }: FilmOrder): void {
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < 64 || side > 4096 || side % 2 !== 0) {
      throw new RangeError(`A film's width and height must be even numbers from 64 to 4096, not ${width} x ${height}.`)
    }
  }
  if (!(seconds > 0 && seconds <= 120)) throw new RangeError(`A film lasts up to 120 seconds, not ${seconds}.`)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A seed is a whole number from 0 to 4294967295, not ${seed}.`)
  }
}

type Done = Extract<RenderReport, { kind: 'done' }>

async function renderInChild(request: RenderRequest, options: RenderOptions): Promise<Done> {
  const child = startChild(options.childModule ?? new URL('./child.ts', import.meta.url))
  const lastWords = keepLastLines(child)
  const outcome: { done?: Done; failure?: Extract<RenderReport, { kind: 'failed' }>; startError?: Error } = {}
  child.on('message', (message) => {
    const { data } = renderReport.safeParse(message)
    if (data?.kind === 'progress') options.onProgress?.({ framesDone: data.framesDone, framesTotal: data.framesTotal })
    if (data?.kind === 'done') outcome.done = data
    if (data?.kind === 'failed') outcome.failure = data
  })
  child.on('error', (error) => {
    outcome.startError = error
  })
  const stop = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref()
  }
  options.signal.addEventListener('abort', stop, { once: true })
  try {
    if (child.pid !== undefined) {
      child.send(request, () => {})
      await once(child, 'close')
    }
  } finally {
    options.signal.removeEventListener('abort', stop)
  }
  options.signal.throwIfAborted()
  if (outcome.done && child.exitCode === 0) return outcome.done
  throw describeFailure(child, outcome, lastWords())
}

function startChild(module: URL): ChildProcess {
  const env = Object.fromEntries(
    passedEnvironment.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
  return fork(fileURLToPath(module), [], {
    // Types are stripped and code compiled once for all renders, not once for each of their threads.
    // Two arenas: with one for each of a dozen threads, glibc keeps a hundred megabytes that nobody uses.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'animatic-compile-cache'), MALLOC_ARENA_MAX: '2', ...env },
    // Not the parent's own flags: a debugger or test runner there must not start another here.
    execArgv: ['--expose-gc', '--max-old-space-size=512', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Collects what the child writes to stderr; gives the last lines. */
function keepLastLines(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).split('\n').slice(-keptStderrLines).join('\n')
  })
  return () => text.trim()
}

function describeFailure(
  child: ChildProcess,
  { failure, startError }: { failure?: Extract<RenderReport, { kind: 'failed' }>; startError?: Error },
  lastWords: string,
): Error {
  if (startError) return new RenderProcessLost('The render process could not be started.', { cause: startError })
  if (failure) {
    const cause = new Error(failure.message)
    if (failure.stack) cause.stack = failure.stack
    return new Error('The film could not be rendered: the render process met an error.', { cause })
  }
  const cause = new Error(lastWords || 'The process wrote nothing to stderr.')
  const how = child.signalCode ? `was ended by ${child.signalCode}` : `ended with code ${child.exitCode}`
  const sentence = `The film could not be rendered: the render process ${how} before the film was whole.`
  return new RenderProcessLost(sentence, { cause })
}
