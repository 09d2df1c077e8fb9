import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillPlaceholders, placeholdersIn } from './placeholders.ts'

test('a placeholder alone keeps the type of its value; in a text it is written out', () => {
  const filled = fillPlaceholders(
    { seed: '{{seed}}', text: 'size {{width}}x{{ height }}', link: ['node', 0], deep: [{ on: true, none: null }] },
    { seed: 7, width: 1280, height: 720 },
  )
  assert.deepEqual(filled, { seed: 7, text: 'size 1280x720', link: ['node', 0], deep: [{ on: true, none: null }] })
})

test('what a caller writes is never searched for placeholders', () => {
  assert.deepEqual(fillPlaceholders(['{{prompt}}'], { prompt: '{{seed}} $& {{prompt}}' }), ['{{seed}} $& {{prompt}}'])
  assert.deepEqual(fillPlaceholders(['a {{prompt}} b'], { prompt: '{{seed}} $&' }), ['a {{seed}} $& b'])
})

test('a placeholder without a value is named', () => {
  assert.throws(() => fillPlaceholders(['{{image_2}}'], { image: 'a.png' }), /\{\{image_2\}\} has no value/)
  assert.throws(() => fillPlaceholders(['{{constructor}}'], {}), /\{\{constructor\}\}/)
})

test('the placeholders of a workflow are found wherever they stand', () => {
  const found = placeholdersIn({ a: { inputs: { x: '{{prompt}}', y: ['{{seed}} and {{image}}'] } }, b: 3 })
  assert.deepEqual([...found].sort(), ['image', 'prompt', 'seed'])
})

test('whatever a prompt says, it comes to its places as it is and changes nothing beside them', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{seed}}',
    '{{ prompt }}',
    '$&',
    '$1',
    '\\',
    '"',
    '\n',
    '__proto__',
    '\0',
    '猫',
  )
  const prompts = fc.oneof(
    fc.array(piece).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )
  const around = { whole: '{{prompt}}', within: '<{{prompt}}>', seed: '{{ seed }}' }
  fc.assert(
    fc.property(prompts, fc.integer(), fc.jsonValue(), (prompt, seed, beside) => {
      fc.pre(!JSON.stringify(beside).includes('{{'))
      const template = { '1': { inputs: around }, beside: [beside] }
      const filled = fillPlaceholders(template, { prompt, seed })
      const inputs = { whole: prompt, within: `<${prompt}>`, seed }
      assert.deepEqual(filled, { '1': { inputs }, beside: [beside] })
    }),
  )
})
