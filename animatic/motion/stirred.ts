/** What a moving subject stirs up: splashes, dust, snow, bits of grass, bubbles. */
import { seenAt } from '../camera/view.ts'
import { scattered } from '../random.ts'
import { lit } from '../sets/light.ts'
import { type Colour, css, hex, mix } from '../sets/paint/colour.ts'
import type { Place } from '../sets/place.ts'
import type { Actor } from './actor.ts'
import type { ActorScene } from './draw-actor.ts'

interface Matter {
  colour: string
  /** Pieces let go each second, and the seconds each lasts. */
  rate: number
  life: number
  /** Shares of the subject's height: how fast it goes up, how hard it falls, how large it is. */
  rise: number
  gravity: number
  size: number
  grows: number
  alpha: number
}

const matters: Record<Exclude<Place['dust'], 'none'> | 'bubbles', Matter> = {
  splash: { colour: '#eaf6ff', rate: 90, life: 0.62, rise: 1.15, gravity: 3.4, size: 0.021, grows: 0.3, alpha: 0.85 },
  dust: { colour: '#c9b08a', rate: 26, life: 0.9, rise: 0.25, gravity: 0.1, size: 0.05, grows: 1.6, alpha: 0.34 },
  snow: { colour: '#ffffff', rate: 44, life: 0.75, rise: 0.6, gravity: 1.5, size: 0.024, grows: 0.8, alpha: 0.8 },
  grass: { colour: '#a9c26a', rate: 16, life: 0.6, rise: 0.6, gravity: 1.8, size: 0.014, grows: 0, alpha: 0.75 },
  bubbles: { colour: '#dff6ff', rate: 7, life: 2.6, rise: 0.32, gravity: -0.05, size: 0.028, grows: 0.6, alpha: 0.5 },
}

/** Draws the pieces in the air `seconds` into the shot; each follows from the moment it was let go. */
export function drawStirred(actor: Actor, scene: ActorScene, scrollSpeed: number): void {
  const { place, seconds } = scene
  const kind = place.medium === 'underwater' ? 'bubbles' : place.dust
  if (kind === 'none' || actor.anchor) return
  if (kind !== 'bubbles' && (!actor.travels || actor.afloat || (actor.inWater && place.medium !== 'water'))) return
  const matter = matters[kind]
  const last = Math.floor(seconds * matter.rate)
  const first = Math.max(0, Math.ceil((seconds - matter.life) * matter.rate))
  for (let index = first; index <= last; index++)
    drawPiece(actor, scene, matter, index, kind === 'bubbles', scrollSpeed)
}

function drawPiece(
  actor: Actor,
  { target, view, light, seconds }: ActorScene,
  matter: Matter,
  index: number,
  fromHead: boolean,
  scrollSpeed: number,
): void {
  const born = index / matter.rate
  const age = seconds - born
  const spread = (label: number) => scattered(index + Math.round(actor.phase * 1000), label)
  const { x, y, facing } = actor.path(born)
  const { width, height } = actor.sprite
  const from = fromHead ? facing * width * 0.42 : (spread(1) - 0.5) * width * 0.8
  const up = fromHead ? height * 0.5 : 0
  const out = (spread(2) - 0.5) * height * 0.7 - Math.sign(facing) * height * 0.25
  const risen =
    matter.rise * (actor.submerged > 0 ? 0.3 : 1) * height * (0.35 + spread(3) * 0.65) * age -
    0.5 * matter.gravity * height * age * age
  const point = seenAt(
    view,
    x + from + out * age - scrollSpeed * age * (fromHead ? 0.35 : 0.6),
    y - up - Math.max(fromHead ? -1e9 : 0, risen),
  )
  const share = age / matter.life
  const colour: Colour = lit(hex(matter.colour), light, 0.1)
  target.fillStyle = css(mix(colour, light.sun.glow, 0.2))
  target.globalAlpha = matter.alpha * (1 - share) * (0.5 + spread(4) * 0.5)
  target.beginPath()
  target.arc(
    point.x,
    point.y,
    height * matter.size * (0.4 + spread(5)) * (1 + matter.grows * share) * point.scale,
    0,
    Math.PI * 2,
  )
  target.fill()
  target.globalAlpha = 1
}
