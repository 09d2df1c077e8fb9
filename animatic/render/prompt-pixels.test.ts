/** What a prompt says is what the frames show. A thing's own pixels are those that change when its colour does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from '../script/read-prompt.ts'
import { drawFilm } from './draw-film.ts'

const [width, height] = [256, 144]
const seconds = 4

interface Filming {
  times?: readonly number[]
  seed?: number
  size?: readonly [number, number]
}

async function framesOf(
  prompt: string,
  { times = [1], seed = 3, size = [width, height] }: Filming = {},
): Promise<Buffer[]> {
  const film = await drawFilm({
    plan: readPrompt(prompt, seconds),
    width: size[0],
    height: size[1],
    seed,
    images: [],
    character: undefined,
  })
  const frames: Buffer[] = []
  for (const time of times) {
    frames.push(Buffer.from(await film.draw(time)))
  }
  return frames
}

interface Pixel {
  x: number
  y: number
  /** Channels of the first film. */
  red: number
  green: number
  blue: number
}

/** The pixels of what `{}` stands before, frame by frame: where the film in red and the one in blue differ. */
async function pixelsOf(prompt: string, filming: Filming = {}): Promise<Pixel[][]> {
  const across = filming.size?.[0] ?? width
  const [reds, blues] = await Promise.all([
    framesOf(prompt.replace('{}', 'red'), filming),
    framesOf(prompt.replace('{}', 'blue'), filming),
  ])
  return reds.map((frame, index) => {
    const other = blues[index]!
    const pixels: Pixel[] = []
    for (let at = 0; at < frame.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = frame.subarray(at, at + 3)
      if (Math.abs(red - (other[at] ?? 0)) + Math.abs(blue - (other[at + 2] ?? 0)) < 60) continue
      pixels.push({ x: (at / 4) % across, y: Math.floor(at / 4 / across), red, green, blue })
    }
    return pixels
  })
}

function middleOf(pixels: readonly Pixel[]): { x: number; y: number } {
  const sum = (axis: 'x' | 'y') => pixels.reduce((total, pixel) => total + pixel[axis], 0) / pixels.length
  return { x: sum('x'), y: sum('y') }
}

/** How many patches of more than `least` pixels hang together. */
function patches(pixels: readonly Pixel[], least: number): number {
  const open = new Set(pixels.map(({ x, y }) => y * width + x))
  let found = 0
  for (const start of open) {
    const queue = [start]
    open.delete(start)
    let size = 0
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      size++
      for (const next of [
        at - 1,
        at + 1,
        at - width,
        at + width,
        at - width - 1,
        at - width + 1,
        at + width - 1,
        at + width + 1,
      ])
        if (open.delete(next)) queue.push(next)
    }
    if (size >= least) found++
  }
  return found
}

for (const thing of [
  'umbrella',
  'car',
  'bicycle',
  'bird',
  'suitcase',
  'bowl',
  'chair',
  'vase',
  'cat',
  'balloon',
  'boat',
  'flower',
  'truck',
]) {
  test(`a red ${thing} is red where it is drawn`, async () => {
    const [pixels = []] = await pixelsOf(`a {} ${thing}`)
    assert.ok(pixels.length > width * height * 0.003, `${pixels.length} pixels`)
    const red = pixels.filter((pixel) => pixel.red > pixel.green * 1.15 && pixel.red > pixel.blue * 1.05)
    assert.ok(red.length > pixels.length * 0.9, `${red.length} of ${pixels.length} are red`)
  })
}

for (const [words, count] of [
  ['three {} dogs', 3],
  ['two {} cats in a garden', 2],
  ['four {} cars', 4],
  ['five {} umbrellas on a beach', 5],
  ['a {} chair in a kitchen', 1],
] as const) {
  test(`"${words}" shows ${count} bodies, each apart`, async () => {
    const [pixels = []] = await pixelsOf(words)
    assert.equal(patches(pixels, 40), count)
  })
}

const sides = {
  'on the left of': (one: Point, other: Point) => one.x < other.x - width * 0.05,
  'to the right of': (one: Point, other: Point) => one.x > other.x + width * 0.05,
  'on top of': (one: Point, other: Point) =>
    one.y < other.y - height * 0.03 && Math.abs(one.x - other.x) < width * 0.12,
  under: (one: Point, other: Point) => one.y > other.y && Math.abs(one.x - other.x) < width * 0.15,
}
type Point = { x: number; y: number }

for (const [one, side, other] of [
  ['cat', 'on the left of', 'dog'],
  ['car', 'on the left of', 'bus'],
  ['vase', 'on the left of', 'bottle'],
  ['horse', 'to the right of', 'cow'],
  ['chair', 'to the right of', 'couch'],
  ['bird', 'to the right of', 'cat'],
  ['cat', 'on top of', 'car'],
  ['toaster', 'on top of', 'suitcase'],
  ['apple', 'on top of', 'bowl'],
  ['dog', 'under', 'umbrella'],
  ['chair', 'under', 'suitcase'],
  ['cat', 'under', 'chair'],
] as const) {
  test(`${one} ${side} ${other}: seen there, and whole`, async () => {
    for (const seed of [3, 4]) {
      const times = [0.2, 3.6]
      const ones = await pixelsOf(`a {} ${one} ${side} a ${other}`, { times, seed })
      const others = await pixelsOf(`a ${one} ${side} a {} ${other}`, { times, seed })
      for (const index of times.keys()) {
        assert.ok(sides[side](middleOf(ones[index]!), middleOf(others[index]!)), `seed ${seed}, frame ${index}`)
        for (const pixels of [ones[index]!, others[index]!])
          assert.ok(edgeShare(pixels) === 0, `seed ${seed}: cut by the edge`)
      }
    }
  })
}

