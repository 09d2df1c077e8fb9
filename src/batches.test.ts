import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBatches } from './batches.ts'

test('what comes while a batch is under way goes together in the next, in order', async () => {
  const seen: string[] = []
  const first = Promise.withResolvers<void>()
  const batches = createBatches<number, number>(async (items) => {
    seen.push(`${items}`)
    if (items[0] === 1) await first.promise
    return items.map((item) => item * 10)
  }, 3)
  const results = [1, 2, 3, 4, 5].map((item) => batches.add(item))
  first.resolve()
  assert.deepEqual(await Promise.all(results), [10, 20, 30, 40, 50])
  assert.deepEqual(seen, ['1', '2,3,4', '5'])
})

test('an item that cannot be worked on fails alone', async () => {
  const batches = createBatches<number, number>(async (items) => {
    if (items.includes(3)) throw new Error('three')
    return items
  }, 10)
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batches.add(item)))
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
})

test('while the database is away nobody is tried again, and all are told so', async () => {
  const tried: number[] = []
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const batches = createBatches<number, number>(async (items) => {
    tried.push(...items)
    throw away
  }, 10)
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batches.add(item)))
  assert.ok(results.every((result) => result.status === 'rejected' && result.reason === away))
  assert.deepEqual(tried, [1, 2, 3, 4])
})

test('those that come after a batch that failed do not wait for its items, which are tried one by one, each group in order', async () => {
  const tried: string[] = []
  const slow = Promise.withResolvers<void>()
  const batches = createBatches<string, string>(async (items) => {
    tried.push(`${items}`)
    if (items.includes('a2') && items.length > 1) throw new Error('two')
    if (items.includes('a1')) await slow.promise
    return items
  }, 10)
  const results = ['b0', 'a1', 'a2', 'b1'].map((item) => batches.add(item, item[0]))
  await results[3]
  assert.equal(await batches.add('b2', 'b'), 'b2')
  const later = batches.add('a3', 'a')
  slow.resolve()
  assert.deepEqual(await Promise.all(results), ['b0', 'a1', 'a2', 'b1'])
  assert.equal(await later, 'a3')
  assert.deepEqual(tried, ['b0', 'a1,a2,b1', 'a1', 'b1', 'b2', 'a2', 'a3'])
})

test('a group that is held up holds up no other: who waits with it fails by the same, and who comes tries alone until it is free', async () => {
  const tried: string[] = []
  let release = Promise.withResolvers<void>()
  let isHeld = true
  const batches = createBatches<string, string>(async (items) => {
    tried.push(`${items}`)
    if (isHeld && items.some((item) => item.startsWith('a'))) {
      if (items.length === 1) await release.promise
      throw Object.assign(new Error('held'), { code: '55P03' })
    }
    return items
  }, 10)
  const add = (item: string) => batches.add(item, item[0])
  const heldUp = ['b0', 'a1', 'a2', 'b1'].map(add)
  assert.equal(await heldUp[3], 'b1')
  const waits = add('a3')
  assert.deepEqual(await Promise.all(['b2', 'c1'].map(add)), ['b2', 'c1'])
  release.resolve()
  for (const one of [heldUp[1], heldUp[2], waits]) await assert.rejects(async () => await one, /held/)
  release = Promise.withResolvers()
  const alone = add('a4')
  assert.deepEqual(await Promise.all(['b3', 'c2'].map(add)), ['b3', 'c2'])
  release.resolve()
  await assert.rejects(alone, /held/)
  isHeld = false
  assert.equal(await add('a5'), 'a5')
  assert.deepEqual(await Promise.all(['b4', 'a6', 'b5'].map(add)), ['b4', 'a6', 'b5'])
  const withA = tried.filter((batch) => batch.includes('a'))
  assert.deepEqual(withA.slice(0, 4), ['a1,a2,b1', 'a1', 'a4', 'a5'])
  assert.equal(withA.at(-1)?.split(',').length, 2, 'together again')
})

test('of what is tried aside a few go at once, however many there are', async () => {
  let [atOnce, most, calls] = [0, 0, 0]
  const batches = createBatches<number, number>(async (items) => {
    if (items.length > 1) throw new Error('not together')
    calls++
    most = Math.max(most, ++atOnce)
    await new Promise(setImmediate)
    atOnce--
    return items
  }, 100)
  const all = Array.from({ length: 51 }, (_, item) => item)
  const done = await Promise.all(all.map((item) => batches.add(item, item % 2 ? `group ${item}` : undefined)))
  assert.deepEqual(done, all)
  assert.equal(calls, all.length)
  assert.ok(most <= 4, `${most} at once`)
})
