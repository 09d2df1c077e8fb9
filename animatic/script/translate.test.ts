import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrompt } from './read-prompt.ts'
import { translate } from './translate.ts'

test('prompts in five languages are read like English ones', () => {
  for (const [prompt, drawing, action, place] of [
    ['一只猫在河边跑', 'cat', 'run', 'river'],
    ['海底でイルカが泳いでいる', 'dolphin', 'swim', 'underwater'],
    ['ein roter Fuchs springt im Wald', 'fox', 'jump', 'forest'],
    ['un perro corre por la playa', 'dog', 'run', 'beach'],
    ['deux oiseaux volent dans le ciel', 'bird', 'fly', 'sky'],
  ] as const) {
    const [shot] = readPrompt(prompt, 6).shots
    assert.deepEqual(
      [shot?.subjects[0]?.drawing, shot?.subjects[0]?.action, shot?.place],
      [drawing, action, place],
      prompt,
    )
  }
})

test('colours and counts of other languages belong to their noun', () => {
  const [dogs] = readPrompt('Zwei schwarze Hunde schlafen auf dem Sofa', 6).shots[0]!.subjects
  assert.deepEqual([dogs?.drawing, dogs?.count, dogs?.colour], ['dog', 2, 'black'])
})

test('Chinese and Japanese are cut at the longest known word', () => {
  assert.deepEqual(translate('熊猫吃苹果'), ['panda', 'eating', 'apple'])
})

test('an English word is never taken for a foreign one', () => {
  for (const word of ['pan', 'court', 'son', 'chat', 'pain', 'gift', 'fin']) assert.deepEqual(translate(word), [word])
})
