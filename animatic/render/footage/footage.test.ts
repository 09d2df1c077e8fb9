/** Films out of a file that somebody sent: what is seen and heard of it afterwards. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { openFilmFile } from '../film-file.ts'
import { type FilmSource, framesPerSecond } from '../film-order.ts'
import { renderFilm } from '../render-film.ts'
import { openFootage } from './open-footage.ts'

const [width, height] = [192, 108]
const seconds = 2
let directory: string
let sent: string

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'animatic-footage-'))
  sent = join(directory, 'sent.mp4')
  const film = await openFilmFile(sent, width, height, framesPerSecond)
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  for (let frame = 0; frame < seconds * framesPerSecond; frame++) {
    brush.fillStyle = '#7fb4e6'
    brush.fillRect(0, 0, width, height)
    brush.fillStyle = '#d43c2c'
    brush.fillRect(squareAt(frame / framesPerSecond), 30, 48, 48)
    await film.addFrame(canvas.data())
  }
  const tone = Float32Array.from(
    { length: seconds * 48_000 },
    (_, at) => 0.4 * Math.sin((at * 440 * 2 * Math.PI) / 48_000),
  )
  await film.addSound([tone, tone])
  await film.finish()
})
after(() => rm(directory, { recursive: true, force: true }))

/** Where the square's left side is. */
const squareAt = (at: number) => 10 + at * 60

async function make(kind: FilmSource['kind'], prompt: string, length: number): Promise<string> {
  const outputPath = join(directory, `${crypto.randomUUID()}.mp4`)
  const source = { kind, path: sent, seconds }
  const order = { prompt, width, height, seconds: length, seed: 5, images: [], source, outputPath }
  await renderFilm(order, { signal: AbortSignal.timeout(60_000) })
  return outputPath
}

/** The colours at points of a film, each as red, green and blue. */
async function coloursOf(path: string, points: readonly { at: number; x: number; y: number }[]) {
  using footage = await openFootage(path, width, height)
  const colours: number[][] = []
  for await (const canvas of footage.frames(points.map(({ at }) => at))) {
    const { x, y } = points[colours.length]!
    colours.push([...canvas.getContext('2d').getImageData(Math.round(x), y, 1, 1).data].slice(0, 3))
  }
  return colours
}

/** The loudness of a stretch, as a root mean square. */
async function loudnessOf(path: string, from: number, to: number): Promise<number> {
  using footage = await openFootage(path, width, height)
  const [left] = (await footage.sound(to)) ?? []
  const part = left?.subarray(from * 48_000, to * 48_000) ?? new Float32Array()
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / Math.max(1, part.length))
}

const insideSquare = (at: number) => ({ at, x: squareAt(at) + 24, y: 54 })
const isRed = ([red = 0, , blue = 0]: number[] = []) => red > blue + 60

test('an edit keeps motion, length and sound of a film from elsewhere and paints it otherwise', async () => {
  const points = [insideSquare(0.5), insideSquare(1.5), { at: 1.5, x: 20, y: 54 }]
  const own = await coloursOf(sent, points)
  assert.deepEqual([isRed(own[0]), isRed(own[1]), isRed(own[2])], [true, true, false])
  const grey = await make('edit', 'in black and white', seconds)
  for (const [red = 0, green = 0, blue = 0] of await coloursOf(grey, points)) {
    assert.ok(Math.max(red, green, blue) - Math.min(red, green, blue) < 14, `${red} ${green} ${blue}`)
  }
  const night = await coloursOf(await make('remix', 'make it night', seconds), points)
  for (const [index, colour] of night.entries()) {
    const sum = (values: number[] = []) => values.reduce((total, value) => total + value, 0)
    assert.ok(sum(colour) < sum(own[index]) * 0.75, `${colour} is darker than ${own[index]}`)
  }
  const redness = ([red = 0, , blue = 0]: number[] = []) => red / Math.max(1, blue)
  assert.ok(redness(night[1]) > 2 * redness(night[2]), `${night[1]} beside ${night[2]}`)
  const [loud, kept] = [await loudnessOf(sent, 0.2, 1.8), await loudnessOf(grey, 0.2, 1.8)]
  assert.ok(Math.abs(kept / loud - 1) < 0.05, `${kept} of ${loud}`)
})

test('an extension is the film from elsewhere, then what goes on from its last picture', async () => {
  const longer = await make('extension', 'a cat walks by', 4)
  const points = [insideSquare(0.5), insideSquare(1.5), { at: 2.05, x: squareAt(1.97) + 24, y: 54 }]
  assert.deepEqual((await coloursOf(longer, points)).map(isRed), [true, true, true])
  assert.ok((await loudnessOf(longer, 0.2, 1.7)) > 0.2)
  assert.ok((await loudnessOf(longer, 2.5, 3.8)) > 0.01)
  assert.deepEqual(
    (await readdir(directory)).filter((name) => !name.endsWith('.mp4')),
    [],
  )
})

test('a prompt that tells no look leaves the film as it was, and the plan says so', async () => {
  const outputPath = join(directory, 'same.mp4')
  const source = { kind: 'edit' as const, path: sent, seconds }
  const order = { prompt: 'something else', width, height, seconds, seed: 5, images: [], source, outputPath }
  const { plan } = await renderFilm(order, { signal: AbortSignal.timeout(60_000) })
  assert.match(plan.notes?.join() ?? '', /it is as it was/)
  assert.ok(isRed((await coloursOf(outputPath, [insideSquare(1)]))[0]))
})
