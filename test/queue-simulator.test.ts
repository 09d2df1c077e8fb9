/** The simulation that docs/scale.md plans by is held to the formula for the case that has one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { erlangC, seededRandom, simulateQueue } from '../bench/queue-simulator.ts'

const steady = { perDay: 86_400, peak: 1, meanSeconds: 8, work: 'exponential', days: 5 } as const

test('at a steady rate the simulated waits are those of Erlang’s formula', () => {
  for (const workers of [9, 10, 12]) {
    const simulated = simulateQueue({ ...steady, workers, random: seededRandom(7) })
    const formula = erlangC(workers, 1, 8)
    assert.ok(
      Math.abs(simulated.waiting / formula.waiting - 1) < 0.08,
      `${workers}: ${simulated.waiting} ${formula.waiting}`,
    )
    assert.ok(Math.abs(simulated.mean / formula.mean - 1) < 0.15, `${workers}: ${simulated.mean} ${formula.mean}`)
  }
  // M/M/1: a request waits with the probability of the load.
  assert.ok(Math.abs(erlangC(1, 0.5, 1).waiting - 0.5) < 1e-12)
  assert.equal(erlangC(1, 2, 1).mean, Number.POSITIVE_INFINITY)
})

test('a day with a peak makes more wait than a steady one of as many requests, and work of a fixed length fewer', () => {
  const day = { ...steady, workers: 11, days: 2 }
  const even = simulateQueue({ ...day, random: seededRandom(3) })
  const peaked = simulateQueue({ ...day, peak: 1.8, random: seededRandom(3) })
  assert.ok(Math.abs(peaked.requests / even.requests - 1) < 0.02)
  assert.ok(peaked.p95 > 10 * even.p95)
  assert.ok(simulateQueue({ ...day, work: 'fixed', random: seededRandom(3) }).mean < even.mean)
})
