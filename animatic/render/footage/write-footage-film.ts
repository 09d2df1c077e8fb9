/** A film out of a file that is not this package's own: its frames with another look, or frames that go on after them. */
import { rm, writeFile } from 'node:fs/promises'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { readPrompt } from '../../script/read-prompt.ts'
import { withNotes, withReferences } from '../../script/references.ts'
import type { ShotPlan } from '../../script/shot-plan.ts'
import { referenceFacts } from '../../sets/plate/reference-facts.ts'
import { samplesPerSecond } from '../encode-sound.ts'
import { type FilmFile, openFilmFile } from '../film-file.ts'
import { type FilmOrder, type FilmSource, framesPerSecond, type RenderProgress } from '../film-order.ts'
import { startPainters } from '../painters.ts'
import { startSound } from '../sound-track.ts'
import { prepareLook } from './look.ts'
import { type Footage, openFootage } from './open-footage.ts'

/** The last picture of the footage melts into the first that follow it. */
const meltSeconds = 0.6
/** The footage's own sound gives way to what follows. */
const fadeSeconds = 0.2

/** Writes the film to `path` and says what was planned. */
export async function writeFootageFilm(
  order: FilmOrder & { source: FilmSource },
  path: string,
  onProgress: (progress: RenderProgress) => void,
): Promise<ShotPlan> {
  const { width, height, seconds, source } = order
  using footage = await openFootage(source.path, width, height)
  const film = await openFilmFile(path, width, height, framesPerSecond)
  const framesTotal = Math.round(seconds * framesPerSecond)
  let framesDone = 0
  const add = async (pixels: Buffer) => {
    await film.addFrame(pixels)
    onProgress({ framesDone: ++framesDone, framesTotal })
  }
  const written =
    source.kind === 'extension' ? await goOn(order, footage, path, add) : await restyle(order, footage, add)
  await addSound(film, footage, order, written.sound)
  await film.finish()
  return written.plan
}

type AddFrame = (pixels: Buffer) => Promise<void>

interface Written {
  plan: ShotPlan
  /** What follows the footage's own sound. */
  sound?: readonly Float32Array[]
}

const timesOf = (seconds: number): number[] =>
  Array.from({ length: Math.round(seconds * framesPerSecond) }, (_, frame) => frame / framesPerSecond)

async function restyle({ prompt, seconds, seed }: FilmOrder, footage: Footage, add: AddFrame): Promise<Written> {
  let look: ReturnType<typeof prepareLook> | undefined
  let frame = 0
  for await (const canvas of footage.frames(timesOf(seconds))) {
    look ??= prepareLook(prompt, seed, canvas)
    await add(look.paint(canvas, frame++ / framesPerSecond))
  }
  const said = look?.isTold
    ? 'The frames of the film are kept and painted in the light, the weather and the style that the prompt tells.'
    : 'The prompt tells no light, weather or style, and nothing else of a film from elsewhere can be changed: it is as it was.'
  return { plan: withNotes(readPrompt(prompt, seconds), [said]) }
}

/** The last picture becomes a place that the camera moves in, and what the prompt tells is drawn into it. */
async function goOn(
  { prompt, width, height, seconds, seed, source }: FilmOrder & { source: FilmSource },
  footage: Footage,
  path: string,
  add: AddFrame,
): Promise<Written> {
  const lastPath = `${path}.last.png`
  const last = createCanvas(width, height)
  for await (const canvas of footage.frames(timesOf(source.seconds))) {
    last.getContext('2d').drawImage(canvas, 0, 0)
    await add(canvas.data())
  }
  const more = seconds - source.seconds
  const images = [lastPath]
  try {
    await writeFile(lastPath, await last.encode('png'))
    const plan = withReferences({
      plan: readPrompt(prompt, more),
      images: await referenceFacts(images),
      seconds: more,
      hasCharacter: false,
    })
    const sound = startSound({ plan, seconds: more, seed })
    // Met where it is awaited; until then a failure is no unhandled rejection.
    sound.catch(() => {})
    const count = Math.round(seconds * framesPerSecond) - timesOf(source.seconds).length
    const painters = startPainters({ plan, width, height, seed, images, character: undefined }, count, framesPerSecond)
    let frame = 0
    for await (const pixels of painters.frames()) await add(melt(last, pixels, frame++ / framesPerSecond / meltSeconds))
    await painters.cpuSeconds
    return { plan: withNotes(plan, ['The film goes on from its last picture.']), sound: (await sound).channels }
  } finally {
    await rm(lastPath, { force: true })
  }
}

/** From the picture before, at share 0, to the pixels, at 1. */
function melt(before: Canvas, pixels: Buffer, share: number): Buffer {
  if (share >= 1) return pixels
  const part = share * share * (3 - 2 * share)
  const melted = Buffer.from(before.data())
  for (let at = 0; at < melted.length; at++) melted[at] = (melted[at] ?? 0) * (1 - part) + (pixels[at] ?? 0) * part
  return melted
}

/** The footage's sound and what follows it; silence where there is none. */
async function addSound(
  film: FilmFile,
  footage: Footage,
  { seconds, source }: FilmOrder & { source: FilmSource },
  more: readonly Float32Array[] | undefined,
): Promise<void> {
  const own = await footage.sound(more ? source.seconds : seconds)
  const joint = Math.round(source.seconds * samplesPerSecond)
  const fade = Math.round(fadeSeconds * samplesPerSecond)
  await film.addSound(
    [0, 1].map((side) => {
      const whole = new Float32Array(Math.round(seconds * samplesPerSecond))
      whole.set((own?.[side] ?? new Float32Array()).subarray(0, whole.length))
      if (!more) return whole
      for (let at = Math.max(0, joint - fade); at < joint; at++) whole[at] = ((whole[at] ?? 0) * (joint - at)) / fade
      whole.set((more[side] ?? new Float32Array()).subarray(0, whole.length - joint), joint)
      return whole
    }),
  )
}
