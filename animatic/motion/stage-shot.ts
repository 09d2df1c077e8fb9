/** Puts a shot's subjects on its set: sizes, places, paths and who carries whom. */
import type { PlayedClip } from '../cast/clip/play-clip.ts'
import type { Random } from '../random.ts'
import type { Shot, Subject } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import { type Actor, resize } from './actor.ts'
import { type Arranged, arrange, fitFactor, shrink } from './arrange.ts'
import { type Clustered, cluster } from './clusters.ts'
import { enter, enterFree, hang, isRelated, passes, type Stage } from './entrances.ts'
import { passBalls } from './passing.ts'
import { leadIndex } from './scale.ts'
import { makeTable, supportHeight } from './support.ts'
import { letTakeOff } from './take-off.ts'
import { carriedSpeed, type Group, makeTroupe } from './troupe.ts'

export interface StageOrder {
  shot: Shot
  place: Place
  light: Light
  /** Plays the lead instead of a drawing. */
  character?: PlayedClip
  width: number
  height: number
  random: Random
}

export interface Staged {
  /** In the order they are drawn, the furthest first. */
  actors: readonly Actor[]
  /** Who the shot is of. */
  lead: Actor | undefined
  /** Pixels a second the world passes by, positive when the lead travels right. */
  scrollSpeed: number
  /** Where the eye rests, for the camera. */
  focusX: number
  focusY: number
}

export async function stageShot(order: StageOrder): Promise<Staged> {
  const { width, height, random, character } = order
  const shot = character ? withLead(order.shot, character) : order.shot
  const { subjects } = shot
  const facing = random() < 0.5 ? -1 : 1
  const groups = await makeTroupe({ ...order, subjects })
  const lead = groups[leadIndex(subjects)]
  const isFollowed =
    lead !== undefined &&
    shot.camera !== 'static' &&
    !order.place.isBounded &&
    !subjects.some((subject) => subject !== lead.subject && waits(subject, subjects))
  const raised = character ? 0 : supportHeight(subjects, order.place, order)
  const stage: Stage = { ...order, shot, subjects, groups, lead, facing, isFollowed, raised }
  const clustered = cluster(
    groups.filter(({ subject }) => (!passes(subject, stage) && subject.kind !== 'sky') || isRelated(subject, subjects)),
    height,
  )
  fit(clustered, stage)
  const arranged = arrange(clustered, width, facing, random)
  for (const place of arranged) enter(place, arranged, stage)
  for (const [nth, group] of groups.filter((one) => !isPlaced(one, arranged)).entries()) enterFree(group, nth, stage)
  passBalls(groups)
  letTakeOff(stage)
  for (const { group, over } of clustered.above) hang(group, over, height)
  const speed = lead ? carriedSpeed(lead.subject, subjects) * width : 0
  return {
    actors: [
      ...(raised > 0 ? [await tableUnder(arranged, stage)] : []),
      ...drawingOrder(groups, new Set(clustered.above.map(({ group }) => group))),
    ],
    lead: lead?.members[0]?.actor,
    scrollSpeed: isFollowed ? speed * facing : 0,
    ...focusOf(arranged, stage),
  }
}

/** The clip stands where the lead would; what cannot be cut out hangs in the air as a framed picture. */
function withLead(shot: Shot, { isCutOut }: PlayedClip): Shot {
  const lead = leadIndex(shot.subjects)
  const known = shot.subjects[lead]
  const played: Subject = {
    words: 'character',
    drawing: '',
    kind: 'person',
    heightMetres: known?.heightMetres ?? 1.7,
    count: 1,
    action: isCutOut ? (known?.action ?? 'stand') : 'float',
  }
  return { ...shot, subjects: known ? shot.subjects.with(lead, played) : [played] }
}

/** A subject that stays in one spot would be left behind by a camera that follows another. */
function waits(subject: Subject, subjects: readonly Subject[]): boolean {
  const index = subjects.indexOf(subject)
  const isHeld = subjects.some(({ relation }) => relation?.kind === 'holding' && relation.of === index)
  const isCarried = subject.relation && ['riding', 'holding', 'on', 'inside'].includes(subject.relation.kind)
  const isScenery = subject.kind === 'sky' || subject.kind === 'plant'
  return !isHeld && !isCarried && !isScenery && carriedSpeed(subject, subjects) === 0
}

/** Makes all smaller alike where they would not fit beside each other. */
function fit(clustered: Clustered, { groups, width, height, raised }: Stage): void {
  const factor = fitFactor(clustered.clusters, width, height, raised)
  if (factor === 1) return
  shrink(clustered.clusters, factor)
  for (const member of groups.filter(({ subject }) => subject.kind !== 'sky').flatMap(({ members }) => members)) {
    resize(member.actor, factor)
    member.right *= factor
    member.down *= factor
  }
}

function isPlaced(group: Group, arranged: readonly Arranged[]): boolean {
  return (
    group.members.every(({ actor }) => actor.anchor) ||
    arranged.some(({ cluster: { stations } }) => stations.some((station) => station.group === group))
  )
}

async function tableUnder(arranged: readonly Arranged[], { place, light, raised }: Stage): Promise<Actor> {
  const left = Math.min(...arranged.map(({ x, cluster }) => x + cluster.left))
  const right = Math.max(...arranged.map(({ x, cluster }) => x + cluster.right))
  return makeTable(place, light, raised, left, right)
}

/** The middle of the cast: what a camera that comes closer keeps in sight. */
function focusOf(arranged: readonly Arranged[], { width, lead, place }: Stage): { focusX: number; focusY: number } {
  const alone = lead?.members[0]?.actor
  if (arranged.length === 0) {
    const foot = alone?.path(0)
    return { focusX: foot?.x ?? width / 2, focusY: (foot?.y ?? place.floor) - (alone?.sprite.height ?? 0) / 2 }
  }
  const feet = arranged.map(
    ({ cluster: { stations } }) => stations[0]?.group.members[0]?.actor.path(0).y ?? place.floor,
  )
  const left = Math.min(...arranged.map(({ x, cluster }) => x + cluster.left))
  const right = Math.max(...arranged.map(({ x, cluster }) => x + cluster.right))
  const top = Math.min(...arranged.map(({ cluster }, index) => (feet[index] ?? 0) - cluster.top))
  return { focusX: (left + right) / 2, focusY: (top + Math.max(...feet)) / 2 }
}

/**
 * The sky first, then by how far down the frame the foot is, then those in the air above another; what is carried comes
 * with its bearer.
 */
function drawingOrder(groups: readonly Group[], above: ReadonlySet<Group>): Actor[] {
  const high = new Set([...above].flatMap(({ members }) => members.map(({ actor }) => actor)))
  const depthOf = (actor: Actor): number => {
    if (!actor.anchor && high.has(actor)) return actor.path(0).y + 10_000
    if (!actor.anchor) return actor.path(0).y - (actor.subject.kind === 'sky' ? 10_000 : 0)
    return depthOf(actor.anchor.actor) + (actor.anchor.behind ? -1 : 1) * 0.4 ** generation(actor)
  }
  return groups
    .flatMap(({ members }) => members.map(({ actor }) => actor))
    .sort((one, other) => depthOf(one) - depthOf(other))
}

/** How many bear it. */
function generation(actor: Actor): number {
  return actor.anchor ? 1 + generation(actor.anchor.actor) : 0
}
