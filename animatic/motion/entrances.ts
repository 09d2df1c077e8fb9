/** Gives the actors their paths: where each stands, how it goes, what passes by. */

import type { Random } from '../random.ts'
import type { Shot, Subject } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import type { Arranged } from './arrange.ts'
import { flightRoom } from './clusters.ts'
import { crossing, followed, hovering, type Path, pacing, patrol, stay } from './path.ts'
import { isWorld } from './scale.ts'
import { carriedSpeed, type Group, type Member } from './troupe.ts'
import { strewWorlds } from './worlds.ts'

/** What all places on the stage hang on. */
export interface Stage {
  shot: Shot
  place: Place
  light: Light
  width: number
  height: number
  random: Random
  subjects: readonly Subject[]
  groups: readonly Group[]
  lead: Group | undefined
  facing: number
  isFollowed: boolean
  /** Pixels above the floor at which the cast stands, on a table. */
  raised: number
}

/** Plants by the way of one the camera follows. */
export function passes(subject: Subject, { isFollowed, lead, subjects }: Stage): boolean {
  return (
    isFollowed &&
    lead !== undefined &&
    carriedSpeed(lead.subject, subjects) > 0 &&
    carriedSpeed(subject, subjects) === 0 &&
    subject.kind === 'plant'
  )
}

/** Whether it is placed against another, or another against it. */
export function isRelated(subject: Subject, subjects: readonly Subject[]): boolean {
  const index = subjects.indexOf(subject)
  return subject.relation !== undefined || subjects.some(({ relation }) => relation?.of === index)
}

/** Sets the paths of all who stand in the cluster. */
export function enter(place: Arranged, all: readonly Arranged[], stage: Stage): void {
  const { subjects, width, isFollowed, facing, shot } = stage
  const root = place.cluster.stations[0]?.group
  if (!root) return
  const speeds = place.cluster.stations.map(({ group }) => carriedSpeed(group.subject, subjects) * width)
  const speed = Math.min(...speeds)
  const foot = footOf(root.subject, root.members[0]!, root === stage.lead, subjects.indexOf(root.subject), stage)
  const isBound =
    all.length > 1 && (isRelated(root.subject, subjects) || place.cluster.stations.length > 1 || hides(place, all))
  const [from, to] = isBound
    ? [place.from, place.to]
    : [width * 0.03 - place.cluster.left, width * 0.97 - place.cluster.right]
  const path: Path =
    speed === 0
      ? stay(place.x, foot, facing)
      : isFollowed
        ? followed(place.x, foot, facing, width, shot.seconds)
        : isBound
          ? crossing(foot, facing, Math.min(from, place.x), Math.max(to, place.x), shot.seconds)
          : patrol(foot, facing, from, to, Math.min(speed, width * 0.3), startShare(place.x, from, to))
  for (const [index, station] of place.cluster.stations.entries()) {
    const own = speed === 0 && (speeds[index] ?? 0) > 0 ? pacing(path, width * 0.05) : path
    for (const member of station.group.members)
      member.actor.path = beside(own, station.right + member.right, station.down + member.down)
  }
}

/** Not so near an end that it would turn at once. */
function startShare(x: number, from: number, to: number): number {
  return Math.min(0.8, Math.max(0.2, (x - from) / Math.max(1, to - from)))
}

/** Would stand before another that is no taller, were it to cross the frame. */
function hides({ cluster }: Arranged, all: readonly Arranged[]): boolean {
  return all.some((other) => other.cluster !== cluster && other.cluster.top < cluster.top * 1.3)
}

/** The sky, and what passes by: no cluster, a slot across the frame. */
export function enterFree(group: Group, nth: number, stage: Stage): void {
  const { subject, members } = group
  const { width, subjects, facing } = stage
  const [first] = members
  if (!first) return
  if (isWorld(subject, stage.place) && (group !== stage.lead || members.length > 1)) {
    strewWorlds(group, stage)
    return
  }
  const slots = facing > 0 ? [0.74, 0.24, 0.9, 0.5] : [0.26, 0.76, 0.1, 0.5]
  const foot = footOf(subject, first, group === stage.lead, subjects.indexOf(subject), stage)
  for (const member of members) {
    const half = member.actor.sprite.width * 0.45
    const x = width * (group === stage.lead ? 0.5 : slots[nth % slots.length]!) + member.right
    member.actor.path = stay(Math.min(width - half, Math.max(half, x)), foot + member.down, facing)
    member.actor.scenery = passes(subject, stage)
  }
}

function beside(path: Path, right: number, down: number): Path {
  if (right === 0 && down === 0) return path
  return (seconds) => {
    const { x, y, facing } = path(seconds)
    return { x: x + right, y: y + down, facing }
  }
}

/** Takes the place across of what it is above. */
export function hang(group: Group, over: Group, frameHeight: number): void {
  const below = over.members[0]?.actor
  if (!below) return
  for (const { actor, right, down } of group.members) {
    const up = Math.max(
      frameHeight * 0.06 + actor.sprite.height,
      below.path(0).y - below.sprite.height - actor.sprite.height * flightRoom,
    )
    actor.path = hovering(below.path, right, up + Math.min(0, down))
  }
}

/** Pixels from the top at which the group's feet are. */
function footOf(
  subject: Subject,
  { actor }: Member,
  isLead: boolean,
  nth: number,
  { place, height, random, raised }: Stage,
): number {
  const tall = actor.sprite.height
  if (subject.kind === 'sky') return height * 0.12 + tall
  if (actor.afloat && ['space', 'underwater', 'air'].includes(place.medium)) {
    return Math.min(height * 0.9, height * (isLead ? 0.52 : 0.36 + 0.3 * random()) + tall / 2)
  }
  if (actor.afloat) return height * (isLead ? 0.42 : 0.28 + 0.1 * (nth % 3)) + tall / 2
  if (actor.inWater && place.mooring !== undefined) return place.mooring + height * 0.012 * (nth % 3)
  // Beneath the sea the ground rises towards the eye.
  if (place.medium === 'underwater') return place.floor + height * 0.03
  if (raised > 0) return place.floor - raised
  return place.floor - (isLead ? 0 : height * (0.02 + 0.018 * (nth % 3)))
}
