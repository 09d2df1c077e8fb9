/** From an order to a finished file, in this process: other threads paint the frames, this one encodes them. */
import { type PlayedClip, playClip } from '../cast/clip/play-clip.ts'
import { readPrompt } from '../script/read-prompt.ts'
import { withNotes, withReferences } from '../script/references.ts'
import { planMakings } from '../script/retell/plan-makings.ts'
import type { ShotPlan } from '../script/shot-plan.ts'
import { referenceFacts } from '../sets/plate/reference-facts.ts'
import { openFilmFile } from './film-file.ts'
import { type FilmOrder, framesPerSecond, type RenderProgress } from './film-order.ts'
import { writeFootageFilm } from './footage/write-footage-film.ts'
import type { RenderCost } from './messages.ts'
import { startPainters } from './painters.ts'
import { startSound } from './sound-track.ts'
import { secondsOf } from './thread-cost.ts'

/** Renders the order to `path` and says what was planned. The order's own `outputPath` is not touched. */
export async function writeFilm(
  order: FilmOrder,
  path: string,
  onProgress: (progress: RenderProgress) => void,
): Promise<{ plan: ShotPlan; cost: RenderCost }> {
  const started = secondsOf(process.cpuUsage())
  const { source } = order
  if (source && !isRetold(order)) {
    const plan = await writeFootageFilm({ ...order, source }, path, onProgress)
    const draw = secondsOf(process.cpuUsage()) - started
    const cpuSeconds = { start: started, plan: 0, draw, sound: 0, encode: 0 }
    return { plan, cost: { cpuSeconds, peakMemoryBytes: process.resourceUsage().maxRSS * 1024 } }
  }
  const { width, height, seconds, seed, images, character } = order
  const framesTotal = Math.round(seconds * framesPerSecond)
  const played = character && (await playClip(character))
  const plan = withReferences({
    plan: withNotes(planOf(order), played ? [clipNote(played)] : []),
    images: await referenceFacts(images),
    seconds,
    hasCharacter: character !== undefined,
  })
  const planned = secondsOf(process.cpuUsage()) - started
  const painters = startPainters({ plan, width, height, seed, images, character: played }, framesTotal, framesPerSecond)
  const sound = startSound({ plan, seconds, seed })
  // Met where it is awaited; until then a failure is no unhandled rejection.
  sound.catch(() => {})
  const film = await openFilmFile(path, width, height, framesPerSecond)
  let framesDone = 0
  for await (const pixels of painters.frames()) {
    await film.addFrame(pixels)
    onProgress({ framesDone: ++framesDone, framesTotal })
  }
  const { channels, cpuSeconds: composed } = await sound
  await film.addSound(channels)
  await film.finish()
  const drawn = await painters.cpuSeconds
  const encode = secondsOf(process.cpuUsage()) - started - planned - drawn - composed
  const cpuSeconds = { start: started, plan: planned, draw: drawn, sound: composed, encode: Math.max(0, encode) }
  return { plan, cost: { cpuSeconds, peakMemoryBytes: process.resourceUsage().maxRSS * 1024 } }
}

/**
 * Whether the film is planned and drawn anew. With several images an extension would divide them among its shots anew, so
 * it starts from the film itself.
 */
const isRetold = ({ source, images }: FilmOrder): boolean =>
  source?.makings !== undefined && (source.kind !== 'extension' || images.length < 2)

/** Of a film that this package made, the plan it had, changed or gone on with. */
function planOf({ prompt, seconds, source }: FilmOrder): ShotPlan {
  if (!source?.makings?.length) return readPrompt(prompt, seconds)
  const makings = [...source.makings, { kind: source.kind, prompt, seconds }]
  // All that was said tells what is in an image and what is put into it.
  return { ...planMakings(makings), prompt: makings.map((making) => making.prompt).join('. ') }
}

function clipNote({ isCutOut }: PlayedClip): string {
  return isCutOut
    ? "The clip's character is cut out of its background and plays the lead."
    : "The clip's character cannot be told from its background with confidence: the clip is shown framed."
}
