import { createMediaProcess, type MediaProcess, type MediaProcessOptions } from './media-process.ts'

/** A few media processes side by side, so that a long transcode does not hold up the next task's thumbnail. */
export type MediaPool = Omit<MediaProcess, 'pid'> & { pids(): number[] }

/** @param size how many files are decoded at once; the rest wait their turn */
export function createMediaPool(size: number, options: MediaProcessOptions): MediaPool {
  const all = Array.from({ length: size }, () => createMediaProcess(options))
  // The last one back is the first one out again: it is warm.
  const idle = [...all]
  const waiting: ((process: MediaProcess) => void)[] = []
  let closed = false

  function acquire(signal: AbortSignal): Promise<MediaProcess> {
    signal.throwIfAborted()
    const free = idle.pop()
    if (free) return Promise.resolve(free)
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        waiting.splice(waiting.indexOf(take), 1)
        reject(signal.reason)
      }
      const take = (process: MediaProcess) => {
        signal.removeEventListener('abort', onAbort)
        resolve(process)
      }
      waiting.push(take)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  function release(process: MediaProcess): void {
    const next = waiting.shift()
    if (next) next(process)
    else idle.push(process)
  }

  return {
    async run(request, timeLimitSeconds, signal) {
      const process = await acquire(signal)
      try {
        if (closed) throw new Error('the media processes were closed')
        return await process.run(request, timeLimitSeconds, signal)
      } finally {
        release(process)
      }
    },
    pids: () => all.flatMap((process) => process.pid() ?? []),
    async close() {
      closed = true
      await Promise.all(all.map((process) => process.close()))
    },
  }
}
