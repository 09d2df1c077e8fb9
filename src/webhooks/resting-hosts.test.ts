import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRestingHosts } from './resting-hosts.ts'

function scene(pauseSeconds: readonly number[] = [60, 300, 7200]) {
  let seconds = 0
  const hosts = createRestingHosts({ pauseSeconds, probeSeconds: 15, now: () => seconds * 1000 })
  return {
    hosts,
    pass: (more: number) => {
      seconds += more
    },
    fail: (times: number, host = 'a') => Array.from({ length: times }, () => hosts.tried(host, false)).at(-1),
  }
}

test('a host that has not answered three times in a row rests, and no other does', () => {
  const { hosts, pass, fail } = scene()
  assert.equal(fail(2), undefined)
  assert.equal(hosts.admits('a'), 'yes')
  assert.equal(fail(1), 60)
  assert.equal(hosts.admits('a'), 60)
  assert.equal(hosts.admits('b'), 'yes')
  pass(20)
  assert.equal(hosts.admits('a'), 40)
})

test('an answer in between, of whatever status, begins the count anew', () => {
  const { hosts, fail } = scene()
  fail(2)
  hosts.tried('a', true)
  assert.equal(fail(2), undefined)
  assert.equal(hosts.admits('a'), 'yes')
})

test('when a rest is over one attempt is made, the others wait for it, and each that fails makes the next rest longer, up to an hour', () => {
  const { hosts, pass, fail } = scene()
  let rest = fail(3) ?? 0
  for (const next of [300, 3600, 3600]) {
    pass(rest)
    assert.equal(hosts.admits('a'), 'yes')
    assert.equal(hosts.admits('a'), 15)
    pass(10)
    assert.equal(fail(1), next)
    assert.equal(hosts.admits('a'), next)
    rest = next
  }
  pass(rest)
  assert.equal(hosts.admits('a'), 'yes')
  hosts.tried('a', true)
  assert.equal(hosts.admits('a'), 'yes')
  assert.equal(fail(1), undefined)
})

test('attempts that were under way when a rest began do not make it longer', () => {
  const { hosts, fail } = scene()
  fail(3)
  assert.equal(fail(13), undefined)
  assert.equal(hosts.admits('a'), 60)
})

test('one whose trial was never heard of again is tried again', () => {
  const { hosts, pass, fail } = scene()
  pass(fail(3) ?? 0)
  assert.equal(hosts.admits('a'), 'yes')
  pass(15)
  assert.equal(hosts.admits('a'), 'yes')
})

test('where nothing is tried twice no host rests', () => {
  const { hosts, fail } = scene([])
  assert.equal(fail(10), undefined)
  assert.equal(hosts.admits('a'), 'yes')
})

test('as many hosts are remembered as there is room for, those that were tried last', () => {
  const { hosts, fail } = scene()
  fail(3, 'first')
  for (let host = 0; host < 10_000; host++) fail(3, `host ${host}`)
  assert.equal(hosts.admits('first'), 'yes')
  assert.equal(hosts.admits('host 0'), 60)
})
