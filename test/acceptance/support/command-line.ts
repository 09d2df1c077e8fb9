import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { Exit } from './child.ts'

const atOnce = 4

/** Checks that a command failed as an operator should see it: exit 1, nothing on stdout, one sentence, no insides. */
export function checkRefusal({ code, stdout, stderr }: Exit, sentence: RegExp): void {
  assert.equal(code, 1, stderr)
  assert.equal(stdout, '')
  assert.match(stderr, sentence)
  assert.doesNotMatch(stderr, /^\s+at /m, 'a stack is shown')
  // Progress may come before it, and a hint in brackets after what is wrong with the arguments themselves.
  const lines = stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\(.*\)$|^ +\d+ % /.test(line))
  assert.equal(lines.length, 1, stderr)
}

/** Whether something listens on a loopback port. */
export function isListening(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port })
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}

/** Does something for each of the items, a few at a time. */
export async function forEach<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
