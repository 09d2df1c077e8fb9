/**
 * A painting thread: draws every `step`th frame into shared memory, as far ahead as there is room.
 * A slot's word says whose it is: 0 is the painter's, 1 the reader's.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { drawFilm } from './draw-film.ts'
import { type PaintOrder, slotFilled } from './painters.ts'
import { secondsOf } from './thread-cost.ts'

const { film, first, step, framesTotal, framesPerSecond, memory, owners, slots }: PaintOrder = workerData
const frameBytes = film.width * film.height * 4
const owner = new Int32Array(owners)
const drawer = await drawFilm(film)

for (let frame = first, nth = 0; frame < framesTotal; frame += step, nth++) {
  const slot = nth % slots
  const pixels = await drawer.draw(frame / framesPerSecond)
  while (Atomics.load(owner, slot) === slotFilled) Atomics.wait(owner, slot, slotFilled)
  pixels.copy(new Uint8Array(memory, slot * frameBytes, frameBytes))
  Atomics.store(owner, slot, slotFilled)
  Atomics.notify(owner, slot)
  // Each frame's pixels are megabytes outside the heap's sight: collected at once, and given back on the event loop's
  // next turn, their memory serves the next frame.
  globalThis.gc?.({ type: 'minor', execution: 'sync' })
  await turn()
}
parentPort?.postMessage(secondsOf(process.threadCpuUsage()))
