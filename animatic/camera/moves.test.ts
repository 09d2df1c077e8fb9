import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawFilm } from '../render/draw-film.ts'
import { type CameraMove, cameraMove as moveNames, type Shot } from '../script/shot-plan.ts'
import { cameraMove } from './moves.ts'
import { projectionAt } from './view.ts'

const [width, height, seconds] = [640, 360, 4]

/** Where a point of the world at this depth is seen at a share of the shot, in pixels. */
function seen(move: CameraMove, share: number, { x = width / 2, y = height / 2, depth = 1 } = {}) {
  const view = cameraMove({ move, seconds, width, height, focusX: width / 2, focusY: height * 0.6 })(share * seconds)
  const { scale, left, top } = projectionAt(view, depth)
  return { x: (x - view.scroll * depth) * scale + left, y: y * scale + top, scale }
}

const passed = (move: CameraMove, point = {}) => {
  const [first, last] = [seen(move, 0, point), seen(move, 1, point)]
  return { x: last.x - first.x, y: last.y - first.y, grown: last.scale / first.scale }
}

test('a pan moves the picture the other way, a tilt moves near and far alike', () => {
  assert.ok(passed('pan-right').x < -width * 0.1)
  assert.ok(passed('pan-left').x > width * 0.1)
  for (const depth of [0, 0.5, 1]) {
    assert.ok(passed('tilt-up', { depth }).y > height * 0.1, `up at ${depth}`)
    assert.ok(passed('tilt-down', { depth }).y < -height * 0.1, `down at ${depth}`)
  }
  assert.ok(passed('crane-up').y > 0)
  assert.ok(passed('crane-down').y < 0)
})

test('a zoom spreads near and far alike, a dolly the near more', () => {
  const [near, far] = [{ depth: 1 }, { depth: 0.1 }]
  assert.ok(passed('zoom-in', near).grown > 1.15)
  assert.ok(Math.abs(passed('zoom-in', near).grown - passed('zoom-in', far).grown) < 0.01)
  assert.ok(passed('zoom-out').grown < 0.87)
  assert.ok(passed('dolly-in', near).grown > passed('dolly-in', far).grown + 0.05)
  assert.ok(passed('dolly-out', near).grown < 0.87)
})

test('an orbit moves what is behind the subject less than what is before it', () => {
  assert.ok(Math.abs(passed('orbit', { depth: 1.4 }).x) > Math.abs(passed('orbit', { depth: 0.2 }).x) * 2)
})

/** The pixels by which a point moves in each thirtieth of a second. */
function paces(move: CameraMove): number[] {
  const places = Array.from({ length: seconds * 30 }, (_, frame) => seen(move, frame / 30 / seconds, { x: 100, y: 80 }))
  return places.slice(1).map((place, index) => Math.hypot(place.x - places[index]!.x, place.y - places[index]!.y))
}

/** Of the frame's height: layers are painted this much beyond it. */
const spare = 0.035

for (const move of moveNames.options) {
  test(`${move}: has no jump and shows no edge of the frame`, () => {
    const steps = paces(move)
    const [quickest, change] = [
      Math.max(...steps),
      Math.max(...steps.slice(1).map((step, index) => Math.abs(step - steps[index]!))),
    ]
    if (move !== 'shake') assert.ok(change < 0.25, `the pace changes by ${change} pixels a frame at once`)
    assert.ok(quickest < width * 0.03, `${quickest} pixels a frame`)
    for (let share = 0; share <= 1; share += 0.05) {
      assert.ok(seen(move, share, { y: 0, depth: 0.7 }).y <= height * spare, `above at ${share}`)
      assert.ok(seen(move, share, { y: height, depth: 0.7 }).y >= height * (1 - spare), `below at ${share}`)
    }
  })
}

test('a shake trembles many times a second, a steady camera glides one way', () => {
  const turns = (move: CameraMove) => {
    const xs = Array.from({ length: 60 }, (_, frame) => seen(move, frame / 30 / seconds, { x: 60 }).x)
    const steps = xs.slice(1).map((x, index) => x - xs[index]!)
    return steps.slice(1).filter((step, index) => step * steps[index]! < 0).length
  }
  assert.ok(turns('shake') > 10)
  assert.equal(turns('steady'), 0)
})

const shot: Shot = {
  startSeconds: 0,
  seconds,
  place: 'city',
  timeOfDay: 'day',
  weather: 'clear',
  season: 'summer',
  camera: 'rack-focus',
  subjects: [{ words: 'cat', drawing: 'cat', kind: 'animal', count: 1, heightMetres: 0.4, action: 'sit' }],
}

async function framesOf(camera: CameraMove, times: readonly number[]): Promise<Buffer[]> {
  const plan = { prompt: '', mood: 'calm', tempo: 1, shots: [{ ...shot, camera }], unresolved: [] } as const
  const drawer = await drawFilm({
    plan: { ...plan, shots: [...plan.shots], unresolved: [] },
    width,
    height,
    seed: 3,
    images: [],
    character: undefined,
  })
  const frames: Buffer[] = []
  for (const time of times) {
    frames.push(Buffer.from(await drawer.draw(time)))
  }
  return frames
}

/** The mean step between neighbours in the upper half of the frame, where only what is far is seen. */
function sharpness(frame: Buffer): number {
  let sum = 0
  for (let at = 0; at < frame.length / 2; at += 4) sum += Math.abs((frame[at + 1] ?? 0) - (frame[at + 5] ?? 0))
  return sum / (frame.length / 8)
}

test('a rack focus begins with a blurred distance and ends with a sharp one', async () => {
  const [first, last] = await framesOf('rack-focus', [0.5, 3.8])
  const [plain] = await framesOf('static', [3.8])
  assert.ok(first && last && plain)
  assert.ok(sharpness(first) < sharpness(last) * 0.7, `${sharpness(first)} then ${sharpness(last)}`)
  assert.ok(sharpness(last) > sharpness(plain) * 0.8)
})

test('over the shoulder, somebody dark stands before the left of the picture', async () => {
  const [over, plain] = [await framesOf('over-the-shoulder', [2]), await framesOf('static', [2])]
  const brightness = (frame: Buffer | undefined, right: number) =>
    frame?.[(Math.round(height * 0.9) * width + Math.round(width * right)) * 4 + 1] ?? 0
  assert.ok(brightness(over[0], 0.12) < brightness(plain[0], 0.12) - 20)
  assert.ok(Math.abs(brightness(over[0], 0.9) - brightness(plain[0], 0.9)) < 40)
})
