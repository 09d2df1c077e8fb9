import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type MediaAnswers, MediaError, type MediaReply, type MediaRequest, memoryLimitExitCode } from './protocol.ts'

/**
 * One child process that does one request at a time.
 *
 *     absent -> (request) -> busy -> (reply) -> warm -> (request) -> busy ...
 *     busy -> (time limit, abort, crash) -> killed -> absent
 */
export interface MediaProcess {
  /**
   * @throws MediaError; the signal's reason when aborted. Either way the child no longer touches the request's files.
   */
  run<Request extends MediaRequest>(
    request: Request,
    timeLimitSeconds: number,
    signal: AbortSignal,
  ): Promise<MediaAnswers[Request['kind']]>
  /** The child's process id while there is one. */
  pid(): number | undefined
  close(): Promise<void>
}

export interface MediaProcessOptions {
  maxMemoryBytes: number
  /** Default child.ts; another module that answers the same protocol in tests. */
  childPath?: string
}

/** JavaScript's own part of the memory, in MB; pictures and streams live outside it. */
const heapMegabytes = 512
const stderrKept = 4_000

export function createMediaProcess(options: MediaProcessOptions): MediaProcess {
  const childPath = options.childPath ?? fileURLToPath(new URL('./child.ts', import.meta.url))
  let child: ChildProcess | undefined
  let stderr = ''
  let lastId = 0

  /** The child gets no setting and no secret of the server: it is the part that may be taken over. */
  function start(): ChildProcess {
    const { PATH, HOME, TMPDIR, LD_LIBRARY_PATH, SystemRoot } = process.env
    const started = fork(childPath, [String(options.maxMemoryBytes)], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      env: { PATH, HOME, TMPDIR, LD_LIBRARY_PATH, SystemRoot },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    stderr = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-stderrKept)
    })
    started.on('exit', () => {
      if (child === started) child = undefined
    })
    return started
  }

  async function kill(): Promise<void> {
    const ending = child
    if (!ending) return
    child = undefined
    // Without a pid it never started, and no exit will follow.
    if (ending.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill('SIGKILL')
    await ended
  }

  return {
    async run(request, timeLimitSeconds, signal) {
      signal.throwIfAborted()
      child ??= start()
      const reply = await ask(child, ++lastId, request, timeLimitSeconds, signal, () => stderr).catch(
        async (error: unknown) => {
          await kill()
          throw error
        },
      )
      if ('answer' in reply) return reply.answer as MediaAnswers[(typeof request)['kind']]
      throw new MediaError(reply.problem, reply.message, reply.detail)
    },
    pid: () => child?.pid,
    close: kill,
  }
}

/** Sends one request and waits for its reply, the child's end, the time limit or the signal, whichever is first. */
function ask(
  child: ChildProcess,
  id: number,
  request: MediaRequest,
  timeLimitSeconds: number,
  signal: AbortSignal,
  stderr: () => string,
): Promise<MediaReply> {
  return new Promise<MediaReply>((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      signal.removeEventListener('abort', onAbort)
    }
    const fail = (error: unknown) => {
      settle()
      reject(error)
    }
    const onMessage = (reply: MediaReply) => {
      if (reply.id !== id) return
      settle()
      resolve(reply)
    }
    const onExit = (code: number | null, killedBy: string | null) => {
      if (code === memoryLimitExitCode) return fail(new MediaError('memory_limit', 'needs too much memory to decode'))
      const detail = new Error(`the media process ended with ${code ?? killedBy}: ${stderr().trim()}`)
      fail(new MediaError('crashed', 'made the decoder crash', detail))
    }
    const onError = (error: Error) => fail(new MediaError('crashed', 'could not be handed to the decoder', error))
    const onAbort = () => fail(signal.reason)
    const timer = setTimeout(() => {
      fail(new MediaError('time_limit', `took longer than ${timeLimitSeconds} s to decode`))
    }, timeLimitSeconds * 1000)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    signal.addEventListener('abort', onAbort, { once: true })
    child.send({ id, request }, (error) => error && onError(error))
  })
}
