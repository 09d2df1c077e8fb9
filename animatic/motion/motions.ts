/** Which motion shows which action. */
import type { Action, Subject } from '../script/shot-plan.ts'
import * as antics from './antics.ts'
import * as gaits from './gaits.ts'
import type { Motion } from './pose.ts'

const motions: Record<Action, Motion> = {
  stand: antics.stand,
  walk: gaits.walk,
  run: gaits.run,
  jump: antics.jump,
  dance: antics.dance,
  swim: gaits.swim,
  fly: gaits.fly,
  drive: gaits.drive,
  ride: gaits.ride,
  sit: antics.sit,
  sleep: antics.sleep,
  eat: antics.eat,
  float: antics.float,
  fall: antics.fall,
  spin: antics.spin,
  wave: antics.wave,
  play: antics.play,
  talk: antics.talk,
  work: antics.work,
  grow: antics.grow,
  burn: antics.burn,
  shine: antics.shine,
}

const flutterers = new Set(['butterfly', 'bat', 'woman-fairy', 'man-fairy', 'person-fairy'])

export function motionOf({ action, kind, drawing }: Pick<Subject, 'action' | 'kind' | 'drawing'>): Motion {
  if (action === 'fly' && flutterers.has(drawing)) return gaits.flutter
  if (kind === 'boat') return gaits.sail
  if (kind === 'aircraft' && action === 'fly') return gaits.glide
  if (kind === 'vehicle' && (action === 'run' || action === 'walk' || action === 'drive')) return gaits.drive
  if (kind === 'sky' || kind === 'plant')
    return action === 'grow' || action === 'burn' || action === 'fall' ? motions[action] : antics.stand
  return motions[action]
}

/** What is left of a motion for one that has movements of its own. */
const calmShare = 0.4

/** The motion for a clip: it goes where its action takes it, and does the rest itself. */
export function calmed(subject: Pick<Subject, 'action' | 'kind' | 'drawing'>): Motion {
  const motion = motionOf(subject)
  if (subject.action === 'spin' || subject.action === 'jump' || subject.action === 'grow') return motion
  return (seconds, phase) => {
    const pose = motion(seconds, phase)
    return {
      ...pose,
      right: pose.right * calmShare,
      up: pose.up * calmShare,
      lean: pose.lean * calmShare,
      stretchX: 1 + (pose.stretchX - 1) * calmShare,
      stretchY: 1 + (pose.stretchY - 1) * calmShare,
      bend: 0,
    }
  }
}

/** How fast the world passes a subject that does this, in frame widths a second; 0 for one that stays. */
export function travelSpeed({ action, kind }: Pick<Subject, 'action' | 'kind'>): number {
  if (kind === 'plant' || kind === 'sky' || kind === 'food') return 0
  if (kind === 'boat') return action === 'stand' || action === 'float' ? 0.03 : 0.1
  const speeds: Partial<Record<Action, number>> = {
    run: 0.34,
    walk: 0.12,
    drive: 0.5,
    ride: 0.3,
    swim: 0.13,
    fly: 0.22,
  }
  return speeds[action] ?? 0
}
