import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFurtherNoun, findNoun } from './further-nouns.ts'
import { readPrompt } from './read-prompt.ts'

const firstDrawing = (prompt: string) => readPrompt(prompt, 4).shots[0]?.subjects[0]?.drawing

test('a noun nobody listed is drawn as what it is a kind of', () => {
  for (const [prompt, drawing] of [
    ['a basenji', 'dog'],
    ['two whippets', 'dog'],
    ['a roadster', 'automobile'],
    ['a chaffinch', 'bird'],
    ['a hammerhead', 'shark'],
    ['a begonia', 'blossom'],
    ['a brigantine', 'sailboat'],
    ['an oceanographer', 'scientist'],
    ['a chauffeur', 'person-standing'],
    ['a monorail', 'monorail'],
    ['a pumpernickel', 'bread'],
  ] as const) {
    assert.equal(firstDrawing(prompt), drawing, prompt)
  }
})

test('places nobody listed are places, and so are names of towns, rivers and islands', () => {
  for (const [noun, place] of [
    ['bistro', 'room'],
    ['Danube', 'river'],
    ['Antwerp', 'city'],
    ['Okinawa', 'beach'],
  ] as const) {
    const found = findNoun(noun.toLowerCase())?.noun
    assert.equal(found?.kind, 'place', noun)
    assert.ok(found?.kind === 'place' && found.place !== undefined, `${noun}: ${place}`)
  }
})

test('what is only a thing, a device or an idea is drawn as nothing', () => {
  for (const prompt of [
    'a contraption',
    'an apparatus',
    'an entity',
    'a carburetor',
    'a bagpipe',
    'a fig',
    'a seahorse',
    'a hypothesis',
  ]) {
    const plan = readPrompt(prompt, 4)
    assert.deepEqual(plan.shots[0]?.subjects, [], prompt)
    assert.equal(plan.unresolved.length, 1, prompt)
  }
})

test('a compound that is no kind of its last word is not drawn as that', () => {
  assert.deepEqual(findFurtherNoun('basket star')?.noun, { kind: 'missing' })
})

test('an adjective is no missing thing', () => {
  assert.deepEqual(readPrompt('the dog looks ecstatic', 4).unresolved, [])
})

test('what is eaten is not drawn as the plant it grows on, nor a tool as somebody who bears its name', () => {
  for (const word of ['cauliflower', 'grapefruit', 'artichoke', 'jet ski', 'golf cart', 'hammock', 'pliers']) {
    const { shots, unresolved } = readPrompt(`a ${word}`, 4)
    assert.deepEqual(shots[0]?.subjects, [], word)
    assert.ok(unresolved.length > 0, word)
  }
})
