/** Any text at all becomes a shot plan: of the length asked for, by the schema, and soon. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPrompt } from './read-prompt.ts'
import { shotPlan } from './shot-plan.ts'

const words = fc.constantFrom(
  'a',
  'red',
  'cat',
  'and',
  'two',
  'dogs',
  'run',
  'then',
  'while',
  'at',
  'night',
  'in',
  'the',
  'style',
  'of',
  'noir',
  'close-up',
  'of',
  'without',
  'umbrella',
  ',',
  '.',
  ';',
  '"',
  '(',
  '--ar',
  '16:9',
  '00:03',
  '-',
  'shot',
  '1',
  ':',
  '\n',
  '猫',
  '走る',
  'gato',
  'Fuchs',
  'le',
  '🐈',
  '\u0301',
  '\u202e',
  '\ud800',
  '\0',
  '<b>',
  '{{x}}',
  '#{y}',
  '99999999999',
  '0x',
  '%s',
)
const prompts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  fc.array(words, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const seconds = fc.constantFrom(4, 8, 10, 12, 15, 25)
const seed = Number(process.env.TRUST_SEED ?? 20_261_125)

test('any text becomes a plan of the length asked for, the same each time', () => {
  fc.assert(
    fc.property(prompts, seconds, (prompt, length) => {
      const plan = readPrompt(prompt, length)
      shotPlan.parse(plan)
      const told = plan.shots.reduce((sum, shot) => sum + shot.seconds, 0)
      assert.ok(Math.abs(told - length) < 0.01, `${told} s of ${length}`)
      assert.deepEqual(readPrompt(prompt, length), plan)
    }),
    { numRuns: Number(process.env.TRUST_REQUESTS ?? 1000), seed },
  )
})
