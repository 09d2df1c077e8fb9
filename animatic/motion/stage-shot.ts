/** Puts a shot's subjects on its set: sizes, places, paths and who carries whom. */

import type { ClipSprite } from '../cast/clip-sprite.ts'
import { makeSprite, type Sprite } from '../cast/sprite.ts'
import type { Random } from '../random.ts'
import type { Shot, Subject } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import type { Actor } from './actor.ts'
import { formation, memberScale } from './formation.ts'
import { motionOf, travelSpeed } from './motions.ts'
import { followed, type Path, patrol, stay } from './path.ts'
import { leadIndex, subjectHeights } from './scale.ts'

export interface StageOrder {
  shot: Shot
  place: Place
  light: Light
  /** Plays the lead instead of a drawing. */
  character?: ClipSprite
  width: number
  height: number
  random: Random
}

export interface Staged {
  /** In the order they are drawn, the furthest first. */
  actors: readonly Actor[]
  /** Pixels a second the world passes by, positive when the lead travels right. */
  scrollSpeed: number
  /** Where the eye rests, for the camera. */
  focusX: number
  focusY: number
}

export async function stageShot(order: StageOrder): Promise<Staged> {
  const { place, width, random, character } = order
  const shot = character ? withLead(order.shot, character) : order.shot
  const { subjects } = shot
  const lead = leadIndex(subjects)
  const leadSubject = subjects[lead]
  const facing = random() < 0.5 ? -1 : 1
  const followedByCamera =
    leadSubject !== undefined &&
    shot.camera !== 'static' &&
    !place.isBounded &&
    !subjects.some((subject, index) => index !== lead && waits(subject, subjects))
  const speed = leadSubject ? carriedSpeed(leadSubject, subjects) * width : 0
  const heights = subjectHeights(subjects, order.width, order.height)
  const groups: Actor[][] = []
  for (const [index, subject] of subjects.entries()) {
    const height = (heights[index] ?? 0) * memberScale(subject.count)
    const sprite =
      character && index === lead
        ? scaledTo(character.sprite, heights[index] ?? 0)
        : await makeSprite({
            drawing: subject.drawing,
            height,
            light: order.light,
            isPerson: subject.kind === 'person',
            ...(subject.colour ? { colour: subject.colour } : {}),
          })
    groups.push(
      placeGroup({ ...order, shot }, { index, lead, facing, sprite: fitted(sprite, width), followedByCamera, speed }),
    )
  }
  for (const [index, subject] of subjects.entries()) relate(subject, groups[index] ?? [], groups, order)
  const leadPlace = groups[lead]?.[0]?.path(0)
  return {
    actors: drawingOrder(groups),
    scrollSpeed: followedByCamera ? speed * facing : 0,
    focusX: leadPlace?.x ?? width / 2,
    focusY: (leadPlace?.y ?? place.floor) - (groups[lead]?.[0]?.sprite.height ?? 0) / 2,
  }
}

/** The clip stands where the lead would; what cannot be cut out hangs in the air as a framed picture. */
function withLead(shot: Shot, { isCutOut }: ClipSprite): Shot {
  const lead = leadIndex(shot.subjects)
  const known = shot.subjects[lead]
  const played: Subject = {
    words: 'character',
    drawing: '',
    kind: 'person',
    heightMetres: known?.heightMetres ?? 1.7,
    count: 1,
    action: isCutOut ? (known?.action === 'float' || known?.action === 'fly' ? known.action : 'stand') : 'float',
  }
  return { ...shot, subjects: known ? shot.subjects.with(lead, played) : [played] }
}

/** A clip shows more than a drawing does: it is given half as much again. */
function scaledTo(sprite: Sprite, height: number): Sprite {
  const tall = height * 1.4
  return { ...sprite, width: (sprite.width * tall) / sprite.height, height: tall }
}

/** No wider than this share of the frame. */
const widestShare = 0.58

