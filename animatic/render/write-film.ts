/** From an order to a finished file, in this process: plan, sound, then every frame drawn while the last is encoded. */
import { createCanvas } from '@napi-rs/canvas'
import { readPrompt } from '../script/read-prompt.ts'
import type { ShotPlan } from '../script/shot-plan.ts'
import { drawFilm } from './draw-film.ts'
import { samplesPerSecond } from './encode-sound.ts'
import { openFilmFile } from './film-file.ts'
import type { FilmOrder, RenderProgress } from './film-order.ts'

export const framesPerSecond = 30

/** Milliseconds spent on each part, for measurements. Encoding runs beside drawing: `encode` is only the waiting for it. */
export interface RenderTimes {
  plan: number
  sound: number
  draw: number
  encode: number
}

/** Frames between two collections of young garbage: each frame's pixels are megabytes outside the heap's sight. */
const framesPerCollection = 8

export async function writeFilm(
  order: FilmOrder,
  path: string,
  onProgress: (progress: RenderProgress) => void,
): Promise<{ plan: ShotPlan; times: RenderTimes }> {
  const times: RenderTimes = { plan: 0, sound: 0, draw: 0, encode: 0 }
  const timed = async <T>(part: keyof RenderTimes, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    times[part] += performance.now() - start
    return result
  }
  const { width, height, seconds, seed } = order
  const plan = await timed('plan', () => readPrompt(order.prompt, seconds))
  const film = await openFilmFile(path, width, height, framesPerSecond)
  await timed('sound', async () => film.addSound([new Float32Array(Math.round(seconds * samplesPerSecond))]))
  const drawer = drawFilm({ plan, width, height, seed, images: order.images, character: order.character })
  const canvas = createCanvas(width, height)
  const target = canvas.getContext('2d')
  const framesTotal = Math.round(seconds * framesPerSecond)
  let encoding: Promise<void> = Promise.resolve()
  for (let frame = 0; frame < framesTotal; frame++) {
    const pixels = await timed('draw', async () => {
      await drawer.draw(target, frame / framesPerSecond)
      return canvas.data()
    })
    await timed('encode', () => encoding)
    encoding = film.addFrame(pixels)
    // A failure is met at the next turn of the loop; until then it is no unhandled rejection.
    encoding.catch(() => {})
    if (frame % framesPerCollection === 0) globalThis.gc?.({ type: 'minor', execution: 'sync' })
    onProgress({ framesDone: frame + 1, framesTotal })
  }
  await timed('encode', async () => {
    await encoding
    await film.finish()
  })
  return { plan, times }
}
