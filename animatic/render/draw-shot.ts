/** One shot made ready, and any of its frames drawn. A frame depends on its time alone, never on the frame before. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { prepareDefocus } from '../camera/defocus.ts'
import { cameraMove } from '../camera/moves.ts'
import { paintShoulder } from '../camera/shoulder.ts'
import type { View } from '../camera/view.ts'
import type { PlayedClip } from '../cast/clip/play-clip.ts'
import { drawContour, needsContour } from '../cast/contour.ts'
import { drawCast } from '../motion/draw-cast.ts'
import { startFromLead } from '../motion/go-on.ts'
import { stageShot } from '../motion/stage-shot.ts'
import { forkSeed, seededRandom } from '../random.ts'
import type { Shot, Style } from '../script/shot-plan.ts'
import { findSet } from '../sets/index.ts'
import { lightOf } from '../sets/light.ts'
import { paintWater } from '../sets/paint/water.ts'
import type { Lapse, SetOrder } from '../sets/place.ts'
import { paintPlate } from '../sets/plate/index.ts'
import { paintWeather } from '../sets/weather/weather.ts'
import { paintFinish, paintLapse } from './finish.ts'

export interface PreparedShot {
  /** Draws the frame `seconds` into the shot over the whole target. */
  draw(target: SKRSContext2D, seconds: number): void
  /** Where the lead is, in pixels from the left; nothing without one that goes on its own. */
  leadX(seconds: number): number | undefined
  /** Lets the cast start from where the lead was in the shot before. */
  startFrom(leadX: number, seconds: number): void
}

export interface ShotOrder {
  shot: Shot
  width: number
  height: number
  seed: number
  /** How fast time runs: 1 as in life. */
  tempo: number
  /** What is painted over the frames. */
  style?: Style | undefined
  character?: PlayedClip | undefined
  /** Paths of the images that the plan's references count. */
  images: readonly string[]
}

export async function prepareShot({
  shot,
  width,
  height,
  seed,
  tempo,
  style,
  character,
  images,
}: ShotOrder): Promise<PreparedShot> {
  const random = (label: string) => seededRandom(forkSeed(seed, label))
  const sky = lightOf(shot.timeOfDay, shot.weather)
  const lapse: Lapse | undefined = shot.timeOfDayEnd && {
    light: lightOf(shot.timeOfDayEnd, shot.weather),
    seconds: shot.seconds * tempo,
  }
  const order: SetOrder = {
    ...shot,
    width,
    height,
    light: sky,
    random: random('set'),
    sunSide: random('sun')(),
    hasWorlds: shot.subjects.some(({ kind, drawing }) => kind === 'sky' && /planet|moon|globe/.test(drawing)),
    ...(lapse ? { lapse } : {}),
  }
  const image = shot.reference && images[shot.reference.image]
  const plate = image
    ? await paintPlate({
        path: image,
        shot,
        keepsLight: shot.reference?.keepsLight ?? true,
        width,
        height,
        random: random('plate'),
      })
    : undefined
  const place = plate?.place ?? findSet(shot.place)(order)
  const light = place.light ?? sky
  const staged = await stageShot({
    shot,
    place,
    light,
    width,
    height,
    random: random('stage'),
    ...(character ? { character } : {}),
  })
  if (needsContour(style))
    for (const picture of new Set(staged.actors.map(({ sprite }) => sprite.picture))) drawContour(picture)
  const camera =
    plate?.camera ??
    cameraMove({
      move: shot.camera,
      seconds: shot.seconds,
      width,
      height,
      focusX: staged.focusX,
      focusY: staged.focusY,
    })
  const water = place.water ? paintWater({ ...order, random: random('water') }, place.water) : undefined
  const behind = createCanvas(width, height)
  const backdrop = behind.getContext('2d')
  const weather = place.indoors ? [] : paintWeather({ ...order, random: random('weather') }, place)
  const finish = paintFinish(width, height, light)
  const dusk = lapse && !plate ? paintLapse(light, lapse) : []

  const scratch = createCanvas(width, height)
  const shoulder = shot.camera === 'over-the-shoulder' ? [paintShoulder(height, light)] : []
  const lens =
    shot.camera === 'rack-focus'
      ? { defocus: prepareDefocus(width, height), near: createCanvas(width, height) }
      : undefined
  const scrollSpeed = Math.abs(staged.scrollSpeed) * tempo

  const drawFrame = (target: SKRSContext2D, seconds: number): void => {
    const lived = seconds * tempo
    const moved = camera(seconds)
    const view: View = { ...moved, scroll: moved.scroll + staged.scrollSpeed * lived, scrollSpeed }
    if (water) {
      for (const layer of place.backdrop) layer.draw(backdrop, view, lived)
      const shown = Math.min(height, water.topAt(view) + 2)
      target.drawImage(behind, 0, 0, width, shown, 0, 0, width, shown)
      water.draw(target, behind, view, lived)
    } else {
      for (const layer of place.backdrop) layer.draw(target, view, lived)
    }
    for (const layer of place.ground) layer.draw(target, view, lived)
    const drawNear = (on: SKRSContext2D) => {
      const { actors } = staged
      drawCast({ actors, target: on, view, place, light, seconds: lived, scrollSpeed: staged.scrollSpeed, scratch })
      for (const layer of [...place.foreground, ...shoulder]) layer.draw(on, view, lived)
    }
    if (lens && view.blur) {
      lens.defocus.draw(target, target.canvas, view.blur.far)
      const near = lens.near.getContext('2d')
      near.clearRect(0, 0, width, height)
      drawNear(near)
      lens.defocus.draw(target, lens.near, view.blur.near)
    } else drawNear(target)
    for (const layer of [...weather, ...dusk]) layer.draw(target, view, lived)
    finish.draw(target, view, lived)
  }

  return {
    draw(target, seconds) {
      // A layer may leave its caps of lines and the like behind: every frame starts from the same.
      for (const brush of [target, backdrop]) brush.save()
      drawFrame(target, seconds)
      for (const brush of [target, backdrop]) brush.restore()
    },
    leadX: (seconds) => (staged.lead?.anchor ? undefined : staged.lead?.path(seconds * tempo).x),
    startFrom(leadX, seconds) {
      startFromLead({ ...staged, leadX, seconds: seconds * tempo, width })
    },
  }
}