function fitted(sprite: Sprite, frameWidth: number): Sprite {
  const scale = Math.min(1, (frameWidth * widestShare) / sprite.width)
  return { ...sprite, width: sprite.width * scale, height: sprite.height * scale }
}

/** A subject that stays in one spot would be left behind by a camera that follows another. */
function waits(subject: Subject, subjects: readonly Subject[]): boolean {
  const carried = subject.relation && ['riding', 'holding', 'on', 'inside'].includes(subject.relation.kind)
  return !carried && subject.kind !== 'sky' && subject.kind !== 'plant' && carriedSpeed(subject, subjects) === 0
}

function carriedSpeed(subject: Subject, subjects: readonly Subject[]): number {
  const mount =
    subject.relation && ['riding', 'on', 'inside'].includes(subject.relation.kind)
      ? subjects[subject.relation.of]
      : undefined
  return Math.max(travelSpeed(subject), mount ? travelSpeed(mount) : 0)
}

interface GroupOrder {
  index: number
  lead: number
  facing: number
  sprite: Sprite
  followedByCamera: boolean
  /** Pixels a second of the lead. */
  speed: number
}

/** Slots across the frame for those who are not the lead, as shares of its width from the lead's side outwards. */
const slots = [0.71, 0.2, 0.86, 0.52, 0.1, 0.62]

function placeGroup(order: StageOrder, group: GroupOrder): Actor[] {
  const { shot, place, width, height, random } = order
  const { index, lead, facing, sprite, followedByCamera } = group
  const subject = shot.subjects[index]
  if (!subject) return []
  const isLead = index === lead
  const afloat = isAfloat(subject, place)
  const spots = formation(subject.count, afloat, random)
  const alone = shot.subjects.length === 1
  const share = isLead
    ? (alone ? 0.5 : 0.36) - facing * (alone ? 0.08 : 0)
    : (slots[(index - (index > lead ? 1 : 0)) % slots.length] ?? 0.7)
  const travel = carriedSpeed(subject, shot.subjects) * width
  const scenery = followedByCamera && group.speed > 0 && travel === 0 && subject.kind !== 'sky'
  return spots.map((spot) => {
    const member: Sprite = { ...sprite, width: sprite.width * spot.size, height: sprite.height * spot.size }
    const x = width * share + spot.right * sprite.width
    const y = footOf(order, subject, member, isLead, index) + spot.down * sprite.height
    return {
      subject,
      sprite: member,
      path: pathOf(),
      motion: motionOf(subject),
      phase: random() * Math.PI * 2,
      submerged: submergedShare(subject, place),
      scenery,
      travels: travel > 0,
      afloat,
    }

    function pathOf(): Path {
      const kept = Math.min(width - member.width * 0.45, Math.max(member.width * 0.45, x))
      if (travel === 0) return stay(kept, y, facing)
      if (followedByCamera) return followed(kept, y, facing, width, shot.seconds)
      const margin = member.width * 0.5 + width * 0.04
      return patrol(
        y,
        facing,
        margin,
        width - margin,
        Math.min(travel, width * 0.3),
        Math.min(0.95, Math.max(0.05, 0.2 + (spot.right * sprite.width) / width)),
      )
    }
  })

  function footOf(stage: StageOrder, who: Subject, member: Sprite, first: boolean, nth: number): number {
    if (who.kind === 'sky') return height * 0.12 + member.height
    if (place.medium === 'space' || place.medium === 'underwater' || place.medium === 'air') {
      return height * (first ? 0.52 : 0.36 + 0.3 * stage.random()) + member.height / 2
    }
    if (afloat) return height * (first ? 0.44 : 0.3 + 0.12 * (nth % 3)) + member.height / 2
    return place.floor - (first ? 0 : height * (0.03 + 0.025 * (nth % 3)))
  }
}

