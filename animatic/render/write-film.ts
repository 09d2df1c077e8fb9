/** From an order to a finished file, in this process: other threads paint the frames, this one encodes them. */
import { readPrompt } from '../script/read-prompt.ts'
import type { ShotPlan } from '../script/shot-plan.ts'
import { openFilmFile } from './film-file.ts'
import { type FilmOrder, framesPerSecond, type RenderProgress } from './film-order.ts'
import { startPainters } from './painters.ts'
import { startSound } from './sound-track.ts'

/** Milliseconds spent on each part, for measurements. Painting runs beside: `paint` is only the waiting for it. */
export interface RenderTimes {
  plan: number
  open: number
  sound: number
  paint: number
  encode: number
}

/** Renders the order to `path` and says what was planned. The order's own `outputPath` is not touched. */
export async function writeFilm(
  order: FilmOrder,
  path: string,
  onProgress: (progress: RenderProgress) => void,
): Promise<{ plan: ShotPlan; times: RenderTimes }> {
  const times: RenderTimes = { plan: 0, open: 0, sound: 0, paint: 0, encode: 0 }
  const clock = stopwatch(times)
  const { width, height, seconds, seed, images, character } = order
  const framesTotal = Math.round(seconds * framesPerSecond)
  const plan = readPrompt(order.prompt, seconds)
  clock('plan')
  const painters = startPainters({ plan, width, height, seed, images, character }, framesTotal, framesPerSecond)
  const sound = startSound({ plan, seconds, seed })
  // Met where it is awaited; until then a failure is no unhandled rejection.
  sound.catch(() => {})
  const film = await openFilmFile(path, width, height, framesPerSecond)
  clock('open')
  let framesDone = 0
  for await (const pixels of painters.frames()) {
    clock('paint')
    await film.addFrame(pixels)
    clock('encode')
    onProgress({ framesDone: ++framesDone, framesTotal })
  }
  await film.addSound(await sound)
  clock('sound')
  await film.finish()
  clock('encode')
  return { plan, times }
}

/** Adds the time since the last call to a part. */
function stopwatch(times: RenderTimes): (part: keyof RenderTimes) => void {
  let last = performance.now()
  return (part) => {
    const now = performance.now()
    times[part] += now - last
    last = now
  }
}
