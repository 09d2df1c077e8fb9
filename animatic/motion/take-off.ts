/** An aircraft that takes off: rolls along the ground, lifts its nose and climbs. */
import { leavesGround } from '../script/lexicon/deed-phrases.ts'
import type { Subject } from '../script/shot-plan.ts'
import type { Stage } from './entrances.ts'
import type { Path } from './path.ts'
import { type Motion, restingPose } from './pose.ts'

/** Shares of the shot: when the nose rises, and how long the climb lasts. */
const rotates = 0.3
const climbs = 0.6
/** Radians by which the nose is raised. */
const pitch = 0.24
/** Share of the frame's height at which the climb ends, the middle of the aircraft. */
const summit = 0.3

export function takesOff({ kind, deed }: Subject): boolean {
  return kind === 'aircraft' && leavesGround(deed)
}

/** Lays the paths of all aircraft that take off over those they were given. */
export function letTakeOff({ groups, place, shot, width, height, facing }: Stage): void {
  if (place.medium !== 'ground') return
  for (const { actor, right, down } of groups.flatMap(({ members }) => members)) {
    if (!takesOff(actor.subject) || actor.anchor) continue
    const top = height * summit + actor.sprite.height / 2
    actor.path = departing(width / 2 + right, place.floor + down, top + down, facing, width, shot.seconds)
    actor.motion = rising(shot.seconds)
    actor.afloat = false
    actor.travels = false
  }
}

function departing(x: number, ground: number, top: number, facing: number, width: number, whole: number): Path {
  return (seconds) => {
    const share = seconds / whole
    return { x: x + facing * width * 0.24 * (eased(share) - 0.5), y: ground - (ground - top) * climbed(share), facing }
  }
}

function rising(whole: number): Motion {
  return (seconds) => {
    const share = seconds / whole
    const raised = eased((share - rotates + 0.08) / 0.2) - 0.5 * eased((share - 0.75) / 0.25)
    const rolling = climbed(share) === 0 ? 0.006 * Math.sin(seconds * 23) : 0
    return { ...restingPose, up: Math.abs(rolling), lean: -pitch * raised, contact: climbed(share) > 0 ? 0 : 1 }
  }
}

/** 0 on the ground to 1 at the top. */
function climbed(share: number): number {
  const part = Math.min(1, Math.max(0, (share - rotates) / climbs))
  return (part ** 1.6 * (1 - 0.25 * part)) / 0.75
}

function eased(share: number): number {
  const part = Math.min(1, Math.max(0, share))
  return part * part * (3 - 2 * part)
}
