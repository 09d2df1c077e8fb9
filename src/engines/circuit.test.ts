import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCircuit } from './circuit.ts'

test('it opens after failures in a row, lets one trial through after a while, and closes with a success', () => {
  let now = 0
  const circuit = createCircuit({ failures: 2, openMilliseconds: 1000, now: () => now })
  circuit.failed('one')
  circuit.succeeded()
  circuit.failed('two')
  assert.equal(circuit.isOpen(), false, 'not in a row')
  circuit.failed('three')
  assert.deepEqual([circuit.isOpen(), circuit.admits(), circuit.lastFailure()], [true, false, 'three'])
  now = 1000
  assert.equal(circuit.isOpen(), false)
  assert.deepEqual([circuit.admits(), circuit.admits()], [true, false], 'one trial, not two')
  circuit.failed('four')
  assert.equal(circuit.admits(), false)
  now = 2000
  assert.equal(circuit.admits(), true)
  circuit.succeeded()
  assert.deepEqual([circuit.admits(), circuit.admits(), circuit.lastFailure()], [true, true, undefined])
})
