import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { test } from 'node:test'
import { compilePattern, createDenyList } from './deny-patterns.ts'

const never = new AbortController().signal
const isDenied = async (pattern: string, text: string) => Boolean(await createDenyList([{ pattern }])(text, never))

test('a pattern is found anywhere, in any case, in letters that read alike', async () => {
  for (const text of ['a NUDE cat', 'a ｎｕｄｅ cat', 'a 𝐧𝐮𝐝𝐞 cat', 'a nu\u200bde cat', 'nude', 'a cat,\nnude']) {
    assert.equal(await isDenied('\\bnude\\b', text), true, text)
  }
  assert.equal(await isDenied('\\bnude\\b', 'a cat in denuded hills'), false)
  assert.equal(await isDenied('кот', 'КОТ на реке'), true)
})

test('patterns that hold up other engines are matched in linear time, and others get their turn', async () => {
  const text = 'a'.repeat(32_000)
  const hostile = ['(a+)+$b', '^(a|a)*b$', '(a*)*b', '(.*a){12}b', '([a-z]+)*\\d'].map((pattern) => ({ pattern }))
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  assert.equal(await createDenyList(hostile)(text, never), undefined)
  delays.disable()
  assert.ok(delays.max / 1e9 < 3, `the event loop stood still for ${delays.max / 1e9} s`)
})

test('looking through many patterns ends with the call', async () => {
  const rules = Array.from({ length: 1000 }, (_, index) => ({ pattern: `(x+)+${index}$` }))
  const gone = new AbortController()
  const looking = createDenyList(rules)('x'.repeat(32_000), gone.signal)
  gone.abort(new Error('the caller is gone'))
  await assert.rejects(looking, /the caller is gone/)
})

test('what RE2 cannot match in linear time is no pattern', () => {
  for (const pattern of ['(a)\\1', '(?=a)', '(', '(a{1,1000}){1,1000}'])
    assert.throws(() => compilePattern(pattern), pattern)
})
