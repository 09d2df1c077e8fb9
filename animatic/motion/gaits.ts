/** Getting about on foot, on wheels, in water and in the air. */
import { type Motion, restingPose, stretched } from './pose.ts'

const turn = Math.PI * 2

/** A gallop: the body rocks, stretches in flight and gathers when it lands. */
export const run: Motion = (seconds, phase) => {
  const stride = seconds * turn * 2.5 + phase
  const hop = Math.abs(Math.sin(stride / 2))
  return {
    ...restingPose,
    up: hop ** 1.4 * 0.13,
    lean: 0.05 + Math.sin(stride + 0.6) * 0.075,
    ...stretched(0.95 + hop * 0.09),
    bend: 0.028,
    bendPhase: stride,
    contact: 1 - hop,
  }
}

export const walk: Motion = (seconds, phase) => {
  const stride = seconds * turn * 1.7 + phase
  const rise = Math.abs(Math.sin(stride / 2))
  return {
    ...restingPose,
    up: rise * 0.035,
    lean: Math.sin(stride / 2) * 0.045,
    ...stretched(0.985 + rise * 0.03),
    bend: 0.012,
    bendPhase: stride,
    contact: 1 - rise * 0.4,
  }
}

/** Wheels on a road: a quick small shake over a slow spring. */
export const drive: Motion = (seconds, phase) => ({
  ...restingPose,
  up: 0.008 + 0.008 * Math.sin(seconds * 21 + phase) + 0.012 * Math.abs(Math.sin(seconds * 3.1 + phase)),
  lean: 0.012 * Math.sin(seconds * 3.1 + phase),
  ...stretched(1 + 0.01 * Math.sin(seconds * 21 + phase)),
})

/** A mount and its rider, or a vehicle on two wheels. */
export const ride: Motion = (seconds, phase) => {
  const pace = seconds * turn * 1.6 + phase
  return { ...restingPose, up: 0.03 + 0.03 * Math.sin(pace), lean: 0.05 * Math.sin(pace + 0.7), contact: 0.9 }
}

/** A wave from head to tail, as fish and whales swim. */
export const swim: Motion = (seconds, phase) => {
  const stroke = seconds * turn * 0.85 + phase
  return {
    ...restingPose,
    up: 0.05 * Math.sin(stroke * 0.5),
    lean: 0.06 * Math.sin(stroke * 0.5 + 1),
    bend: 0.045,
    bendPhase: stroke * 1.4,
    stretchX: 1 + 0.02 * Math.sin(stroke),
    contact: 0.6,
  }
}

/** Wing beats lift and let fall; the body answers late. */
export const fly: Motion = (seconds, phase) => {
  const beat = seconds * turn * 1.5 + phase
  const glide = seconds * turn * 0.22 + phase
  return {
    ...restingPose,
    up: 0.16 * Math.sin(glide) + 0.045 * Math.sin(beat),
    lean: 0.1 * Math.cos(glide) - 0.05,
    ...stretched(1 + 0.05 * Math.sin(beat + 0.8)),
    bend: 0.025,
    bendPhase: beat,
    contact: 0,
  }
}

/** Engines hold an aircraft steady but for the wind. */
export const glide: Motion = (seconds, phase) => ({
  ...restingPose,
  up: 0.07 * Math.sin(seconds * 1.3 + phase) + 0.02 * Math.sin(seconds * 3.7 + phase),
  lean: 0.05 * Math.sin(seconds * 1.3 + phase + 1.2),
  contact: 0,
})

/** Afloat on water: rides the swell. */
export const sail: Motion = (seconds, phase) => ({
  ...restingPose,
  up: 0.022 * Math.sin(seconds * 1.9 + phase),
  lean: 0.05 * Math.sin(seconds * 1.45 + phase + 0.8),
  contact: 1,
})

/** The quick beat of a butterfly's or a bee's wings, on a wandering path. */
export const flutter: Motion = (seconds, phase) => {
  const beat = Math.abs(Math.sin(seconds * 11 + phase))
  return {
    ...restingPose,
    right: 0.3 * Math.sin(seconds * 0.9 + phase) + 0.1 * Math.sin(seconds * 2.3 + phase),
    up: 0.25 * Math.sin(seconds * 1.3 + phase * 2) + 0.06 * beat,
    lean: 0.2 * Math.sin(seconds * 1.1 + phase),
    stretchX: 0.45 + 0.55 * beat,
    contact: 0,
  }
}
