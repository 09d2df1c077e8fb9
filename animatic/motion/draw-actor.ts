/** Draws one actor with its shadow or its mirror image in the water. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { seenAt, type View } from '../camera/view.ts'
import type { Light } from '../sets/light.ts'
import { css } from '../sets/paint/colour.ts'
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

export function drawActor(actor: Actor, scene: ActorScene): void {
  const { target, place, light } = scene
  const seen = seeActor(actor, scene)
  if (!actor.afloat) {
    if (place.medium === 'water') drawMirrorImage(actor, seen, scene)
    else drawShadow(target, seen, light)
  }
  const { pose } = seen.stance
  target.save()
  target.imageSmoothingQuality = 'medium'
  target.globalAlpha = pose.alpha
  const sunk = actor.submerged * seen.height
  if (sunk > 0) {
    target.beginPath()
    target.rect(0, 0, target.canvas.width, seen.ground)
    target.clip()
  }
  target.translate(seen.x, seen.y + sunk)
  drawPosed(target, actor, seen, scene.seconds)
  target.restore()
  if (sunk > 0) drawRipple(target, seen, light, scene.seconds)
  if (actor.subject.kind === 'vehicle' && light.darkness > 0.35) drawHeadlight(target, seen, light)
}

/** A beam from the front of a vehicle, low over the road. */
function drawHeadlight(target: SKRSContext2D, { x, y, width, height, stance }: Seen, light: Light): void {
  const ahead = Math.sign(stance.facing)
  const [lampX, lampY] = [x + ahead * width * 0.47, y - height * 0.34]
  const reach = width * 1.5
  target.save()
  target.globalCompositeOperation = 'lighter'
  const beam = target.createRadialGradient(lampX, lampY, 0, lampX, lampY, reach)
  beam.addColorStop(0, `rgba(255,240,190,${0.75 * light.darkness})`)
  beam.addColorStop(0.1, `rgba(255,232,170,${0.34 * light.darkness})`)
  beam.addColorStop(1, 'rgba(255,220,150,0)')
  target.fillStyle = beam
  target.beginPath()
  target.moveTo(lampX - ahead * width * 0.02, lampY - height * 0.04)
  target.lineTo(lampX + ahead * reach, lampY - height * 0.1)
  target.lineTo(lampX + ahead * reach, lampY + height * 0.52)
  target.lineTo(lampX - ahead * width * 0.02, lampY + height * 0.06)
  target.fill()
  target.restore()
}

/** The drawing with its foot at the origin, mirrored when it faces the other way than it is drawn. */
function drawPosed(target: SKRSContext2D, { sprite }: Actor, { stance, width, height }: Seen, seconds: number): void {
  const { pose, facing } = stance
  // Leans about its middle when off the ground, about its foot when on it.
  const pivot = height * 0.5 * (1 - pose.contact * 0.6)
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

function drawShadow(target: SKRSContext2D, { x, ground, width, height, stance }: Seen, light: Light): void {
  const high = Math.min(1, Math.max(0, stance.pose.up) * 1.6)
  const reach = width * 0.46 * (1 - high * 0.35)
  target.save()
  target.translate(x, ground)
  target.scale(1, Math.min(0.2, (height / width) * 0.13))
  const dark = target.createRadialGradient(0, 0, reach * 0.2, 0, 0, reach)
  const depth = (0.42 - light.darkness * 0.1) * (1 - high * 0.6) * stance.pose.alpha
  dark.addColorStop(0, css([16, 18, 40], depth))
  dark.addColorStop(1, css([16, 18, 40], 0))
  target.fillStyle = dark
  target.fillRect(-reach, -reach, reach * 2, reach * 2)
  target.restore()
}

/** The actor upside down on the water in wavering rows. */
function drawMirrorImage(
  { sprite, submerged }: Actor,
  { x, y, ground, width, height, stance }: Seen,
  { target, seconds }: ActorScene,
): void {
  const picture = sprite.pictureAt?.(seconds) ?? sprite.picture
  const gap = ground - y
  const rows = Math.max(8, Math.round((height * 0.82) / 3))
  const share = 1 - submerged
  target.save()
  target.translate(x, Math.round(ground + gap * 0.6))
  target.scale(sprite.drawnFacing * stance.facing * stance.pose.stretchX, 1)
  for (let row = 0; row < rows; row++) {
    const part = row / rows
    target.globalAlpha = 0.42 * (1 - part) ** 1.1
    const source = picture.height * share * (1 - (row + 1) / rows)
    const shift = Math.sin(part * 24 - seconds * 5) * width * 0.012 * (0.4 + part * 2.4)
    const band = (height * share * 0.82) / rows
    const top = Math.round(row * band)
    target.drawImage(
      picture,
      0,
      source,
      picture.width,
      (picture.height * share) / rows + 0.5,
      -width / 2 + shift,
      top,
      width,
      Math.round((row + 1) * band) - top,
    )
  }
  target.restore()
}

function drawRipple(target: SKRSContext2D, { x, ground, width }: Seen, light: Light, seconds: number): void {
  target.save()
  target.strokeStyle = css(light.sun.glow)
  for (let ring = 0; ring < 3; ring++) {
    const share = (seconds * 0.55 + ring / 3) % 1
    target.globalAlpha = 0.5 * (1 - share)
    target.lineWidth = Math.max(1, width * 0.012)
    target.beginPath()
    target.ellipse(x, ground, width * (0.4 + share * 0.4), width * (0.045 + share * 0.05), 0, 0, Math.PI * 2)
    target.stroke()
  }
  target.restore()
}
