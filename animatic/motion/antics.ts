/** What subjects do without going anywhere. */
import { type Motion, restingPose, stretched } from './pose.ts'

const turn = Math.PI * 2

/** Breathing, and a small shift of weight. */
export const stand: Motion = (seconds, phase) => ({
  ...restingPose,
  lean: 0.014 * Math.sin(seconds * 0.9 + phase),
  ...stretched(1 + 0.014 * Math.sin(seconds * 2.4 + phase)),
})

export const sit: Motion = (seconds, phase) => ({
  ...restingPose,
  lean: 0.02 * Math.sin(seconds * 0.7 + phase),
  ...stretched(0.96 + 0.016 * Math.sin(seconds * 2.1 + phase)),
})

/** Slow deep breaths, head low. */
export const sleep: Motion = (seconds, phase) => ({
  ...restingPose,
  lean: 0.04,
  ...stretched(0.9 + 0.035 * Math.sin(seconds * 1.5 + phase)),
})

/** Crouch, leap, hang, land: one jump in 1.1 seconds. */
export const jump: Motion = (seconds, phase) => {
  const share = (((seconds / 1.1 + phase / turn) % 1) + 1) % 1
  const air = share < 0.25 || share > 0.85 ? 0 : Math.sin(((share - 0.25) / 0.6) * Math.PI)
  const crouch =
    share < 0.25
      ? Math.sin((share / 0.25) * Math.PI)
      : share > 0.85
        ? Math.sin(((share - 0.85) / 0.15) * Math.PI) * 0.8
        : 0
  return {
    ...restingPose,
    up: air * 0.4,
    ...stretched(1 + air * 0.07 - crouch * 0.16),
    lean: 0.06 * Math.cos(share * turn),
    contact: air > 0 ? 0 : 1,
  }
}

/** Sways, hops on the beat and turns about. */
export const dance: Motion = (seconds, phase) => {
  const beat = seconds * turn * 1.0 + phase
  const hop = Math.abs(Math.sin(beat))
  return {
    ...restingPose,
    right: 0.1 * Math.sin(beat),
    up: hop * 0.1,
    lean: 0.17 * Math.sin(beat + 0.4),
    stretchX: Math.cos(Math.sin(beat / 4) * 1.1) / Math.sqrt(0.96 + hop * 0.08),
    stretchY: 0.96 + hop * 0.08,
    contact: 1 - hop,
  }
}

/** Weightless: slow drift and a slow turn. */
export const float: Motion = (seconds, phase) => ({
  ...restingPose,
  right: 0.1 * Math.sin(seconds * 0.43 + phase),
  up: 0.11 * Math.sin(seconds * 0.67 + phase * 1.7),
  lean: 0.13 * Math.sin(seconds * 0.38 + phase),
  contact: 0,
})

/** Comes down swaying like a leaf, again and again. */
export const fall: Motion = (seconds, phase) => {
  const share = (((seconds / 4 + phase / turn) % 1) + 1) % 1
  return {
    ...restingPose,
    right: 0.22 * Math.sin(share * turn * 1.5),
    up: 1.3 * (1 - share) ** 1.2,
    lean: 0.35 * Math.cos(share * turn * 1.5),
    contact: share > 0.92 ? 1 : 0,
    alpha: Math.min(1, share * 8, (1 - share) * 12),
  }
}

export const spin: Motion = (seconds, phase) => {
  const turned = Math.cos(seconds * 3.2 + phase)
  return {
    ...restingPose,
    up: 0.03 * Math.abs(turned),
    stretchX: Math.sign(turned || 1) * Math.max(0.12, Math.abs(turned)),
  }
}

/** Rocks from side to side, as one who greets. */
export const wave: Motion = (seconds, phase) => ({
  ...restingPose,
  lean: 0.13 * Math.sin(seconds * 5.2 + phase),
  ...stretched(1 + 0.02 * Math.sin(seconds * 5.2 + phase)),
})

/** Nods down to what it eats. */
export const eat: Motion = (seconds, phase) => {
  const bite = Math.max(0, Math.sin(seconds * 4.4 + phase))
  return { ...restingPose, lean: 0.1 * bite, ...stretched(1 - 0.05 * bite) }
}

/** Little hops to and fro. */
export const play: Motion = (seconds, phase) => {
  const hop = Math.abs(Math.sin(seconds * 4.2 + phase))
  return {
    ...restingPose,
    right: 0.24 * Math.sin(seconds * 1.1 + phase),
    up: 0.15 * hop,
    lean: 0.12 * Math.sin(seconds * 2.1 + phase),
    ...stretched(0.94 + 0.1 * hop),
    contact: 1 - hop,
  }
}

export const talk: Motion = (seconds, phase) => ({
  ...restingPose,
  lean: 0.035 * Math.sin(seconds * 2.3 + phase),
  ...stretched(1 + 0.02 * Math.sin(seconds * 9 + phase) * Math.sin(seconds * 1.7 + phase)),
})

export const work: Motion = (seconds, phase) => {
  const effort = Math.sin(seconds * 5.6 + phase)
  return { ...restingPose, lean: 0.05 + 0.06 * effort, ...stretched(1 - 0.025 * Math.max(0, effort)) }
}

/** Rises out of the ground over four seconds, then lives on. */
export const grow: Motion = (seconds, phase) => {
  const share = Math.min(1, seconds / 4)
  const size = 0.25 + 0.75 * (1 - (1 - share) ** 3)
  return { ...stand(seconds, phase), stretchX: size, stretchY: size * (1 + 0.02 * Math.sin(seconds * 3)) }
}

/** Flickers as flames do. */
export const burn: Motion = (seconds, phase) => ({
  ...restingPose,
  ...stretched(1 + 0.05 * Math.sin(seconds * 9 + phase) + 0.03 * Math.sin(seconds * 14.3)),
  lean: 0.03 * Math.sin(seconds * 6.1 + phase),
})

/** Swells and dims slowly. */
export const shine: Motion = (seconds, phase) => {
  const pulse = 1 + 0.035 * Math.sin(seconds * 2 + phase)
  return { ...restingPose, stretchX: pulse, stretchY: pulse }
}
