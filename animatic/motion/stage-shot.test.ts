import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { cameraMove } from '../camera/moves.ts'
import { seededRandom } from '../random.ts'
import { action, type Shot, type Subject } from '../script/shot-plan.ts'
import { findSet } from '../sets/index.ts'
import { lightOf } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import { stanceAt } from './actor.ts'
import { seeActor } from './draw-actor.ts'
import { type Staged, stageShot } from './stage-shot.ts'

const cat: Subject = { words: 'cat', drawing: 'cat', kind: 'animal', count: 1, heightMetres: 0.4, action: 'run' }
const box: Subject = { words: 'box', drawing: 'package', kind: 'object', count: 1, heightMetres: 0.5, action: 'stand' }

/** Where the cast stands does not change the place. */
const painted = new Map<string, Place>()

async function stage(changes: Partial<Shot>, width = 640, height = 360): Promise<{ staged: Staged; shot: Shot }> {
  const shot: Shot = {
    startSeconds: 0,
    seconds: 6,
    place: 'default',
    timeOfDay: 'day',
    weather: 'clear',
    season: 'summer',
    camera: 'tracking',
    subjects: [cat],
    ...changes,
  }
  const light = lightOf(shot.timeOfDay, shot.weather)
  const key = `${shot.place} ${width}x${height}`
  const place =
    painted.get(key) ?? findSet(shot.place)({ ...shot, width, height, light, sunSide: 0.7, random: seededRandom(1) })
  painted.set(key, place)
  return { shot, staged: await stageShot({ shot, place, light, width, height, random: seededRandom(5) }) }
}

/** The share of moments at which the lead's middle is well inside the frame. */
async function insideShare(changes: Partial<Shot>, width: number, height: number): Promise<number> {
  const { staged, shot } = await stage(changes, width, height)
  const camera = cameraMove({
    move: shot.camera,
    seconds: shot.seconds,
    width,
    height,
    focusX: staged.focusX,
    focusY: staged.focusY,
  })
  const target = createCanvas(width, height).getContext('2d')
  const [lead] = staged.actors
  assert.ok(lead)
  const moments = Array.from({ length: 60 }, (_, index) => index / 10)
  const inside = moments.filter((seconds) => {
    const view = { ...camera(seconds), scroll: staged.scrollSpeed * seconds, scrollSpeed: 0 }
    const seen = seeActor(lead, { target, view, seconds })
    const middle = seen.y - seen.height / 2
    return seen.x > width * 0.06 && seen.x < width * 0.94 && middle > height * 0.08 && middle < height * 0.94
  })
  return inside.length / moments.length
}

test('whatever the lead does, it stays inside the frame, upright or wide, followed or not', async () => {
  for (const doing of action.options) {
    for (const camera of ['static', 'tracking', 'dolly-in'] as const) {
      const changes = { camera, subjects: [{ ...cat, action: doing }] }
      assert.ok((await insideShare(changes, 640, 360)) > 0.95, `${doing}, ${camera}, wide`)
      assert.ok((await insideShare(changes, 360, 640)) > 0.95, `${doing}, ${camera}, upright`)
    }
  }
})

test('a lead alone fills about a third of the height', async () => {
  for (const heightMetres of [0.1, 1.7, 12]) {
    const { staged } = await stage({ subjects: [{ ...cat, heightMetres }] })
    const share = (staged.actors[0]?.sprite.height ?? 0) / 360
    assert.ok(share > 0.22 && share < 0.5, `${heightMetres} m is drawn as ${share}`)
  }
})

test('one that rides or sits on another is drawn after it and above it', async () => {
  const rider = { ...cat, action: 'ride' as const, relation: { kind: 'on' as const, of: 1 } }
  const { staged } = await stage({ subjects: [rider, box] })
  const target = createCanvas(640, 360).getContext('2d')
  const view = { x: 0, y: 0, scroll: 0, scrollSpeed: 0, zoom: 1, lens: 0, focusX: 0, focusY: 0 }
  const [under, over] = staged.actors
  assert.ok(under && over)
  assert.equal(over.subject.words, 'cat')
  const [low, high] = [seeActor(under, { target, view, seconds: 1 }), seeActor(over, { target, view, seconds: 1 })]
  assert.ok(high.y < low.y - low.height * 0.5)
})

