/** Draws one actor in its pose. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { seenAt, type View } from '../camera/view.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import { type Actor, type Stance, stanceAt } from './actor.ts'

/** Columns of a drawing that bends. */
const slices = 48
/** Scenery comes round again after this many frame widths. */
const sceneryPeriod = 1.7

export interface ActorScene {
  target: SKRSContext2D
  view: View
  place: Place
  light: Light
  seconds: number
}

export interface CastScene extends ActorScene {
  actors: readonly Actor[]
  /** Pixels a second by which the world passes. */
  scrollSpeed: number
  /** Of the frame's size, to draw on what is then mirrored. */
  scratch: Canvas
}

export interface Seen {
  stance: Stance
  /** The foot and the size in pixels of the frame. */
  x: number
  y: number
  ground: number
  width: number
  height: number
}

/** Where and how large the actor shows. */
export function seeActor(
  actor: Actor,
  { target, view, seconds }: Pick<ActorScene, 'target' | 'view' | 'seconds'>,
): Seen {
  const stance = stanceAt(actor, seconds)
  const frame = target.canvas.width
  const carried = actor.scenery ? wrapped(stance.x - view.scroll, frame * sceneryPeriod, actor.sprite.width) : stance.x
  const seen = seenAt(view, carried, stance.y)
  const ground = seenAt(view, carried, actor.anchor ? stance.y : actor.path(seconds).y).y
  return {
    stance,
    x: seen.x,
    y: seen.y,
    ground,
    width: actor.sprite.width * seen.scale,
    height: actor.sprite.height * seen.scale,
  }
}

function wrapped(x: number, period: number, reach: number): number {
  return ((((x + reach) % period) + period) % period) - reach
}

/** The actor alone, without what it throws on ground or water. What is below its foot's line stays out of sight. */
export function drawFigure(target: SKRSContext2D, actor: Actor, seen: Seen, seconds: number): void {
  target.save()
  target.imageSmoothingQuality = 'medium'
  target.globalAlpha = seen.stance.pose.alpha
  const sunk = actor.submerged * seen.height
  if (sunk > 0) {
    target.beginPath()
    target.rect(0, 0, target.canvas.width, seen.ground)
    target.clip()
  }
  target.translate(seen.x, seen.y + sunk)
  drawPosed(target, actor, seen, seconds)
  target.restore()
}

/** The drawing with its foot at the origin, mirrored when it faces the other way than it is drawn. */
function drawPosed(target: SKRSContext2D, { sprite }: Actor, { stance, width, height }: Seen, seconds: number): void {
  const { pose, facing } = stance
  // Leans about its middle when off the ground, about its foot when on it.
  const pivot = height * 0.5 * (1 - pose.contact)
  target.translate(0, -pivot)
  target.rotate(pose.lean * Math.sign(facing))
  target.translate(0, pivot)
  target.scale(sprite.drawnFacing * facing * pose.stretchX, pose.stretchY)
  const picture = sprite.pictureAt?.(seconds) ?? sprite.picture
  if (sprite.levelTurn !== 0) {
    target.translate(0, -height / 2)
    target.rotate(sprite.levelTurn)
    target.translate(0, height / 2)
  }
  if (pose.bend === 0) {
    target.drawImage(picture, -width / 2, -height, width, height)
    return
  }
  const column = picture.width / slices
  for (let index = 0; index < slices; index++) {
    // The wave grows from the head, at the left of the drawing, to the tail.
    const along = index / (slices - 1)
    const lift = Math.sin(along * 4.2 - pose.bendPhase) * pose.bend * height * (0.25 + along * 0.75)
    const left = -width / 2 + (index * width) / slices
    target.drawImage(
      picture,
      index * column,
      0,
      Math.min(column + 1, picture.width - index * column),
      picture.height,
      left,
      -height + lift,
      width / slices + width / picture.width,
      height,
    )
  }
}
