import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBatches } from './batches.ts'

test('what comes while a batch is under way goes together in the next, in order', async () => {
  const seen: string[] = []
  const first = Promise.withResolvers<void>()
  const batches = createBatches<number, number>(async (lane, items) => {
    seen.push(`${lane} ${items}`)
    if (items[0] === 1) await first.promise
    return items.map((item) => item * 10)
  }, 3)
  const results = [1, 2, 3, 4, 5].map((item) => batches.add('a', item))
  assert.equal(await batches.add('b', 7), 70, 'another lane does not wait')
  first.resolve()
  assert.deepEqual(await Promise.all(results), [10, 20, 30, 40, 50])
  assert.deepEqual(seen, ['a 1', 'b 7', 'a 2,3,4', 'a 5'])
})

test('an item that cannot be worked on fails alone', async () => {
  const batches = createBatches<number, number>(async (_lane, items) => {
    if (items.includes(3)) throw new Error('three')
    return items
  }, 10)
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batches.add('', item)))
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
})

test('while the database is away nobody is tried again, and all are told so', async () => {
  const tried: number[] = []
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const batches = createBatches<number, number>(async (_lane, items) => {
    tried.push(...items)
    throw away
  }, 10)
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batches.add('', item)))
  assert.ok(results.every((result) => result.status === 'rejected' && result.reason === away))
  assert.deepEqual(tried, [1, 2, 3, 4])
})