/** The share of pixels on the frame's own edge. */
function edgeShare(pixels: readonly Pixel[], [across, down] = [width, height]): number {
  if (pixels.length === 0) return 1
  return pixels.filter(({ x, y }) => x === 0 || y === 0 || x === across - 1 || y === down - 1).length / pixels.length
}

for (const prompt of [
  'a {} cat walking in a park',
  'a {} car driving through a city',
  'a {} bird flying over the sea',
  'a {} dog running past a house',
  'a {} horse running beside a cow',
  'a {} balloon floating in the sky',
  'a {} boat in a harbour',
  'a {} fish swimming underwater',
  'a {} chair in a living room, zoom in',
  'a {} cat and a dog and a bird',
]) {
  test(`"${prompt}": the subject is in the frame in 19 of 20 frames, upright or wide`, async () => {
    for (const size of [
      [width, height],
      [108, 192],
    ] as const) {
      const times = Array.from({ length: 20 }, (_, index) => (index * seconds) / 20.01)
      const frames = await pixelsOf(prompt, { times, size })
      const whole = frames.filter((pixels) => pixels.length > 30 && edgeShare(pixels, [...size]) < 0.02)
      assert.ok(whole.length >= 19, `${whole.length} of 20 at ${size.join('x')}`)
    }
  })
}

test('small things in a room stand on a table, what is alive on the floor', async () => {
  for (const [prompt, isOnFloor] of [
    ['a {} apple in a kitchen', false],
    ['a {} vase and a bottle', false],
    ['a {} chair in a kitchen', true],
    ['a {} cat in a living room', true],
  ] as const) {
    const [pixels = []] = await pixelsOf(prompt)
    const lowest = Math.max(...pixels.map(({ y }) => y))
    assert.equal(lowest > height * 0.78, isOnFloor, `${prompt} ends at ${lowest} of ${height}`)
  }
})

function difference(one: Buffer, other: Buffer): number {
  let sum = 0
  for (let at = 1; at < one.length; at += 4) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  return sum / (one.length / 4)
}

for (const prompt of ['a {} cat running on a river', 'a {} dog walking across a lake']) {
  test(`"${prompt}": its image in the water begins where it ends`, async () => {
    for (const pixels of await pixelsOf(prompt, { times: [0.5, 1.1, 1.3, 2.7] })) {
      const rows = new Set(pixels.map(({ y }) => y))
      const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
      const bare = Array.from({ length: bottom - top }, (_, index) => top + index).filter((row) => !rows.has(row))
      assert.ok(bare.length <= 1, `no pixel in the rows ${bare.join(', ')} of ${top} to ${bottom}`)
    }
  })
}

test('rain moves: two frames in a row differ more than without it', async () => {
  const times = [1, 1 + 1 / 30]
  const [dry, next] = await framesOf('a bench in a park in the morning, static camera', { times })
  const [wet, later] = await framesOf('a bench in a park in the morning in heavy rain, static camera', { times })
  assert.ok(difference(wet!, later!) > difference(dry!, next!) * 1.5)
})

for (const prompt of [
  'a {} cat walking in a park, static camera',
  'a {} cat walking in a park',
  'a {} dog running on a beach',
]) {
  test(`"${prompt}" has no jump between frames`, async () => {
    const times = Array.from({ length: 60 }, (_, index) => 1 + index / 30)
    const middles = (await pixelsOf(prompt, { times })).map(middleOf)
    const steps = middles.slice(1).map(({ x, y }, index) => Math.hypot(x - middles[index]!.x, y - middles[index]!.y))
    assert.ok(Math.max(...steps) < width * 0.02, `${Math.max(...steps)} pixels`)
    const heights = middles.map(({ y }) => y)
    assert.ok(Math.max(...heights) - Math.min(...heights) > 0.4, 'it bounces')
  })
}

for (const prompt of [
  'a cat walking in a forest',
  'a sailboat on a lake',
  'a person dancing on a stage',
  'mountains at dawn',
]) {
  test(`"${prompt}" looks different with another seed, and the same with the same`, async () => {
    const [first] = await framesOf(prompt, { seed: 1 })
    const [again] = await framesOf(prompt, { seed: 1 })
    const [other] = await framesOf(prompt, { seed: 2 })
    assert.ok(first!.equals(again!))
    assert.ok(difference(first!, other!) > 4, `${difference(first!, other!)} of 255`)
  })
}

/** The mean of all channels. */
function brightness(frame: Buffer): number {
  return frame.reduce((sum, value) => sum + value, 0) / frame.length
}

test('in a time-lapse the light runs on: it ends darker than it began, and is not so in life', async () => {
  const [first, last] = await framesOf('a time-lapse of a meadow', { times: [0.1, 3.9] })
  const [before, after] = await framesOf('a meadow', { times: [0.1, 3.9] })
  const fall = brightness(last!) / brightness(first!)
  const rest = brightness(after!) / brightness(before!)
  assert.ok(fall < 0.85 && rest > 0.95, `${fall} ${rest}`)
})

test('from one frame to the next less moves in slow motion, and more in a time-lapse', async () => {
  const changed = async (prompt: string) => {
    const [one, other] = await framesOf(prompt, { times: [1, 1 + 1 / 30] })
    return one!.reduce((sum, value, at) => sum + Math.abs(value - (other![at] ?? 0)), 0)
  }
  const [slow = 0, usual = 0, quick = 0] = await Promise.all(
    ['slow motion', 'film', 'time-lapse'].map((kind) => changed(`a ${kind} of a dog running in a park`)),
  )
  assert.ok(slow * 1.2 < usual && usual * 1.2 < quick, `${slow} ${usual} ${quick}`)
})