test('a count is a group of that many, out of step', async () => {
  const { staged } = await stage({ subjects: [{ ...cat, count: 7 }] })
  assert.equal(staged.actors.length, 7)
  assert.equal(new Set(staged.actors.map(({ phase }) => phase)).size, 7)
})

test('left of means further left', async () => {
  const { staged } = await stage({
    subjects: [{ ...box }, { ...cat, action: 'sit', relation: { kind: 'left-of', of: 0 } }],
  })
  const place = (words: string) => staged.actors.find(({ subject }) => subject.words === words)?.path(1).x ?? 0
  assert.ok(place('cat') < place('box'))
})

test('two that ride two take one each, and the bodies of both are in the frame', async () => {
  const men: Subject = {
    words: 'men',
    drawing: 'man-standing',
    kind: 'person',
    count: 2,
    heightMetres: 1.8,
    action: 'ride',
  }
  const elephants: Subject = {
    ...box,
    words: 'elephants',
    drawing: 'elephant',
    kind: 'animal',
    count: 2,
    heightMetres: 3,
    action: 'walk',
  }
  const { staged } = await stage({ subjects: [{ ...men, relation: { kind: 'riding', of: 1 } }, elephants] })
  const riders = staged.actors.filter(({ subject }) => subject.words === 'men')
  assert.equal(new Set(riders.map(({ anchor }) => anchor?.actor)).size, 2)
})

test('what is inside a boat is drawn on it, cut where its side begins; what is inside a cup behind its rim', async () => {
  for (const [drawing, kind, behind] of [
    ['sailboat', 'boat', undefined],
    ['cup', 'object', true],
  ] as const) {
    const { staged } = await stage({
      subjects: [
        { ...cat, action: 'sit', relation: { kind: 'inside', of: 1 } },
        { ...box, drawing, kind },
      ],
    })
    const inside = staged.actors.find(({ subject }) => subject.words === 'cat')
    assert.equal(inside?.anchor?.behind, behind, drawing)
    assert.equal((inside?.submerged ?? 0) > 0, behind === undefined, drawing)
  }
})

test('a mover that would hide another keeps to its side and does not turn', async () => {
  const { staged } = await stage({
    subjects: [{ ...cat, drawing: 'bus', kind: 'vehicle', heightMetres: 3, action: 'drive' }, box],
  })
  const bus = staged.actors.find(({ subject }) => subject.drawing === 'bus')
  const other = staged.actors.find(({ subject }) => subject.words === 'box')
  assert.ok(bus && other)
  const sides = [0, 2, 4, 5.9].map((seconds) => Math.sign(bus.path(seconds).x - other.path(seconds).x))
  assert.equal(new Set(sides).size, 1)
  assert.equal(new Set([0, 2, 4, 5.9].map((seconds) => bus.path(seconds).facing)).size, 1)
})

test('what grows under water stands on the bottom', async () => {
  const whale: Subject = { ...cat, words: 'whale', drawing: 'whale', kind: 'fish', action: 'swim', heightMetres: 4 }
  const coral: Subject = { ...cat, words: 'corals', drawing: 'coral', kind: 'plant', action: 'stand', count: 3 }
  const { staged } = await stage({ place: 'underwater', subjects: [whale, coral] })
  const corals = staged.actors.filter(({ subject }) => subject === coral)
  assert.equal(corals.length, 3)
  for (const { path } of corals) assert.ok(path(2).y > 360 * 0.86, `${path(2).y}`)
})

test('one that flies over a building is whole in the air above it and drawn before it', async () => {
  const castle: Subject = { ...box, words: 'castle', drawing: 'castle', heightMetres: 20 }
  const dragon: Subject = {
    ...cat,
    words: 'dragon',
    drawing: 'dragon',
    action: 'fly',
    heightMetres: 4,
    relation: { kind: 'on', of: 1 },
  }
  const { staged } = await stage({ place: 'mountain', camera: 'aerial', subjects: [dragon, castle] })
  const [below, above] = staged.actors
  assert.ok(below && above)
  assert.equal(above.subject, dragon)
  for (const seconds of [0, 1, 2, 3, 4, 5]) {
    const [flying, standing] = [stanceAt(above, seconds), below.path(seconds)]
    assert.ok(flying.y <= standing.y - below.sprite.height, `${seconds}s: over the roof`)
    assert.ok(flying.y - above.sprite.height > 0, `${seconds}s: under the frame's edge`)
  }
})

