import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from '../read-prompt.ts'
import { type ShotPlan, shotPlan } from '../shot-plan.ts'
import { type Making, planMakings } from './plan-makings.ts'

const cat = 'a cat running on the river'
const girl = 'a girl with a yellow umbrella walks down a rainy street at night'

function made(base: string, kind: Making['kind'], prompt: string): ShotPlan {
  const seconds = kind === 'extension' ? 8 : 4
  return shotPlan.parse(
    planMakings([
      { kind: 'new', prompt: base, seconds: 4 },
      { kind, prompt, seconds },
    ]),
  )
}

/** The only shot without what is named. */
function shotWithout(plan: ShotPlan, ...keys: string[]) {
  assert.equal(plan.shots.length, 1)
  return Object.fromEntries(Object.entries(plan.shots[0]!).filter(([key]) => !keys.includes(key)))
}

test('a film of one step has the plan of its prompt', () => {
  assert.deepEqual(planMakings([{ kind: 'new', prompt: girl, seconds: 8 }]), readPrompt(girl, 8))
})

test('what a remix names is changed and all else stays', () => {
  for (const [prompt, changes] of [
    ['make it night', { timeOfDay: 'night' }],
    ['make it snow', { weather: 'snow', season: 'winter' }],
    ['it begins to rain', { weather: 'rain' }],
    ['in a forest', { place: 'forest' }],
    ['zoom in', { camera: 'zoom-in' }],
    ['in the style of van Gogh', {}],
    ['nothing that anybody could draw', {}],
    ['Shift the color palette to teal, sand, and rust, with a warm backlight.', {}],
  ] as const) {
    const plan = made(cat, 'remix', prompt)
    const keys = [...Object.keys(changes), 'placeWords']
    assert.deepEqual(shotWithout(plan, ...keys), shotWithout(readPrompt(cat, 4), ...keys), prompt)
    for (const [key, value] of Object.entries(changes)) assert.equal(plan.shots[0]![key as 'place'], value, prompt)
  }
  assert.equal(made(cat, 'remix', 'in the style of van Gogh').style, 'van-gogh')
  assert.equal(made(cat, 'remix', 'slow motion').tempo, 0.5)
})

/** Each subject as drawing, colour and deed. */
const castOf = ({ shots }: ShotPlan): string[] =>
  shots
    .at(-1)!
    .subjects.map(({ drawing, colour, count, action }) =>
      [count > 1 ? count : '', colour, drawing, action].filter(Boolean).join(' '),
    )

test('who is swapped does what the one before did, in the same place', () => {
  for (const [base, prompt, cast] of [
    [cat, 'the cat is a dog', ['dog run']],
    [cat, 'replace the cat with two dogs', ['2 dog run']],
    [cat, 'a dog instead of the cat', ['dog run']],
    [cat, 'turn the cat into a tiger', ['tiger run']],
    [cat, 'make the cat blue', ['blue cat run']],
    [cat, 'the cat is black', ['black cat run']],
    [cat, 'the cat sleeps', ['cat sleep']],
    [cat, 'it jumps', ['cat jump']],
    [cat, 'without the cat', []],
    [cat, 'add a dog', ['cat run', 'dog run']],
    [cat, 'now with a red umbrella', ['cat run', 'red umbrella stand']],
    [cat, 'red umbrella', ['cat run', 'red umbrella stand']],
    [girl, 'make the umbrella red', ['woman-walking walk', 'red umbrella stand']],
    [girl, 'now with a red umbrella', ['woman-walking walk', 'red umbrella stand']],
    [girl, 'no umbrella', ['woman-walking walk']],
    [girl, 'the girl is a boy', ['man-walking walk', 'yellow umbrella stand']],
    [girl, 'change the girl to a robot', ['robot walk', 'yellow umbrella stand']],
  ] as const) {
    const plan = made(base, 'remix', prompt)
    assert.deepEqual(castOf(plan), cast, prompt)
    assert.equal(plan.shots[0]!.place, readPrompt(base, 4).shots[0]!.place, prompt)
  }
  const held = made(cat, 'remix', 'now with a red umbrella').shots[0]!.subjects[0]
  assert.deepEqual(held?.relation, { kind: 'holding', of: 1 })
})

test('a whole new sentence has its own cast and place', () => {
  const plan = made(cat, 'remix', 'a woman walks on the beach at sunset')
  assert.deepEqual(castOf(plan), ['woman-walking walk'])
  assert.deepEqual([plan.shots[0]!.place, plan.shots[0]!.timeOfDay], ['beach', 'sunset'])
})

test('an edit keeps the motion: no other deed, camera or tempo', () => {
  const plan = made(cat, 'edit', 'a watercolour at night in slow motion, the cat sleeps, zoom in')
  assert.deepEqual(shotWithout(plan, 'timeOfDay'), shotWithout(readPrompt(cat, 4), 'timeOfDay'))
  assert.deepEqual([plan.style, plan.shots[0]!.timeOfDay, plan.tempo], ['watercolour', 'night', 1])
  assert.deepEqual(castOf(made(cat, 'edit', 'make the cat red')), ['red cat run'])
})

test('an extension leaves the film before it as it is and goes on with those who are there', () => {
  const before = readPrompt(girl, 4)
  for (const prompt of ['she waves', 'a dog joins', 'it stops raining, at dawn', 'continue', 'in watercolour']) {
    const plan = made(girl, 'extension', prompt)
    assert.deepEqual(plan.shots.slice(0, before.shots.length), before.shots, prompt)
    assert.deepEqual([plan.style, plan.tempo, plan.mood], [before.style, before.tempo, before.mood])
    const added = plan.shots[1]!
    assert.deepEqual([added.startSeconds, added.seconds, added.place], [4, 4, 'street'])
    assert.deepEqual(added.continues, { shot: 0, seconds: 4 })
    assert.equal(added.subjects[0]?.words.endsWith('girl'), true, prompt)
  }
  assert.deepEqual(castOf(made(girl, 'extension', 'a dog joins')).length, 3)
  assert.equal(made(girl, 'extension', 'the sun rises, at dawn').shots[1]!.timeOfDay, 'dawn')
})

test('an extension of an extension goes on with the same set, and a cut does not', () => {
  const plan = planMakings([
    { kind: 'new', prompt: cat, seconds: 4 },
    { kind: 'extension', prompt: 'it begins to rain', seconds: 8 },
    { kind: 'extension', prompt: 'the cat jumps, then night falls', seconds: 16 },
    { kind: 'remix', prompt: 'the cat is a dog', seconds: 16 },
  ])
  assert.deepEqual(
    plan.shots.map(({ continues }) => continues),
    [undefined, 4, 8, 12].map((seconds) => seconds && { shot: 0, seconds }),
  )
  assert.ok(plan.shots.every(({ subjects }) => subjects[0]?.drawing === 'dog'))
  const cut = made(cat, 'extension', 'cut to a beach with a dog').shots[1]!
  assert.deepEqual([cut.place, cut.continues], ['beach', undefined])
})

test('any text is taken, and quickly', () => {
  for (const prompt of [
    '',
    '…',
    'make it',
    'the the the is a',
    `the cat is ${'very '.repeat(5000)}`,
    '🐱 instead of 🐶',
  ]) {
    for (const kind of ['remix', 'edit', 'extension'] as const) shotPlan.parse(made(cat, kind, prompt))
  }
})
