import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { readPrompt } from '../script/read-prompt.ts'
import { withReferences } from '../script/references.ts'
import type { Mood } from '../script/shot-plan.ts'
import { referenceFacts } from '../sets/plate/reference-facts.ts'
import { drawFilm } from './draw-film.ts'

const [width, height, seconds] = [320, 180, 4]
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'references-'))
})
after(() => rm(folder, { recursive: true }))

async function picture(
  name: string,
  wide: number,
  high: number,
  paint: (brush: SKRSContext2D) => void,
): Promise<string> {
  const canvas = createCanvas(wide, high)
  paint(canvas.getContext('2d'))
  const path = join(folder, name)
  await writeFile(path, await canvas.encode('png'))
  return path
}

/** Blue sky with a white spot, green ground with tufts and a red spot near the lower edge. */
function landscape(name: string): Promise<string> {
  return picture(name, 640, 360, (brush) => {
    const sky = brush.createLinearGradient(0, 0, 0, 180)
    sky.addColorStop(0, '#4a90d8')
    sky.addColorStop(1, '#b8dcf4')
    brush.fillStyle = sky
    brush.fillRect(0, 0, 640, 180)
    brush.fillStyle = '#4f9a4a'
    brush.fillRect(0, 180, 640, 180)
    brush.fillStyle = '#3a7a3a'
    for (let index = 0; index < 120; index++) brush.fillRect((index * 83) % 640, 200 + ((index * 37) % 160), 7, 3)
    brush.fillStyle = '#ffffff'
    brush.fillRect(310, 60, 20, 14)
    brush.fillStyle = '#e01818'
    brush.fillRect(310, 312, 20, 14)
  })
}

interface FilmOptions {
  mood?: Mood
  /** Of the film, pixels. */
  size?: readonly [number, number]
}

async function framesOf(
  prompt: string,
  images: string[],
  times: readonly number[],
  { mood, size: [wide, high] = [width, height] }: FilmOptions = {},
): Promise<Buffer[]> {
  const read = readPrompt(prompt, seconds)
  const plan = withReferences({
    plan: mood ? { ...read, mood } : read,
    images: await referenceFacts(images),
    seconds,
    hasCharacter: false,
  })
  const drawer = await drawFilm({ plan, width: wide, height: high, seed: 3, images, character: undefined })
  const frames: Buffer[] = []
  for (const time of times) {
    frames.push(Buffer.from(await drawer.draw(time)))
  }
  return frames
}

type Test = (red: number, green: number, blue: number) => boolean

/** The box and middle of the pixels that pass. */
function find(frame: Buffer, passes: Test, wide = width) {
  const found = { left: wide, right: 0, top: 1e9, bottom: 0, x: 0, y: 0, count: 0 }
  for (let at = 0; at < frame.length; at += 4) {
    if (!passes(frame[at]!, frame[at + 1]!, frame[at + 2]!)) continue
    const [x, y] = [(at / 4) % wide, Math.floor(at / 4 / wide)]
    found.left = Math.min(found.left, x)
    found.right = Math.max(found.right, x)
    found.top = Math.min(found.top, y)
    found.bottom = Math.max(found.bottom, y)
    found.x += x
    found.y += y
    found.count++
  }
  return { ...found, x: found.x / found.count, y: found.y / found.count }
}

const isRed: Test = (red, green, blue) => red > 120 && green < 80 && blue < 80
const isWhite: Test = (red, green, blue) => red > 225 && green > 225 && blue > 225

function mean(frame: Buffer): number {
  let sum = 0
  for (let at = 0; at < frame.length; at += 4) sum += frame[at]! + frame[at + 1]! + frame[at + 2]!
  return sum / (frame.length * 0.75)
}

function contrast(frame: Buffer): number {
  const greens = Array.from({ length: frame.length / 32 }, (_, index) => frame[index * 32 + 1]!)
  const middle = greens.reduce((sum, value) => sum + value, 0) / greens.length
  return Math.sqrt(greens.reduce((sum, value) => sum + (value - middle) ** 2, 0) / greens.length)
}

/** Share of the pixels that differ by more than `least` levels in green. */
function changed(one: Buffer, other: Buffer, least: number): number {
  let count = 0
  for (let at = 1; at < one.length; at += 4) if (Math.abs(one[at]! - other[at]!) > least) count++
  return count / (one.length / 4)
}

test('a plate keeps the colours of the image', async () => {
  const image = await landscape('colours.png')
  const [frame] = await framesOf('a quiet lake', [image], [2])
  const histogram = (bytes: Buffer | Uint8ClampedArray) => {
    const bins = new Float64Array(64)
    for (let at = 0; at < bytes.length; at += 4) {
      bins[(bytes[at]! >> 6) * 16 + (bytes[at + 1]! >> 6) * 4 + (bytes[at + 2]! >> 6)]! += 4 / bytes.length
    }
    return bins
  }
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(await loadImage(image), 0, 0, width, height)
  const [own, shown] = [histogram(canvas.data()), histogram(frame!)]
  const distance = own.reduce((sum, value, bin) => sum + Math.abs(value - shown[bin]!), 0) / 2
  assert.ok(distance < 0.3, `the histograms are ${distance} apart`)
})