function isAfloat({ kind, action }: Subject, { medium }: Place): boolean {
  if (medium === 'space' || medium === 'underwater' || medium === 'air' || kind === 'sky') return true
  return action === 'fly' || (action === 'float' && medium !== 'water') || (kind === 'aircraft' && action !== 'stand')
}

function submergedShare({ kind, action, drawing }: Subject, { medium }: Place): number {
  // Drawings of boats and bathers come with water of their own at the foot.
  if (medium !== 'water' || drawing.includes('swimming')) return 0
  if (kind === 'boat') return 0.2
  if (action === 'swim' || kind === 'fish') return 0.3
  return action === 'float' ? 0.15 : 0
}

function relate(subject: Subject, group: Actor[], groups: readonly Actor[][], { height }: StageOrder): void {
  const { relation } = subject
  const other = relation ? groups[relation.of]?.[0] : undefined
  const first = group[0]
  if (!relation || !other || !first || isCarriedBy(other, first)) return
  const near = other.path(0)
  const apart = (first.sprite.width + other.sprite.width) * 0.52
  const beside = (dx: number, dy: number) => {
    const middle = first.path(0).x
    const follow = other.travels ? other.path : () => near
    for (const actor of group) {
      const apartFromMiddle = actor.path(0).x - middle
      actor.path = (seconds) => ({ ...follow(seconds), x: follow(seconds).x + dx + apartFromMiddle, y: near.y + dy })
    }
  }
  switch (relation.kind) {
    case 'left-of':
      beside(-apart, 0)
      return
    case 'right-of':
      beside(apart, 0)
      return
    case 'in-front-of':
      beside(apart * 0.35, height * 0.045)
      return
    case 'behind':
      beside(-apart * 0.45, -height * 0.04)
      return
    case 'under':
      beside(0, height * 0.02)
      return
    case 'on':
    case 'riding':
    case 'inside': {
      const flies = first.afloat && (subject.action === 'fly' || subject.action === 'float')
      if (flies) {
        // One that flies over a thing does not sit on it.
        const above = Math.max(height * 0.08 + first.sprite.height, near.y - other.sprite.height * 1.05)
        for (const actor of group) actor.path = hoverAt(actor.path, above)
        return
      }
      const up = relation.kind === 'inside' ? 0.22 : relation.kind === 'riding' ? 0.6 : 0.8
      shrinkToFit(first, other, up, height * 0.72)
      first.anchor = { actor: other, right: 0, up }
      first.afloat = true
      return
    }
    case 'holding': {
      if (isCarriedBy(first, other)) return
      other.anchor = { actor: first, right: 0.34, up: 0.28 }
      other.afloat = true
    }
  }
}

function hoverAt(path: Path, y: number): Path {
  return (seconds) => ({ ...path(seconds), y })
}

/** Makes a bearer and the one it bears smaller alike, so that both fit into `most` pixels of height. */
function shrinkToFit(rider: Actor, bearer: Actor, up: number, most: number): void {
  const scale = Math.min(1, most / (bearer.sprite.height * up + rider.sprite.height))
  for (const actor of [rider, bearer]) {
    actor.sprite = { ...actor.sprite, width: actor.sprite.width * scale, height: actor.sprite.height * scale }
  }
}

/** Two that each stand on the other would have no place at all. */
function isCarriedBy(actor: Actor, bearer: Actor): boolean {
  return actor === bearer || (actor.anchor !== undefined && isCarriedBy(actor.anchor.actor, bearer))
}

/** Scenery first, then by how far down the frame the foot is; what is carried comes right after its bearer. */
function drawingOrder(groups: readonly Actor[][]): Actor[] {
  const depthOf = (actor: Actor): number =>
    actor.anchor ? depthOf(actor.anchor.actor) + 0.5 : actor.path(0).y - (actor.subject.kind === 'sky' ? 10_000 : 0)
  return groups.flat().sort((one, other) => depthOf(one) - depthOf(other))
}
