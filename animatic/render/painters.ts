/** The painting threads, seen from the thread that encodes: frames in order, painted a few ahead. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DrawOrder } from './draw-film.ts'

export interface PaintOrder {
  film: DrawOrder
  /** This painter draws the frames `first`, `first + step` and so on. */
  first: number
  step: number
  framesTotal: number
  framesPerSecond: number
  /** Frames of RGBA bytes, `slots` of them one behind the other. */
  memory: SharedArrayBuffer
  /** One 32-bit word a slot: who may touch it. */
  owners: SharedArrayBuffer
  slots: number
}

export const slotFree = 0
export const slotFilled = 1

/** Frames one painter may be ahead by, beside the one it is drawing; bounds the memory. */
const slots = 1
/** The pictures are outside the heap; what is inside is small, and young garbage is collected at every frame. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 }
/** More painters than this only wait for the encoder. */
const mostPainters = 3

export interface Painters {
  /** What painting took, of all threads; resolves when all have ended. */
  cpuSeconds: Promise<number>
  /** Every frame in order, as RGBA bytes that are valid until the next is asked for. Throws when a painter fails. */
  frames(): AsyncGenerator<Buffer, void, undefined>
}

/** Starts one painter a processor. A frame is the same whichever of them paints it. */
export function startPainters(film: DrawOrder, framesTotal: number, framesPerSecond: number): Painters {
  const step = Math.min(mostPainters, availableParallelism(), framesTotal)
  const frameBytes = film.width * film.height * 4
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const painters = Array.from({ length: step }, (_, first) => {
    const memory = new SharedArrayBuffer(frameBytes * slots)
    const owners = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * slots)
    const workerData: PaintOrder = { film, first, step, framesTotal, framesPerSecond, memory, owners, slots }
    const thread = new Worker(new URL('./paint-thread.ts', import.meta.url), { workerData, resourceLimits })
    thread.on('error', failed.reject)
    return { memory, owner: new Int32Array(owners), cpuSeconds: once(thread, 'message') }
  })
  const cpuSeconds = addUp(painters.map(({ cpuSeconds }) => cpuSeconds))
  // A painter that fails says so where its frames are awaited.
  cpuSeconds.catch(() => {})
  return {
    cpuSeconds,
    async *frames() {
      for (let frame = 0; frame < framesTotal; frame++) {
        const painter = painters[frame % step]
        if (!painter) return
        const slot = Math.floor(frame / step) % slots
        // A painter held up between filling a slot and saying so may speak of the frame before: only the word counts.
        while (Atomics.load(painter.owner, slot) === slotFree) {
          await Promise.race([Atomics.waitAsync(painter.owner, slot, slotFree).value, failed.promise])
        }
        yield Buffer.from(painter.memory, slot * frameBytes, frameBytes)
        Atomics.store(painter.owner, slot, slotFree)
        Atomics.notify(painter.owner, slot)
      }
    },
  }
}

async function addUp(messages: Promise<unknown[]>[]): Promise<number> {
  return (await Promise.all(messages)).reduce((sum, [seconds]) => sum + Number(seconds), 0)
}
