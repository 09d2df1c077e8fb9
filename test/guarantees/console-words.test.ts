/** How the console writes what it is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameOfAgent } from '../../console/src/pages/settings/agent-name.ts'
import { formatSeconds } from '../../console/src/parts/format.ts'

test('a duration is written in units of which none is full', () => {
  const written = [0.85, 4.24, 59.6, 60, 119.7, 125, 900, 11_400].map(formatSeconds)
  assert.deepEqual(written, ['850 ms', '4.2 s', '1 min', '1 min', '2 min', '2 min 5 s', '15 min', '3 h 10 min'])
})

test('a session is known by its browser and system, whoever else the browser says it is', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
  assert.equal(nameOfAgent(chrome), 'Chrome on Windows')
  assert.equal(nameOfAgent(`${chrome} Edg/141.0.0.0`), 'Edge on Windows')
  assert.equal(nameOfAgent(safari), 'Safari on iOS')
  assert.equal(
    nameOfAgent('Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'),
    'Firefox on Linux',
  )
  assert.equal(nameOfAgent('curl/8.5.0'), 'curl')
  assert.equal(nameOfAgent(null), 'Unknown')
})
