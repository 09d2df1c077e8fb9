import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLoop } from './loop.ts'

/** A bright spot on a line of 60 pixels. */
function frameWith(position: number): Uint8ClampedArray {
  const frame = new Uint8ClampedArray(60 * 4)
  for (let x = 0; x < 60; x++) {
    const light = Math.max(0, 1 - Math.abs(x - position) / 6)
    frame.set([light * 255, light * 200, 90, 255], x * 4)
  }
  return frame
}

function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0)
}

function largestStep(frames: readonly Uint8ClampedArray[]): number {
  return Math.max(...frames.map((frame, nth) => difference(frame, frames[(nth + 1) % frames.length]!)))
}

test('frames that swing go round at the end of a swing, without a jump', () => {
  const frames = Array.from({ length: 50 }, (_, nth) => frameWith(30 + 14 * Math.sin((nth / 20) * Math.PI * 2)))
  const steps = frames.slice(1).map((frame, nth) => difference(frame, frames[nth]!))
  const loop = makeLoop(frames)
  assert.equal(loop.kind, 'round')
  assert.ok(loop.frames.length >= 25)
  assert.ok(largestStep(loop.frames) <= Math.max(...steps) * 1.5)
})

test('frames that only go one way are played to and fro, without a jump', () => {
  const frames = Array.from({ length: 40 }, (_, nth) => frameWith(8 + nth))
  const steps = frames.slice(1).map((frame, nth) => difference(frame, frames[nth]!))
  const loop = makeLoop(frames)
  assert.equal(loop.kind, 'to-and-fro')
  assert.ok(largestStep(loop.frames) <= Math.max(...steps) * 1.5)
  assert.ok(new Set(loop.frames).size > 30, 'nearly all frames are shown')
})

test('one frame or two are a loop too', () => {
  assert.equal(makeLoop([frameWith(3)]).frames.length, 1)
  assert.equal(makeLoop([frameWith(3), frameWith(4)]).frames.length, 2)
})
