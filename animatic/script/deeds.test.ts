import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from './read-prompt.ts'

function shotOf(prompt: string) {
  const [shot] = readPrompt(prompt, 4).shots
  assert.ok(shot)
  return shot
}

test('a deed is shown with what it is done with', () => {
  for (const [prompt, prop, relation] of [
    ['a person cooking in a kitchen', 'cooking', 'holding'],
    ['a woman reading in a library', 'open-book', 'holding'],
    ['a man sweeping the floor', 'broom', 'holding'],
    ['a person is brushing teeth', 'toothbrush', 'holding'],
    ['a man taking pictures of a waterfall', 'camera', 'holding'],
    ['a person is archery', 'bow-and-arrow', 'holding'],
    ['a girl skateboarding', 'skateboard', 'riding'],
    ['a bear cycling', 'bicycle', 'riding'],
    ['a man sailing', 'sailboat', 'inside'],
  ] as const) {
    const { subjects } = shotOf(prompt)
    const at = subjects.findIndex(({ drawing }) => drawing === prop)
    assert.ok(at > 0, prompt)
    assert.deepEqual(subjects[0]?.relation, { kind: relation, of: at }, prompt)
  }
})

test('a thing the prompt names is not shown twice, and a boat needs no boat to sail in', () => {
  assert.equal(shotOf('a person reading a newspaper').subjects.length, 2)
  assert.equal(shotOf('a boat sailing on a lake').subjects.length, 1)
})

test('a deed is shown where it is done', () => {
  for (const [prompt, place] of [
    ['a person is raking leaves', 'garden'],
    ['a person is shoveling snow', 'snow'],
    ['a person is scuba diving', 'underwater'],
    ['a person is kitesurfing', 'ocean'],
    ['a person is milking a cow', 'farm'],
    ['a person is high jump', 'stadium'],
    ['a person is frying vegetables', 'kitchen'],
  ] as const)
    assert.equal(shotOf(prompt).place, place, prompt)
})

test('who does it is told from what is done', () => {
  assert.equal(shotOf('Robot dancing in Times Square').subjects[0]?.drawing, 'robot')
  assert.equal(shotOf('two children building a sandcastle').subjects[0]?.drawing, 'child')
  assert.equal(shotOf('a painter painting a landscape').subjects[0]?.drawing, 'artist')
  const [herd, ...others] = shotOf('an elephant family crossing the savanna').subjects
  assert.deepEqual([herd?.drawing, herd?.count, others.length], ['elephant', 3, 0])
})

test('children are drawn as children', () => {
  for (const [prompt, drawing] of [
    ['a girl in a garden', 'girl'],
    ['a boy with a dog', 'boy'],
    ['a kid cooking', 'child'],
  ] as const)
    assert.equal(shotOf(prompt).subjects[0]?.drawing, drawing, prompt)
})

test('one eats out of a bowl standing at it, not in it', () => {
  assert.equal(shotOf('a cat eating food out of a bowl').subjects[0]?.relation?.kind, 'behind')
  assert.equal(shotOf('a rabbit coming out of a hat').subjects[0]?.relation?.kind, 'inside')
})
