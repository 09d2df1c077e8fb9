/** Groups that stand as one: with what they carry, and with whom they stand before, behind or beneath. */
import type { Actor } from './actor.ts'
import { carry, isFlying, isRoof } from './carry.ts'
import type { Group } from './troupe.ts'

/** A group's place in its cluster, in pixels from the cluster's foot. */
export interface Station {
  group: Group
  right: number
  down: number
}

export interface Cluster {
  stations: Station[]
  /** Extent from the cluster's foot, what is carried included; `top` is how far up. */
  left: number
  right: number
  top: number
}

/** One cluster stands to the left of the other. */
export type Order = readonly [left: Cluster, right: Cluster]

export interface Clustered {
  clusters: Cluster[]
  orders: Order[]
  /** What hangs over another: it takes that one's place across. */
  above: { group: Group; over: Group }[]
}

/** Share of its height by which one in the air keeps clear of what it is above, in its deepest dip. */
export const flightRoom = 0.24

export function cluster(groups: readonly Group[], frameHeight: number): Clustered {
  const clusterOf = new Map<Group, Cluster>()
  const carried = new Set(groups.filter((group) => carry(group, groups)))
  const above: Clustered['above'] = []
  for (const group of groups) {
    if (group.members.every(({ actor }) => actor.anchor)) continue
    clusterOf.set(group, { stations: [{ group, right: 0, down: 0 }], left: 0, right: 0, top: 0 })
  }
  for (const group of groups) {
    const { relation } = group.subject
    const other = relation ? groups[relation.of] : undefined
    if (!relation || !other || other === group || carried.has(group)) continue
    const [first, bearer] = [group.members[0]?.actor, rootOf(other, groups)]
    if (!first || !bearer || first.anchor || bearer === group) continue
    const flies = isFlying(first)
    if (relation.kind === 'on') above.push({ group, over: bearer })
    else if (relation.kind === 'under' && bearer.members[0] && isFlying(bearer.members[0].actor))
      above.push({ group: bearer, over: group })
    else if (!flies) stand(group, bearer, relation.kind, frameHeight, clusterOf)
  }
  const hanging = new Set(above.map(({ group }) => group))
  const clusters = [...new Set([...clusterOf].flatMap(([group, made]) => (hanging.has(group) ? [] : [made])))]
  for (const made of clusters) measure(made, groups)
  for (const { group, over } of above) {
    const made = clusterOf.get(over)
    if (made) made.top += sizeOf(group).height * (1 + 2 * flightRoom)
  }
  return { clusters, orders: ordersOf(groups, clusterOf), above }
}

/** The group that bears this one, or itself. */
function rootOf(group: Group, groups: readonly Group[]): Group | undefined {
  let actor: Actor | undefined = group.members[0]?.actor
  while (actor?.anchor) actor = actor.anchor.actor
  return groups.find(({ members }) => members.some((member) => member.actor === actor))
}

/** Takes the group into the other's cluster, before, behind or beneath it. */
function stand(group: Group, other: Group, kind: string, frameHeight: number, clusterOf: Map<Group, Cluster>): void {
  const offset =
    kind === 'under'
      ? beneath(group, other)
      : kind === 'in-front-of' || kind === 'behind'
        ? inDepth(group, other, kind, frameHeight)
        : undefined
  const [from, into] = [clusterOf.get(group), clusterOf.get(other)]
  const base = into?.stations.find((station) => station.group === other)
  if (!offset || !from || !into || !base || from === into) return
  for (const station of from.stations) {
    into.stations.push({
      ...station,
      right: base.right + offset.right + station.right,
      down: base.down + offset.down + station.down,
    })
    clusterOf.set(station.group, into)
  }
}

/** As much of the one behind shows beside or above the one before that both are told apart. */
function inDepth(
  group: Group,
  other: Group,
  kind: 'in-front-of' | 'behind',
  frameHeight: number,
): { right: number; down: number } {
  const [front, rear] = kind === 'behind' ? [other, group] : [group, other]
  const [near, far] = [sizeOf(front), sizeOf(rear)]
  const beside = near.width / 2 + far.width * 0.08
  const above = far.width * 0.25
  // A slim one behind something broad shows above it.
  const isSeenAbove = far.height > near.height * (far.width < near.width * 0.6 ? 1.2 : 1.7)
  const apart = isSeenAbove ? above : Math.min(beside, (near.width + far.width) * 0.5)
  const across = kind === 'behind' ? -apart : apart
  return { right: across, down: (kind === 'behind' ? -1 : 1) * frameHeight * 0.042 }
}

/** Made small enough to stand below: between the legs of a table, before the trunk of a tree. */
function beneath(group: Group, other: Group): { right: number; down: number } | undefined {
  if (!isRoof(other.subject)) return undefined
  const roof = sizeOf(other)
  const legs = /table|chair|bench|bed/.test(other.subject.drawing)
  const own = sizeOf(group)
  const fit = Math.min(1, (roof.height * (legs ? 0.64 : 0.5)) / own.height, (roof.width * 0.86) / own.width)
  for (const member of group.members) {
    const { width, height } = member.actor.sprite
    member.actor.sprite = { ...member.actor.sprite, width: width * fit, height: height * fit }
    member.right *= fit
    member.down *= fit
  }
  return { right: legs ? 0 : roof.width * 0.14, down: roof.height * (legs ? -0.035 : 0.04) }
}

/** From edge to edge of the group's bodies; the height is the tallest member's. */
export function sizeOf({ members }: Group): { width: number; height: number } {
  const left = Math.min(...members.map(({ actor, right }) => right - actor.sprite.width / 2))
  const right = Math.max(...members.map((member) => member.right + member.actor.sprite.width / 2))
  return { width: right - left, height: Math.max(...members.map(({ actor }) => actor.sprite.height)) }
}

function measure(made: Cluster, groups: readonly Group[]): void {
  const boxes = made.stations.flatMap(({ group, right, down }) =>
    group.members.flatMap((member) => boxesOn(member.actor, right + member.right, down + member.down, groups)),
  )
  made.left = Math.min(...boxes.map(({ left }) => left))
  made.right = Math.max(...boxes.map(({ right }) => right))
  made.top = Math.max(...boxes.map(({ top }) => top))
}

interface Box {
  left: number
  right: number
  top: number
}

/** The actor's own box and those of all it carries; either way it may face. */
function boxesOn(actor: Actor, x: number, y: number, groups: readonly Group[]): Box[] {
  const { width, height } = actor.sprite
  const own = { left: x - width / 2, right: x + width / 2, top: height - y }
  const borne = groups.flatMap(({ members }) => members).filter((member) => member.actor.anchor?.actor === actor)
  return [
    own,
    ...borne.flatMap(({ actor: rider }) =>
      [-1, 1].flatMap((side) =>
        boxesOn(rider, x + side * (rider.anchor?.right ?? 0) * width, y - (rider.anchor?.up ?? 0) * height, groups),
      ),
    ),
  ]
}

function ordersOf(groups: readonly Group[], clusterOf: ReadonlyMap<Group, Cluster>): Order[] {
  return groups.flatMap((group): Order[] => {
    const { relation } = group.subject
    const other = relation ? groups[relation.of] : undefined
    const [own, its] = [clusterOf.get(group), other && clusterOf.get(rootOf(other, groups) ?? other)]
    if (!relation || !own || !its || own === its) return []
    if (relation.kind === 'left-of') return [[own, its]]
    return relation.kind === 'right-of' ? [[its, own]] : []
  })
}
