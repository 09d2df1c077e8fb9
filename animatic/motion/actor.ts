/** A subject on its set: what it looks like, where it goes and how it moves. */
import type { Sprite } from '../cast/sprite.ts'
import type { Subject } from '../script/shot-plan.ts'
import type { Path } from './path.ts'
import { type Motion, type Pose, restingPose } from './pose.ts'

export interface Anchor {
  actor: Actor
  /** Shares of the other's size from the middle of its foot; `right` is towards the way it faces. */
  right: number
  up: number
  /** Drawn before its bearer, which hides what is lower: one inside a box or a boat. */
  behind?: boolean
}

export interface Actor {
  subject: Subject
  sprite: Sprite
  path: Path
  motion: Motion
  /** Radians, so that two of a kind are never in step. */
  phase: number
  /** Sits on or is held by another, and goes where that one goes. */
  anchor?: Anchor
  /** Share of its height that is out of sight below its foot: under water, or in what it sits astride or in. */
  submerged: number
  /** Stands, swims or floats in the place's water. */
  inWater: boolean
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
  const up = (actor.anchor.up - actor.anchor.actor.submerged) * height * bearer.pose.stretchY
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

/** Draws the actor larger or smaller than it was. */
export function resize(actor: Actor, scale: number): void {
  const { width, height } = actor.sprite
  actor.sprite = { ...actor.sprite, width: width * scale, height: height * scale }
}

/** Whether `actor` is borne by `bearer`, perhaps by way of others; two that bear each other have no place at all. */
export function isBorneBy(actor: Actor, bearer: Actor): boolean {
  return actor === bearer || (actor.anchor !== undefined && isBorneBy(actor.anchor.actor, bearer))
}
