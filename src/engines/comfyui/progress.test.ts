import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgressBook } from './progress.ts'

const say = (type: string, data: object) => JSON.stringify({ type, data })

test('progress is the steps of all samplers, and does not fall', () => {
  const book = createProgressBook()
  book.follow('a', ['high', 'low'])
  assert.equal(book.progressOf('a'), undefined)
  book.read(say('progress', { prompt_id: 'a', node: 'high', value: 5, max: 10 }))
  assert.equal(book.progressOf('a')?.toFixed(4), '0.2375')
  book.read(
    say('progress_state', { prompt_id: 'a', nodes: { high: { value: 10, max: 10 }, low: { value: 0, max: 10 } } }),
  )
  const half = book.progressOf('a') ?? 0
  book.read(say('progress', { prompt_id: 'a', node: 'high', value: 1, max: 10 }))
  assert.equal(book.progressOf('a'), half)
  book.read(say('progress', { prompt_id: 'a', node: 'low', value: 10, max: 10 }))
  assert.equal(book.progressOf('a'), 0.95)
})

test('steps of a node that is no sampler, such as tiled decoding, do not count', () => {
  const book = createProgressBook()
  book.follow('a', ['sampler'])
  book.read(say('progress', { prompt_id: 'a', node: 'decoded', value: 9, max: 10 }))
  assert.equal(book.progressOf('a'), undefined)
})

test('the end of a prompt is news, whichever message says it', () => {
  const book = createProgressBook()
  for (const type of ['execution_success', 'execution_error', 'execution_interrupted']) {
    assert.deepEqual(book.read(say(type, { prompt_id: 'a' })), { promptId: 'a', ended: true })
  }
  assert.deepEqual(book.read(say('executing', { prompt_id: 'a', node: null })), { promptId: 'a', ended: true })
  assert.deepEqual(book.read(say('executing', { prompt_id: 'a', node: '6' })), { promptId: 'a', ended: false })
})

test('other messages, other prompts and nonsense are ignored', () => {
  const book = createProgressBook()
  book.follow('a', ['s'])
  for (const text of [
    '',
    '{',
    '[]',
    '{"type":5}',
    say('status', { status: {} }),
    say('crystools.monitor', { cpu: 3 }),
  ]) {
    assert.equal(book.read(text), undefined)
  }
  book.read(say('progress', { prompt_id: 'b', node: 's', value: 5, max: 10 }))
  book.read(say('progress', { prompt_id: 'a', node: 's', value: 'x', max: 10 }))
  book.read(say('progress_state', { prompt_id: 'a', nodes: { s: 'running' } }))
  assert.equal(book.progressOf('a'), undefined)
})
