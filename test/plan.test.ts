/** The plan of docs/scale.md is what `npm run bench -- plan` computes, from the inputs that it names. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { dollars, planCosts, planInputs, planNeeds, readInputs } from '../bench/plan.ts'

test('docs/scale.md has the inputs of the plan, and the needs and costs that follow from them', async () => {
  const document = await readFile(join(import.meta.dirname, '..', 'docs', 'scale.md'), 'utf8')
  const rows = document
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  const inputs = rows.flatMap(([names = '', values = '']) => {
    const numbers = values.split(', ')
    return [...names.matchAll(/`(\w+)`/g)].map(([, name = ''], index) => [name, Number(numbers[index])] as const)
  })
  const named = Object.fromEntries(inputs.filter(([name]) => name in planInputs))
  assert.deepEqual(named, { ...planInputs })
  const written = new Set(rows.map((cells) => cells.join(' | ')))
  const computed = [
    ...planNeeds(planInputs).map((line) => line.join(' | ')),
    ...planCosts(planInputs).map(([what, cost]) => `${what} | ${dollars(cost)}`),
  ]
  for (const line of computed) assert.ok(written.has(line), `docs/scale.md has no row: ${line}`)
})

test('inputs of one’s own replace the defaults, and what is none is refused in a sentence', () => {
  const small = planCosts(readInputs(['perDay=1000', 'slot=0', 'egress=0']))
  assert.equal(small.find(([what]) => what === 'egress')?.[1], 0)
  assert.deepEqual(
    planNeeds(readInputs(['perDay=86400', 'peak=1', 'engineSeconds=100'])).find(
      ([what]) => what === 'slots of engines',
    ),
    ['slots of engines', '', '103, for 100 at work'],
  )
  assert.throws(() => readInputs(['price=1']), /There is no input "price"; there are perDay, /)
  assert.throws(() => readInputs(['perDay=many']), /perDay is "many"; allowed is a number from 0/)
})
