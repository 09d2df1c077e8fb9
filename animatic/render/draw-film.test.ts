import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planMakings } from '../script/retell/plan-makings.ts'
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
  const frames: Buffer[] = []
  for (const time of times) {
    frames.push(Buffer.from(await drawer.draw(time)))
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

/** The mean difference of two frames, 0 to 255. */
function difference(one: Buffer, other: Buffer): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  return sum / one.length
}

test('a film that goes on is the film before it, frame for frame, and does not jump at the joint', async () => {
  const prompt = 'a girl with a yellow umbrella walks down a rainy street at night'
  const base = planMakings([{ kind: 'new', prompt, seconds: 4 }])
  const [first, last] = await framesOf(base, [0.5, 3.9])
  for (const words of ['continue', 'a dog joins, at dawn', 'the camera pans left']) {
    const plan = planMakings([
      { kind: 'new', prompt, seconds: 4 },
      { kind: 'extension', prompt: words, seconds: 8 },
    ])
    const step = 1 / 30
    const frames = await framesOf(plan, [0.5, 3.9, 4 - 2 * step, 4 - step, 4, 4 + step])
    assert.ok(first && last && frames[0]?.equals(first) && frames[1]?.equals(last), words)
    const [usual = 0, joint = 0, onward = 0] = [2, 3, 4].map((at) =>
      difference(frames[at] as Buffer, frames[at + 1] as Buffer),
    )
    assert.ok(Math.max(joint, onward) < usual * 1.5 + 0.5, `${words}: ${usual}, then ${joint} and ${onward}`)
  }
})

test('an edit has its source’s composition: where a colour is not named, every shape is where it was', async () => {
  const prompt = 'a girl with a yellow umbrella walks down a rainy street at night'
  const [source] = await framesOf(planMakings([{ kind: 'new', prompt, seconds: 4 }]), [2])
  const [edit] = await framesOf(
    planMakings([
      { kind: 'new', prompt, seconds: 4 },
      { kind: 'edit', prompt: 'make the umbrella red', seconds: 4 },
    ]),
    [2],
  )
  assert.ok(source && edit)
  let changed = 0
  for (let at = 0; at < source.length; at += 4) {
    const apart = [0, 1, 2].map((channel) => Math.abs((source[at + channel] ?? 0) - (edit[at + channel] ?? 0)))
    if (Math.max(...apart) > 12) changed++
  }
  const share = changed / (width * height)
  assert.ok(share > 0.005 && share < 0.05, `${share} of the picture changed`)
})