test('several people look different, keep apart while they play, and have the ball between them', async () => {
  const children: Subject = {
    ...cat,
    words: 'two children',
    drawing: 'child',
    kind: 'person',
    action: 'play',
    heightMetres: 1.25,
    count: 2,
    relation: { kind: 'holding', of: 1 },
  }
  const ball: Subject = { ...box, words: 'football', drawing: 'soccer-ball', heightMetres: 0.22 }
  const { staged } = await stage({ place: 'park', camera: 'dolly-in', subjects: [children, ball] })
  const [one, other] = staged.actors.filter(({ subject }) => subject === children)
  const thing = staged.actors.find(({ subject }) => subject === ball)
  assert.ok(one && other && thing)
  const pixels = [one, other].map(({ sprite }) => Buffer.from(sprite.picture.data()))
  assert.ok(!pixels[0]!.equals(pixels[1]!), 'two looks')
  for (const seconds of [0, 0.7, 1.9, 3.1, 4.4, 5.6]) {
    const [a, b] = [stanceAt(one, seconds).x, stanceAt(other, seconds).x]
    assert.ok(Math.abs(a - b) > one.sprite.width * 0.9, `${seconds}s: apart`)
    const x = stanceAt(thing, seconds).x
    assert.ok(x > Math.min(one.path(0).x, other.path(0).x) && x < Math.max(one.path(0).x, other.path(0).x))
  }
})

test('an airplane that takes off rolls on the ground first and climbs to the end', async () => {
  const airplane: Subject = {
    ...cat,
    words: 'airplane',
    drawing: 'airplane-side',
    kind: 'aircraft',
    action: 'fly',
    deed: 'takes off',
    heightMetres: 12,
  }
  const { staged } = await stage({ place: 'airport', camera: 'crane-up', subjects: [airplane] })
  const [actor] = staged.actors
  assert.ok(actor)
  const heights = [0, 1, 2.5, 3.5, 4.5, 5.9].map((seconds) => Math.round(stanceAt(actor, seconds).y))
  assert.ok(Math.abs(heights[0]! - heights[1]!) <= 3, 'rolls')
  for (let index = 2; index < heights.length; index++) assert.ok(heights[index]! < heights[index - 1]!, 'climbs')
  assert.ok(heights[0]! - heights.at(-1)! > 360 * 0.25, `${heights}`)
  const landing = await stage({ place: 'airport', camera: 'crane-up', subjects: [{ ...airplane, deed: 'land' }] })
  const [landed] = landing.staged.actors
  assert.ok(landed)
  assert.ok(stanceAt(landed, 5.9).y - stanceAt(landed, 0).y > 360 * 0.25, 'comes down')
})

test('planets that one flies past are apart from each other and from what flies, and of several colours', async () => {
  const rocket: Subject = { ...cat, words: 'rocket', drawing: 'rocket', kind: 'aircraft', action: 'fly' }
  const planets: Subject = {
    ...cat,
    words: 'planets',
    drawing: 'ringed-planet',
    kind: 'sky',
    action: 'shine',
    count: 3,
  }
  const { staged } = await stage({ place: 'space', camera: 'crane-up', subjects: [rocket, planets] })
  assert.equal(staged.actors.length, 4)
  for (const [index, one] of staged.actors.entries()) {
    for (const other of staged.actors.slice(index + 1)) {
      const [from, to] = [one.path(3), other.path(3)]
      const rise = from.y - one.sprite.height / 2 - (to.y - other.sprite.height / 2)
      const across = (one.sprite.width + other.sprite.width) / 2
      const apart =
        Math.abs(from.x - to.x) > across * 0.8 || Math.abs(rise) > (one.sprite.height + other.sprite.height) * 0.4
      assert.ok(apart, `${one.subject.words} and ${other.subject.words}`)
    }
  }
  const pictures = new Set(staged.actors.map(({ sprite }) => sprite.picture))
  assert.equal(pictures.size, 4)
})
