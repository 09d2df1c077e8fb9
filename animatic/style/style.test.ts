import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawFilm } from '../render/draw-film.ts'
import type { Shot, ShotPlan, Style } from '../script/shot-plan.ts'
import { passes } from './index.ts'
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
async function framesOf(
  style: Style | undefined,
  times: readonly number[],
  seed = 3,
  told: Shot = shot,
): Promise<Uint32Array[]> {
  const plan: ShotPlan = { prompt: '', mood: 'calm', tempo: 1, shots: [told], unresolved: [] }
  if (style) plan.style = style
  const drawer = await drawFilm({ plan, width, height, seed, images: [], character: undefined })
  const frames: Uint32Array[] = []
  for (const time of times) {
    frames.push(new Uint32Array(new Uint8Array(await drawer.draw(time)).buffer))
  }
  return frames
}

async function frameOf(style?: Style, told?: Shot): Promise<Uint32Array> {
  const [frame] = await framesOf(style, [1], 3, told)
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

const painted = Object.keys(passes) as Style[]

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
  const night: Shot = { ...shot, timeOfDay: 'night', place: 'street' }
  const noir = await frameOf('film-noir', night)
  const plain = await frameOf('black-and-white', night)
  assert.ok(mean(noir, chromaOf) < 6)
  assert.ok(shareOf(noir, (pixel) => lumaOf(pixel) < 24) > 0.3, 'much of it lies in the dark')
  assert.ok(contrast(noir) > contrast(plain))
})

test('film noir keeps the bright sky of a sunset from burning out', async () => {
  const noir = await frameOf('film-noir', { ...shot, timeOfDay: 'sunset', place: 'beach' })
  assert.ok(shareOf(noir, (pixel) => lumaOf(pixel) > 235) < 0.04)
})

test('a figure of the colour of its ground stands out in oil and in pencil', async () => {
  const desert: Shot = { ...shot, place: 'desert', camera: 'static' }
  const [dog] = shot.subjects
  const sandy: Shot = { ...desert, subjects: dog ? [{ ...dog, action: 'stand', colour: '#e0a860' }] : [] }
  for (const style of ['oil-painting', 'pencil-sketch'] as const) {
    const ground = await frameOf(style, { ...desert, subjects: [] })
    const frame = await frameOf(style, sandy)
    const darker = frame.filter((pixel, at) => lumaOf(ground[at]!) - lumaOf(pixel) > 40).length / frame.length
    assert.ok(darker > 0.006, `${style}: ${darker}`)
  }
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

test('pixel art is made of square cells of one colour, of few colours in all', async () => {
  const frame = await frameOf('pixel-art')
  const steps = new Map<number, number>()
  for (let x = 1; x < width; x++) {
    let differing = 0
    for (let y = 0; y < height; y++) if (frame[y * width + x] !== frame[y * width + x - 1]) differing++
    steps.set(x, differing)
  }
  const edges = [...steps].filter(([, differing]) => differing > 0).map(([x]) => x)
  const cell = edges[0] ?? 1
  assert.ok(cell >= 2)
  assert.ok(
    edges.every((x) => x % cell === 0),
    'colours change at the edges of cells only',
  )
  assert.ok(new Set(frame).size < 400)
})

test('a pencil sketch is near white, without colour, with dark lines', async () => {
  const frame = await frameOf('pencil-sketch')
  assert.ok(shareOf(frame, (pixel) => lumaOf(pixel) > 200) > 0.55)
  assert.ok(shareOf(frame, (pixel) => lumaOf(pixel) < 110) > 0.01)
  assert.ok(mean(frame, chromaOf) < 14)
})

test('a pencil sketch is redrawn eight times a second, and stands still between', async () => {
  const still: Shot = { ...shot, place: 'meadow', subjects: [], camera: 'static' }
  const [first, soon, redrawn] = await framesOf('pencil-sketch', [1, 1.03, 1.13], 3, still)
  assert.ok(first && soon && redrawn)
  const differing = (one: Uint32Array, other: Uint32Array) =>
    mean(one, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(other[at] ?? 0)))
  assert.ok(differing(first, redrawn) > differing(first, soon) * 1.5)
})

test('a comic has black outlines, strong colours and a white gutter', async () => {
  const [frame, plain] = [await frameOf('comic'), await frameOf()]
  assert.ok(shareOf(frame, (pixel) => lumaOf(pixel) < 40) > shareOf(plain, (pixel) => lumaOf(pixel) < 40) + 0.02)
  assert.ok(mean(frame, chromaOf) > mean(plain, chromaOf))
  for (let x = 0; x < width; x += 7) assert.ok(lumaOf(frame[x] ?? 0) > 240)
})

test('a woodblock print has a blue gradient above, few pigments, paper around it and a red seal', async () => {
  const frame = await frameOf('woodblock')
  const blueness = (from: number, to: number) => {
    const rows = frame.subarray(Math.round(height * from) * width, Math.round(height * to) * width)
    return mean(rows, (pixel) => blueOf(pixel) - redOf(pixel))
  }
  assert.ok(blueness(0.05, 0.1) > blueness(0.2, 0.25))
  assert.ok(mean(frame.subarray(0, width * 2), lumaOf) > 190, 'paper')
  const corner = frame.filter((_, at) => at % width > width * 0.8 && at < frame.length / 2)
  assert.ok(shareOf(corner, (pixel) => redOf(pixel) > 150 && greenOf(pixel) < 80 && blueOf(pixel) < 80) > 0.004)
})

test('anime keeps the colours, brighter and stronger, in flat areas', async () => {
  const [frame, plain] = [await frameOf('anime'), await frameOf()]
  assert.ok(mean(frame, chromaOf) > mean(plain, chromaOf))
  assert.ok(mean(frame, lumaOf) > mean(plain, lumaOf))
})

test('cyberpunk is dark, its light magenta and cyan, and its floor mirrors what glows', async () => {
  const frame = await frameOf('cyberpunk')
  assert.ok(mean(frame, (pixel) => blueOf(pixel) - greenOf(pixel)) > 25)
  assert.ok(shareOf(frame, (pixel) => greenOf(pixel) > redOf(pixel) && greenOf(pixel) > blueOf(pixel)) < 0.05)
})

test('the surreal bends space slowly', async () => {
  const still: Shot = { ...shot, place: 'office', subjects: [], camera: 'static' }
  const [first, soon, later] = await framesOf('surreal', [1, 1 + 1 / 30, 3], 3, still)
  const [plain, plainLater] = await framesOf(undefined, [1, 3], 3, still)
  assert.ok(first && soon && later && plain && plainLater)
  const differing = (one: Uint32Array, other: Uint32Array) =>
    mean(one, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(other[at] ?? 0)))
  assert.ok(differing(first, later) > differing(plain, plainLater), 'it moves where nothing else does')
  assert.ok(differing(first, soon) < differing(first, later) / 2, 'and slowly')
})