test('a portrait image in a landscape film is framed, not stretched: a circle stays a circle', async () => {
  const image = await picture('portrait.png', 300, 500, (brush) => {
    brush.fillStyle = '#7a9ab0'
    brush.fillRect(0, 0, 300, 500)
    brush.fillStyle = '#e01818'
    brush.beginPath()
    brush.arc(150, 250, 90, 0, Math.PI * 2)
    brush.fill()
  })
  for (const frame of await framesOf('a quiet lake', [image], [0.2, 3.8], { size: [640, 360] })) {
    const { left, right, top, bottom } = find(frame, (red, green, blue) => red > 190 && green < 70 && blue < 70, 640)
    const aspect = (right - left + 1) / (bottom - top + 1)
    assert.ok(Math.abs(aspect - 1) < 0.06, `the circle is ${aspect} times as wide as high`)
    assert.ok(bottom - top < 360 * 0.5, 'the image is seen whole')
  }
})

test('near things move more than far ones', async () => {
  const [first, last] = await framesOf('the camera pans right', [await landscape('depth.png')], [0.4, 3.6])
  const near = find(last!, isRed).x - find(first!, isRed).x
  const far = find(last!, isWhite).x - find(first!, isWhite).x
  assert.ok(near < -4, `the near spot moves by ${near} pixels`)
  assert.ok(near < far * 1.25, `near by ${near}, far by ${far} pixels`)
})

test('rain falls over the plate when the prompt says so', async () => {
  const image = await landscape('rain.png')
  const times = [1, 1 + 1 / 30]
  const [dry, dryAfter] = await framesOf('a quiet lake, static shot', [image], times, { size: [640, 360] })
  const [wet, wetAfter] = await framesOf('heavy rain, static shot', [image], times, { size: [640, 360] })
  const [calm, rainy] = [changed(dry!, dryAfter!, 14), changed(wet!, wetAfter!, 14)]
  assert.ok(rainy > calm + 0.003, `${rainy} of the pixels change in the rain, ${calm} without`)
})

test('night darkens the plate', async () => {
  const image = await landscape('night.png')
  const [day] = await framesOf('a quiet lake', [image], [1])
  const [night] = await framesOf('a quiet lake at night', [image], [1])
  assert.ok(mean(night!) < mean(day!) * 0.65, `${mean(night!)} at night, ${mean(day!)} by day`)
  assert.ok(contrast(night!) > 6)
})

for (const mood of ['calm', 'playful', 'epic'] as const) {
  test(`${mood}: the second image takes over, without a black, a flat or a torn frame`, async () => {
    const images = await Promise.all(
      ['#d02020', '#2040d0'].map((colour, index) =>
        picture(`${mood}-${index}.png`, 640, 360, (brush) => {
          brush.fillStyle = colour
          brush.fillRect(0, 0, 640, 360)
          brush.fillStyle = '#f0e0c0'
          for (let dot = 0; dot < 40; dot++) brush.fillRect((dot * 97) % 620, (dot * 61) % 340, 18, 18)
        }),
      ),
    )
    const times = [1, ...Array.from({ length: 12 }, (_, index) => 1.9 + index * 0.08), 3.5]
    const frames = await framesOf('a quiet lake', images, times, { mood })
    for (const frame of frames) {
      assert.ok(contrast(frame) > 6, `the contrast is ${contrast(frame)}`)
      assert.ok(mean(frame) > 40, `the mean is ${mean(frame)}`)
      for (let at = 3; at < frame.length; at += 4) assert.equal(frame[at], 255)
    }
    const bluer = frames.map((frame) => find(frame, (red, _green, blue) => blue > red + 40).count)
    assert.equal(bluer[0], 0)
    assert.ok(bluer.at(-1)! > width * height * 0.6, 'the blue image fills the frame at the end')
    const slack = width * height * 0.02
    assert.ok(
      bluer.every((count, index) => index === 0 || count >= bluer[index - 1]! - slack),
      `it comes in steadily: ${bluer}`,
    )
  })
}

test('a subject that the prompt brings is drawn into the plate', async () => {
  const image = await landscape('subject.png')
  const [without] = await framesOf('a meadow, static shot', [image], [1])
  const [withDog] = await framesOf('a brown dog runs through a meadow, static shot', [image], [1])
  assert.ok(changed(without!, withDog!, 30) > 0.015)
})

test('a frame does not depend on the frames before it', async () => {
  const images = [await landscape('one.png'), await landscape('two.png')]
  const [alone] = await framesOf('a storm', images, [2.2])
  const later = await framesOf('a storm', images, [0, 1, 2.1, 2.2])
  assert.ok(alone!.equals(later[3]!))
})
