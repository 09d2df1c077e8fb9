/** A ball that several play with: it goes to and fro between two of them. */
import type { Subject } from '../script/shot-plan.ts'
import type { Path } from './path.ts'
import { restingPose } from './pose.ts'
import type { Group } from './troupe.ts'

const balls = /ball$|^flying-disc$/
/** Seconds from one player to the other. */
const passSeconds = 1.3
/** Shares: of the way between two how near the ball comes to either, and of a player's height how high it flies. */
const margin = 0.2
const arc = 0.35

/** Whether the thing is passed among the holders, instead of being in the hands of one. */
export function isPassed(held: Subject, holders: Subject): boolean {
  return balls.test(held.drawing) && held.count === 1 && holders.count > 1 && holders.action === 'play'
}

/** Lets every passed ball go between the first two of its players, once these have their paths. */
export function passBalls(groups: readonly Group[]): void {
  for (const { subject, members } of groups) {
    const ball = subject.relation?.kind === 'holding' ? groups[subject.relation.of] : undefined
    const [one, other] = members
    const actor = ball?.members[0]?.actor
    if (!ball || !one || !other || !actor || !isPassed(ball.subject, subject)) continue
    actor.path = passed(one.actor.path, other.actor.path, one.actor.sprite.height * arc)
    actor.motion = (seconds) => ({ ...restingPose, lean: seconds * 5, contact: 0 })
    actor.travels = false
  }
}

function passed(from: Path, to: Path, high: number): Path {
  return (seconds) => {
    const [near, far] = [from(seconds), to(seconds)]
    const turn = (seconds / passSeconds) % 2
    const share = turn < 1 ? turn : 2 - turn
    const along = margin + (1 - 2 * margin) * share
    return {
      x: near.x + (far.x - near.x) * along,
      y: Math.max(near.y, far.y) - high * 4 * share * (1 - share),
      facing: 1,
    }
  }
}
