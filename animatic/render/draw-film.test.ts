import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import type { Shot, ShotPlan } from '../script/shot-plan.ts'
import { setNames } from '../sets/index.ts'
import { drawFilm } from './draw-film.ts'

const [width, height] = [320, 180]

function planOf(changes: Partial<Shot>): ShotPlan {
  const shot: Shot = {
    startSeconds: 0,
    seconds: 4,
    place: 'default',
    timeOfDay: 'day',
    weather: 'clear',
    season: 'summer',
    camera: 'tracking',
    subjects: [{ words: 'cat', drawing: 'cat', kind: 'animal', count: 1, heightMetres: 0.4, action: 'run' }],
    ...changes,
  }
  return { prompt: '', mood: 'calm', tempo: 1, shots: [shot], unresolved: [] }
}

async function framesOf(plan: ShotPlan, times: readonly number[]): Promise<Buffer[]> {
  const drawer = await drawFilm({ plan, width, height, seed: 3, images: [], character: undefined })
  const canvas = createCanvas(width, height)
  const frames: Buffer[] = []
  for (const time of times) {
    await drawer.draw(canvas.getContext('2d'), time)
    frames.push(Buffer.from(canvas.data()))
  }
  return frames
}

/** The spread of the green channel: near 0 for a frame of one colour. */
function contrast(frame: Buffer): number {
  const values = Array.from({ length: frame.length / 64 }, (_, index) => frame[index * 64 + 1] ?? 0)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function isOpaque(frame: Buffer): boolean {
  for (let at = 3; at < frame.length; at += 4) if (frame[at] !== 255) return false
  return true
}

for (const place of setNames) {
  test(`${place}: frames move, none is flat and none has a hole`, async () => {
    for (const timeOfDay of ['day', 'night'] as const) {
      const [first, second, last] = await framesOf(planOf({ place, timeOfDay }), [1, 1 + 1 / 30, 3.9])
      assert.ok(first && second && last)
      assert.ok(!first.equals(second), 'two frames in a row differ')
      for (const frame of [first, second, last]) {
        assert.ok(contrast(frame) > 6, `the contrast is ${contrast(frame)}`)
        assert.ok(isOpaque(frame))
      }
    }
  })
}

test('no camera move and no weather shows an edge of the painting', async () => {
  for (const camera of [
    'pan-left',
    'tilt-up',
    'tilt-down',
    'zoom-out',
    'dolly-in',
    'orbit',
    'crane-up',
    'aerial',
    'handheld',
  ] as const) {
    for (const frame of await framesOf(planOf({ camera, weather: 'storm', place: 'mountain' }), [0, 2, 3.9])) {
      assert.ok(isOpaque(frame), camera)
    }
  }
})

test('a frame does not depend on the frames before it', async () => {
  const plan = planOf({ place: 'river', weather: 'wind' })
  const [alone] = await framesOf(plan, [2.5])
  const after = await framesOf(plan, [0, 1, 2, 2.5])
  assert.ok(alone && after[3] && alone.equals(after[3]))
})
