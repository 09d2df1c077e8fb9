/** How one shot takes over from the one before: drawn over the new shot's frame, with the old one's at hand. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Shot, Transition } from '../script/shot-plan.ts'

export interface ShotTransition {
  seconds: number
  /** `target` holds the new shot's frame, `before` the old one's; `share` goes from 0 to 1. */
  draw(target: SKRSContext2D, before: Canvas, share: number): void
}

const usualSeconds = 0.5
/** On the same set another light or another deed comes on softly. */
const continuingSeconds = 1.2
const referenceSeconds: Record<Transition, number> = { 'cross-fade': 0.9, slide: 0.7, push: 0.55 }

/** The transition that the plan names; a short cross-fade for all other shots. */
export function transitionInto(shot: Shot, before: Shot): ShotTransition {
  if (shot.continues) return { seconds: Math.min(continuingSeconds, shot.seconds * 0.4), draw: crossFade }
  const kind = shot.reference?.transition
  if (!kind) return { seconds: usualSeconds, draw: crossFade }
  // Two looks at one image melt into each other: it would be seen to slide over itself.
  const drawn = shot.reference?.image === before.reference?.image ? 'cross-fade' : kind
  const seconds = Math.min(referenceSeconds[drawn], shot.seconds * 0.4, before.seconds * 0.4)
  return { seconds, draw: { 'cross-fade': crossFade, slide, push }[drawn] }
}

function crossFade(target: SKRSContext2D, before: Canvas, share: number): void {
  target.globalAlpha = 1 - eased(share)
  target.drawImage(before, 0, 0)
  target.globalAlpha = 1
}

/** The new shot comes in from the right over the old one, which gives way a little in its shadow. */
function slide(target: SKRSContext2D, before: Canvas, share: number): void {
  const { width, height } = target.canvas
  const incoming = copyOf(target)
  const edge = Math.round(width * (1 - eased(share)))
  target.drawImage(before, Math.round(-0.22 * (width - edge)), 0)
  target.drawImage(incoming, edge, 0)
  const reach = width * 0.045
  const shade = target.createLinearGradient(edge - reach, 0, edge, 0)
  shade.addColorStop(0, 'rgba(6,8,18,0)')
  shade.addColorStop(1, 'rgba(6,8,18,0.5)')
  target.fillStyle = shade
  target.fillRect(edge - reach, 0, reach, height)
}

/** The new shot pushes the old one out to the left. */
function push(target: SKRSContext2D, before: Canvas, share: number): void {
  const { width } = target.canvas
  const incoming = copyOf(target)
  const edge = Math.round(width * (1 - eased(share)))
  target.drawImage(before, edge - width, 0)
  target.drawImage(incoming, edge, 0)
}

function copyOf({ canvas }: SKRSContext2D): Canvas {
  const copy = createCanvas(canvas.width, canvas.height)
  copy.getContext('2d').drawImage(canvas, 0, 0)
  return copy
}

/** Gathers speed and settles: 0 to 1. */
function eased(share: number): number {
  const part = Math.min(1, Math.max(0, share))
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2
}
