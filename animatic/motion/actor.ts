/** A subject on its set: what it looks like, where it goes and how it moves. */
import type { Sprite } from '../cast/sprite.ts'
import type { Subject } from '../script/shot-plan.ts'
import type { Path } from './path.ts'
import { type Motion, type Pose, restingPose } from './pose.ts'

export interface Actor {
  subject: Subject
  sprite: Sprite
  path: Path
  motion: Motion
  /** Radians, so that two of a kind are never in step. */
  phase: number
  /** Sits on or is held by another, and goes where that one goes. */
  anchor?: { actor: Actor /** Shares of the other's size from its foot. */; right: number; up: number }
  /** Share of its height that is under water. */
  submerged: number
  /** Does not follow the camera: the world carries it past. */
  scenery: boolean
  /** Moves over the ground: stirs it up. */
  travels: boolean
  /** In the air, in the sea or in space: no shadow, no ground. */
  afloat: boolean
}

export interface Stance {
  /** The foot, pixels on the frame's plane. */
  x: number
  y: number
  facing: number
  pose: Pose
}

/** Where the actor is at a moment, anchored ones on their bearer. */
export function stanceAt(actor: Actor, seconds: number): Stance {
  const pose = actor.motion(seconds, actor.phase)
  if (!actor.anchor) {
    const place = actor.path(seconds)
    const { height } = actor.sprite
    return { x: place.x + pose.right * height, y: place.y - pose.up * height, facing: place.facing, pose }
  }
  const bearer = stanceAt(actor.anchor.actor, seconds)
  const { width, height } = actor.anchor.actor.sprite
  const lean = bearer.pose.lean * Math.sign(bearer.facing)
  const right = actor.anchor.right * width * bearer.facing
  const up = actor.anchor.up * height * bearer.pose.stretchY
  return {
    x: bearer.x + right * Math.cos(lean) + up * Math.sin(lean),
    y: bearer.y - up * Math.cos(lean) + right * Math.sin(lean),
    facing: bearer.facing,
    pose: {
      ...restingPose,
      lean: bearer.pose.lean + pose.lean * 0.3,
      ...{ stretchX: pose.stretchX, stretchY: pose.stretchY },
    },
  }
}
