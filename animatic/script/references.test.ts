import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from './read-prompt.ts'
import { withReferences } from './references.ts'
import type { ShotPlan } from './shot-plan.ts'

const empty = { hasFigure: false }
const portrait = { hasFigure: true }

function planOf(prompt: string, images = [empty], hasCharacter = false): ShotPlan {
  return withReferences({ plan: readPrompt(prompt, 6), images, seconds: 6, hasCharacter })
}

function drawn(plan: ShotPlan): string[] {
  return plan.shots.flatMap(({ subjects }) => subjects.map(({ words }) => words))
}

test('what a prompt brings into a picture without a figure is drawn into it', () => {
  assert.deepEqual(drawn(planOf('a cat runs along the river')), ['cat'])
  assert.deepEqual(drawn(planOf('a monkey riding an elephant')), ['monkey', 'elephant'])
})

test('what a prompt speaks of as known, and what only stands there, is taken to be in the picture', () => {
  assert.deepEqual(drawn(planOf('the cat runs along the river')), [])
  assert.deepEqual(drawn(planOf('a tree on a hill')), [])
})

test('a single subject is taken to be the figure of the picture, unless it comes or is many', () => {
  assert.deepEqual(drawn(planOf('a woman dances in the rain', [portrait])), [])
  assert.deepEqual(drawn(planOf('a dog enters and runs about', [portrait])), ['dog'])
  assert.deepEqual(drawn(planOf('three birds fly in the sky', [portrait])).length, 1)
})

test('the plan says what was drawn into the picture, and why the rest was not', () => {
  const { notes = [] } = planOf('the cat chases a mouse', [empty])
  assert.ok(notes.some((note) => /"cat" is not drawn: "the cat"/.test(note)))
  assert.ok(notes.every((note) => /is drawn into|is not drawn: /.test(note)))
})

test('a clip plays the lead in the picture, whatever that shows', () => {
  assert.deepEqual(drawn(planOf('the cat runs', [portrait], true)), ['cat'])
})

test('every image gets its time, and the shots of a longer prompt share them', () => {
  const four = planOf('a calm lake', [empty, empty, empty, empty])
  assert.deepEqual(
    four.shots.map(({ startSeconds, reference }) => [startSeconds, reference?.image]),
    [
      [0, 0],
      [1.5, 1],
      [3, 2],
      [4.5, 3],
    ],
  )
  const told = planOf('A dog runs on the beach. Then a cat jumps in a garden. Then a horse walks on a farm.')
  assert.ok(told.shots.length > 1)
  assert.ok(told.shots.every(({ reference }) => reference?.image === 0))
})

test('the picture keeps its light unless the prompt names an hour; transitions follow the mood', () => {
  assert.equal(planOf('a calm lake').shots[0]?.reference?.keepsLight, true)
  assert.equal(planOf('a calm lake at night').shots[0]?.reference?.keepsLight, false)
  assert.equal(planOf('a calm lake').shots[0]?.reference?.transition, 'cross-fade')
  assert.equal(planOf('an epic battle').shots[0]?.reference?.transition, 'push')
})
