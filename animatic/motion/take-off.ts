/** An airplane that takes off: rolls along the ground, lifts its nose and climbs. One that lands does so backwards in time. */
import { runwayDeed } from '../script/lexicon/deed-phrases.ts'
import type { Stage } from './entrances.ts'
import { type Pose, restingPose } from './pose.ts'

/** Shares of the shot: when the nose rises, and how long the climb lasts. */
const rotates = 0.3
const climbs = 0.6
/** Radians by which the nose is raised. */
const pitch = 0.24
/** Share of the frame's height at which the climb ends, the middle of the aircraft. */
const summit = 0.3

/** Lays the paths of all airplanes that take off or land over those they were given. */
export function letTakeOff({ groups, place, shot, width, height, facing }: Stage): void {
  if (place.medium !== 'ground') return
  for (const { actor, right, down } of groups.flatMap(({ members }) => members)) {
    const deed = runwayDeed(actor.subject.deed)
    if (actor.subject.drawing !== 'airplane-side' || deed === undefined || actor.anchor) continue
    const shareAt = (seconds: number) => (deed === 'landing' ? 1 - seconds / shot.seconds : seconds / shot.seconds)
    const onward = deed === 'landing' ? -facing : facing
    const top = height * summit + actor.sprite.height / 2
    actor.path = (seconds) => ({
      x: width / 2 + right + onward * width * 0.24 * (eased(shareAt(seconds)) - 0.5),
      y: place.floor + down,
      facing,
    })
    const high = (place.floor - top) / actor.sprite.height
    actor.motion = (seconds) => poseAt(shareAt(seconds), seconds, high)
    actor.afloat = false
    actor.travels = false
  }
}

/** `share` is how far the take-off has come, 0 to 1; `high` how far up it ends, in heights of the airplane. */
function poseAt(share: number, seconds: number, high: number): Pose {
  const raised = eased((share - rotates + 0.08) / 0.2) - 0.5 * eased((share - 0.75) / 0.25)
  const rolling = climbed(share) === 0 ? 0.006 * Math.sin(seconds * 23) : 0
  return {
    ...restingPose,
    up: Math.abs(rolling) + high * climbed(share),
    lean: -pitch * raised,
    contact: climbed(share) > 0 ? 0 : 1,
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
