/** Makes a shot's subjects into groups of actors, as large as they are and not yet anywhere. */
import { clipSprite } from '../cast/clip/clip-sprite.ts'
import type { PlayedClip } from '../cast/clip/play-clip.ts'
import { gripOf } from '../cast/grips.ts'
import { makeSprite, type Sprite } from '../cast/sprite.ts'
import { waterShare } from '../cast/waterline.ts'
import type { Random } from '../random.ts'
import type { Subject } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import type { Actor } from './actor.ts'
import { formation, memberScale } from './formation.ts'
import { type Look, looksOf } from './looks.ts'
import { calmed, motionOf, travelSpeed } from './motions.ts'
import { stay } from './path.ts'
import type { Motion } from './pose.ts'
import { isWorld, leadIndex, roomy, subjectHeights, worldScale } from './scale.ts'

export interface Member {
  actor: Actor
  /** Pixels from the group's middle and foot. */
  right: number
  down: number
}

export interface Group {
  subject: Subject
  members: Member[]
}

export interface TroupeOrder {
  subjects: readonly Subject[]
  place: Place
  light: Light
  /** Plays the lead instead of a drawing. */
  character?: PlayedClip | undefined
  width: number
  height: number
  random: Random
}

/** No wider than this share of the frame. */
const widestShare = 0.58
/** Shares of their height by which two who hop about side by side keep further apart; a crowd may mingle. */
const roams: Partial<Record<Subject['action'], number>> = { play: 0.48, dance: 0.2 }
const mostApart = 4
/** A clip shows more than a drawing does. */
const clipScale = 1.4

export async function makeTroupe(order: TroupeOrder): Promise<Group[]> {
  const { subjects, place, light, character, width } = order
  const heights = roomy(subjects, subjectHeights(subjects, { ...order, metre: place.metre }))
  const lead = leadIndex(subjects)
  const groups: Group[] = []
  for (const [index, subject] of subjects.entries()) {
    const height =
      heldHeight(subject, subjects, heights) ??
      (isWorld(subject, place)
        ? (heights[index] ?? 0) * worldScale
        : (heights[index] ?? 0) * memberScale(subject.count))
    const played = index === lead ? character : undefined
    const sprites = played
      ? [clipSprite(played, height * clipScale, light)]
      : await Promise.all(looksOf(subject, order.random).map((look) => spriteOf(look, height, subject, order)))
    const fit = Math.min(1, (width * widestShare) / Math.max(...sprites.map((sprite) => sprite.width)))
    const motion = played ? calmed(subject) : motionOf(subject)
    const fitted = sprites.map((sprite) => scaledTo(sprite, sprite.height * fit))
    groups.push({ subject, members: membersOf(order, subject, motion, fitted) })
  }
  return groups
}

function spriteOf(
  { drawing, colour }: Look,
  height: number,
  subject: Subject,
  { subjects, light }: TroupeOrder,
): Promise<Sprite> {
  return makeSprite({
    drawing,
    height,
    light,
    isPerson: subject.kind === 'person',
    isLaid: liesFlat(subject, subjects),
    posture: postureOf(subject),
    wears: subject.wears,
    ...(colour ? { colour } : {}),
  })
}

function postureOf({ kind, action, drawing }: Subject): 'asleep' | 'seated' | undefined {
  if (action === 'sit') return 'seated'
  const lies = action === 'sleep' && (kind === 'animal' || kind === 'person') && !/-in-bed|^sleeping/.test(drawing)
  return lies ? 'asleep' : undefined
}

/** Another one stands on it, or it lies on another. */
function liesFlat(subject: Subject, subjects: readonly Subject[]): boolean {
  const index = subjects.indexOf(subject)
  return (
    subject.relation?.kind === 'under' ||
    subject.relation?.kind === 'on' ||
    subjects.some(({ relation }) => relation?.of === index && (relation.kind === 'on' || relation.kind === 'riding'))
  )
}

function scaledTo(sprite: Sprite, height: number): Sprite {
  return { ...sprite, width: (sprite.width * height) / sprite.height, height }
}

/** What is held shows by the side of its holder, whatever is usual for it. */
function heldHeight(subject: Subject, subjects: readonly Subject[], heights: readonly number[]): number | undefined {
  const index = subjects.indexOf(subject)
  const holderIndex = subjects.findIndex(({ relation }) => relation?.kind === 'holding' && relation.of === index)
  const holder = subjects[holderIndex]
  if (!holder) return undefined
  const share = subject.heightMetres / holder.heightMetres
  return (heights[holderIndex] ?? 0) * memberScale(holder.count) * gripOf(subject.drawing, share).size
}

function membersOf(
  { place, random, subjects }: TroupeOrder,
  subject: Subject,
  motion: Motion,
  sprites: readonly Sprite[],
): Member[] {
  const afloat = isAfloat(subject, place)
  const inWater = isInWater(subject, place)
  const [widest, tallest] = [
    Math.max(...sprites.map(({ width }) => width)),
    Math.max(...sprites.map(({ height }) => height)),
  ]
  const room = widest + (subject.count <= mostApart ? tallest * (roams[subject.action] ?? 0) : 0)
  return formation(subject.count, afloat, random).map((spot, index): Member => {
    const sprite = sprites[index % sprites.length]!
    return {
      right: spot.right * room,
      down: spot.down * tallest,
      actor: {
        subject,
        sprite: { ...sprite, width: sprite.width * spot.size, height: sprite.height * spot.size },
        path: stay(0, 0, 1),
        motion,
        phase: random() * Math.PI * 2,
        submerged: inWater && !afloat ? submergedShare(subject) : 0,
        inWater,
        scenery: false,
        travels: carriedSpeed(subject, subjects) > 0,
        afloat,
      },
    }
  })
}

function isAfloat({ kind, action }: Subject, { medium }: Place): boolean {
  if (medium === 'underwater' && standsOnBottom(kind, action)) return false
  if (medium === 'space' || medium === 'underwater' || medium === 'air' || kind === 'sky') return true
  return (
    action === 'fly' ||
    (action === 'float' && medium !== 'water' && kind !== 'boat') ||
    (kind === 'aircraft' && action !== 'stand')
  )
}

function standsOnBottom(kind: Subject['kind'], action: Subject['action']): boolean {
  return kind === 'plant' || (kind === 'object' && action === 'stand')
}

/** In a place of water everybody is; where the water is beside, those who belong there. */
function isInWater({ kind, action }: Subject, { medium, mooring }: Place): boolean {
  if (medium === 'water') return true
  return medium === 'ground' && mooring !== undefined && (kind === 'boat' || kind === 'fish' || action === 'swim')
}

function submergedShare({ kind, action, drawing }: Subject): number {
  const drawn = waterShare(drawing)
  if (drawn > 0) return drawn
  if (kind === 'boat') return 0.2
  if (action === 'swim' || kind === 'fish') return 0.3
  return action === 'float' ? 0.15 : 0
}

/** Frame widths a second at which it goes, or what carries it. */
export function carriedSpeed(subject: Subject, subjects: readonly Subject[]): number {
  const { relation } = subject
  const mount = relation && ['riding', 'on', 'inside'].includes(relation.kind) ? subjects[relation.of] : undefined
  return Math.max(travelSpeed(subject), mount && mount !== subject ? travelSpeed(mount) : 0)
}
