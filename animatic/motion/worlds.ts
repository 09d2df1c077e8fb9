/** Planets, moons and stars in space: large and small, near the edges, drifting by what flies in their midst. */
import type { Shot } from '../script/shot-plan.ts'
import type { Place } from '../sets/place.ts'
import { resize } from './actor.ts'
import { isWorld } from './scale.ts'
import type { Group } from './troupe.ts'

/** Shares: of the frame where the middle is, of the largest one's size; those that follow leave the middle free. */
const spots = [
  { x: 0.16, y: 0.27, size: 1 },
  { x: 0.83, y: 0.76, size: 0.66 },
  { x: 0.8, y: 0.19, size: 0.5 },
  { x: 0.2, y: 0.8, size: 0.42 },
  { x: 0.5, y: 0.13, size: 0.3 },
  { x: 0.55, y: 0.9, size: 0.3 },
] as const
/** Frame widths by which they pass over the shot. */
const passed = 0.1

export interface WorldsOrder {
  groups: readonly Group[]
  place: Place
  shot: Shot
  /** Pixels of the frame. */
  width: number
  height: number
  /** The side to which the lead flies. */
  facing: number
}

/** Gives each member of the group a spot that no group before it has. */
export function strewWorlds(group: Group, { groups, place, shot, width, height, facing }: WorldsOrder): void {
  const before = groups
    .slice(0, groups.indexOf(group))
    .filter(({ subject }) => isWorld(subject, place))
    .reduce((sum, { members }) => sum + members.length, 0)
  for (const [index, { actor }] of group.members.entries()) {
    const nth = before + index
    const spot = spots[nth % spots.length]!
    const round = Math.floor(nth / spots.length)
    resize(actor, spot.size / (1 + round))
    const share = spot.x + 0.09 * round
    const x = width * (facing > 0 ? share : 1 - share)
    const y = height * spot.y + actor.sprite.height / 2
    actor.path = (seconds) => ({ x: x - facing * width * passed * (seconds / shot.seconds - 0.5), y, facing })
  }
}
