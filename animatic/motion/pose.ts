/** How a subject holds itself at one moment. All motion is a pure function of time that gives one of these. */

export interface Pose {
  /** Added to the subject's place, as shares of its own height; positive is right and up. */
  right: number
  up: number
  /** Radians, towards the way it faces when positive. */
  lean: number
  /** 1 is its own size; squash and stretch keep the volume when one is the inverse of the other. */
  stretchX: number
  stretchY: number
  /** A wave that runs through the body, share of its height; 0 keeps it stiff. */
  bend: number
  /** Where in its cycle the wave is, radians. */
  bendPhase: number
  /** 0 in the air to 1 with the foot on the ground: shadows and splashes follow it. */
  contact: number
  alpha: number
}

export const restingPose: Pose = {
  right: 0,
  up: 0,
  lean: 0,
  stretchX: 1,
  stretchY: 1,
  bend: 0,
  bendPhase: 0,
  contact: 1,
  alpha: 1,
}

/** The pose of a subject that does this, `seconds` into the shot; `phase` (radians) keeps a crowd out of step. */
export type Motion = (seconds: number, phase: number) => Pose

/** Squash (below 1) and stretch (above 1) along the upright, with the volume kept. */
export function stretched(amount: number): Pick<Pose, 'stretchX' | 'stretchY'> {
  return { stretchX: 1 / Math.sqrt(amount), stretchY: amount }
}
