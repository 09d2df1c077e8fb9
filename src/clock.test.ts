import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { test } from 'node:test'
import { followSignals } from './clock.ts'

test('a signal that follows others aborts with the reason of the first, also of one that has aborted before', () => {
  const [first, second] = [new AbortController(), new AbortController()]
  using any = followSignals([first.signal, second.signal])
  assert.equal(any.signal.aborted, false)
  second.abort('the second')
  first.abort('the first')
  assert.equal(any.signal.reason, 'the second')
  using late = followSignals([first.signal])
  assert.equal(late.signal.reason, 'the first')
})

test('nothing of it hangs on the others when it is disposed of', () => {
  const long = new AbortController()
  const any = followSignals([long.signal])
  any[Symbol.dispose]()
  assert.deepEqual(getEventListeners(long.signal, 'abort'), [])
  long.abort()
  assert.equal(any.signal.aborted, false)
})
