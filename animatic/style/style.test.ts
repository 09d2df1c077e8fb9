import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { drawFilm } from '../render/draw-film.ts'
import type { Shot, ShotPlan, Style } from '../script/shot-plan.ts'
import { lumaOf } from './raster.ts'

const [width, height] = [640, 360]

const shot: Shot = {
  startSeconds: 0,
  seconds: 4,
  place: 'park',
  timeOfDay: 'day',
  weather: 'clear',
  season: 'summer',
  camera: 'tracking',
  subjects: [
    { words: 'dog', drawing: 'dog', kind: 'animal', count: 1, heightMetres: 0.6, action: 'run', colour: '#c02020' },
  ],
}

/** The frames at these moments, as opaque pixels. */
async function framesOf(style: Style | undefined, times: readonly number[], seed = 3): Promise<Uint32Array[]> {
  const plan: ShotPlan = { prompt: '', mood: 'calm', tempo: 1, shots: [shot], unresolved: [] }
  if (style) plan.style = style
  const drawer = await drawFilm({ plan, width, height, seed, images: [], character: undefined })
  const canvas = createCanvas(width, height)
  const frames: Uint32Array[] = []
  for (const time of times) {
    await drawer.draw(canvas.getContext('2d'), time)
    frames.push(new Uint32Array(new Uint8Array(canvas.data()).buffer))
  }
  return frames
}

async function frameOf(style?: Style): Promise<Uint32Array> {
  const [frame] = await framesOf(style, [1])
  assert.ok(frame)
  return frame
}

const redOf = (pixel: number) => pixel & 255
const greenOf = (pixel: number) => (pixel >>> 8) & 255
const blueOf = (pixel: number) => (pixel >>> 16) & 255

/** The mean over the frame of what is measured at a pixel. */
function mean(frame: Uint32Array, measure: (pixel: number, at: number) => number): number {
  let sum = 0
  for (let at = 0; at < frame.length; at++) sum += measure(frame[at] ?? 0, at)
  return sum / frame.length
}

const chromaOf = (pixel: number) =>
  Math.max(redOf(pixel), greenOf(pixel), blueOf(pixel)) - Math.min(redOf(pixel), greenOf(pixel), blueOf(pixel))
const shareOf = (frame: Uint32Array, holds: (pixel: number) => boolean) =>
  mean(frame, (pixel) => (holds(pixel) ? 1 : 0))

function contrast(frame: Uint32Array): number {
  const middle = mean(frame, lumaOf)
  return Math.sqrt(mean(frame, (pixel) => (lumaOf(pixel) - middle) ** 2))
}

const painted: readonly Style[] = ['black-and-white', 'film-noir', 'vintage']

for (const style of painted) {
  test(`${style}: moves, is never flat, covers the frame and is the same for the same seed`, async () => {
    const [first, second, last] = await framesOf(style, [1, 1 + 1 / 30, 3.9])
    const [again] = await framesOf(style, [3.9])
    assert.ok(first && second && last && again)
    assert.deepEqual(last, again)
    assert.notDeepEqual(first, second)
    for (const frame of [first, second, last]) {
      assert.ok(contrast(frame) > 12, `the contrast is ${contrast(frame)}`)
      assert.ok(frame.every((pixel) => pixel >>> 24 === 255))
    }
    const plain = await frameOf()
    assert.ok(
      mean(first, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(plain[at] ?? 0))) > 3,
      'it differs from the plain film',
    )
  })
}

test('black and white has no colour and keeps its greys', async () => {
  const frame = await frameOf('black-and-white')
  assert.equal(mean(frame, chromaOf), 0)
  assert.ok(new Set(frame).size > 100)
})

test('film noir is nearly colourless, dark, and harder than black and white', async () => {
  const noir = await frameOf('film-noir')
  const plain = await frameOf('black-and-white')
  assert.ok(mean(noir, chromaOf) < 6)
  assert.ok(shareOf(noir, (pixel) => lumaOf(pixel) < 24) > 0.15, 'much of it lies in the dark')
  assert.ok(contrast(noir) > contrast(plain))
})

test('vintage film is sepia, grained, and its light wavers', async () => {
  const [first, second] = await framesOf('vintage', [1, 1 + 1 / 12])
  assert.ok(first && second)
  const sepia = shareOf(first, (pixel) => redOf(pixel) >= greenOf(pixel) && greenOf(pixel) > blueOf(pixel))
  assert.ok(sepia > 0.97, `${sepia} of it is sepia`)
  const speckle = mean(first, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(first[at + 1] ?? pixel)))
  const smooth = await frameOf('black-and-white')
  assert.ok(speckle > mean(smooth, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(smooth[at + 1] ?? pixel))) * 0.9)
  assert.ok(Math.abs(mean(first, lumaOf) - mean(second, lumaOf)) > 0.05)
})