/** How much neighbours differ, over the upper quarter of the frame, where there is little but sky. */
function texture(frame: Uint32Array): number {
  const sky = frame.subarray(Math.round(height * 0.05) * width, Math.round(height * 0.25) * width)
  return mean(sky, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(sky[at + 1] ?? pixel)))
}

test('a watercolour is lighter than life and leaves the rim of its paper white', async () => {
  const [frame, plain] = [await frameOf('watercolour'), await frameOf()]
  assert.ok(mean(frame, lumaOf) > mean(plain, lumaOf))
  assert.ok(mean(frame.subarray(0, width), lumaOf) > 215)
  assert.ok(mean(plain.subarray(0, width), lumaOf) < 215)
})

test('an oil painting keeps the colours under ridges of paint that stay where they are', async () => {
  const still: Shot = { ...shot, subjects: [], camera: 'static' }
  const [first, soon] = await framesOf('oil-painting', [1, 1 + 1 / 30], 3, still)
  const [plain] = await framesOf(undefined, [1], 3, still)
  assert.ok(first && soon && plain)
  assert.ok(texture(first) > texture(plain) * 3)
  const moved = mean(first, (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(soon[at] ?? 0)))
  assert.ok(moved < texture(first) / 2, `the paint does not boil: ${moved} against ${texture(first)}`)
  for (const channel of [redOf, greenOf, blueOf])
    assert.ok(Math.abs(mean(first, channel) - mean(plain, channel)) < 24, 'the colours are kept')
})

test('Van Gogh lays strokes in the sky that turn, fuller in colour than life', async () => {
  const still: Shot = { ...shot, subjects: [], camera: 'static' }
  const [first, later] = await framesOf('van-gogh', [1, 2], 3, still)
  const [plain, plainLater] = await framesOf(undefined, [1, 2], 3, still)
  assert.ok(first && later && plain && plainLater)
  assert.ok(texture(first) > texture(plain) * 3)
  assert.ok(mean(first, chromaOf) > mean(plain, chromaOf))
  const changed = (one: Uint32Array, other: Uint32Array) =>
    mean(one.subarray(0, (width * height) / 3), (pixel, at) => Math.abs(lumaOf(pixel) - lumaOf(other[at] ?? 0)))
  assert.ok(changed(first, later) > changed(plain, plainLater) * 2)
})
