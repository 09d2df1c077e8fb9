import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from './read-prompt.ts'
import type { Shot } from './shot-plan.ts'

function shotOf(prompt: string): Shot {
  return readPrompt(prompt, 4).shots[0]!
}

function told(prompt: string): string[] {
  return shotOf(prompt).subjects.map(({ drawing, deed }) => (deed === undefined ? drawing : `${drawing} ${deed}`))
}

test('a clause after "while" is of its own', () => {
  assert.deepEqual(told('a mermaid sings on a rock while a ship passes'), ['woman-merpeople sing', 'rock', 'ship pass'])
})

test('a verb no list holds is read as a verb by where it stands', () => {
  assert.deepEqual(told('this shot of a chameleon showcases its colours'), ['lizard'])
  assert.deepEqual(told('a corgi gallivants in the park'), ['dog gallivant'])
})

test('a known thing before an unknown word is drawn, and the word is said to be missing', () => {
  const { shots, unresolved } = readPrompt('a camel caravan crosses the dunes', 4)
  assert.deepEqual(
    shots[0]?.subjects.map(({ drawing }) => drawing),
    ['camel'],
  )
  assert.deepEqual(unresolved, ['caravan'])
})

test('an animal with a trade stays an animal', () => {
  assert.deepEqual(told('a mouse chef cooks soup'), ['mouse cook', 'steaming-bowl', 'chef-hat', 'cooking'])
  assert.equal(shotOf('a cat astronaut floats through a space station').subjects[0]?.drawing, 'cat')
  assert.equal(shotOf('a kangaroo in a disco').place, 'stage')
  assert.equal(shotOf('a cartoon kangaroo disco dances').subjects[0]?.drawing, 'kangaroo')
})

test('water that is sprayed, snow that lies and air that is jumped into are no places beside a place', () => {
  assert.equal(shotOf('a hedgehog jumps in puddles on a cobblestone street while it rains').place, 'street')
  assert.equal(shotOf('a hedgehog jumps in puddles on a cobblestone street while it rains').weather, 'rain')
  assert.equal(shotOf('a chef flips a pancake high in the air in a kitchen').place, 'kitchen')
  assert.equal(shotOf('waves crash against the cliffs').place, 'cliff')
})

test('what only the living do, lifeless things beside them do not', () => {
  assert.deepEqual(told('a red telephone box in London, a bus passes by'), ['phone-booth', 'bus pass'])
  assert.equal(shotOf('books, kids and pumpkins play').subjects[0]?.deed, undefined)
})

test('glasses and hats are worn, not stood in; who is pushed in a wheelchair sits in it', () => {
  assert.deepEqual(shotOf('a dog in sunglasses').subjects[1]?.relation, { kind: 'on', of: 0 })
  assert.deepEqual(shotOf('a nurse pushes an old woman in a wheelchair').subjects[1]?.relation, {
    kind: 'inside',
    of: 2,
  })
})

test('people in costume are drawn in it', () => {
  for (const drawing of ['knight', 'samurai', 'pirate', 'cowboy', 'viking'])
    assert.equal(shotOf(`a ${drawing} walks`).subjects[0]?.drawing, drawing)
})
