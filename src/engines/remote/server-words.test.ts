import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneLine } from './server-words.ts'

test('a long text of a server is shortened between two characters, never through one', () => {
  for (const before of [498, 499, 500]) {
    const line = oneLine(`${'a'.repeat(before)}${'\u{1f3ac}'.repeat(4)}`)
    assert.ok(line.isWellFormed() && !line.includes('\ufffd'), `${before} characters before`)
    assert.match(line, /^a+\u{1f3ac}?…$/u)
  }
})
