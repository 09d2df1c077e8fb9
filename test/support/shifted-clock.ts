/**
 * Loaded before a server (`--import`), and with it in each of its threads: while the file RUSHES_TEST_CLOCK_WRONG is there,
 * the clock is wrong by as many milliseconds as it says. Time that passes is measured as ever.
 */
import { readFileSync } from 'node:fs'

const path = process.env.RUSHES_TEST_CLOCK_WRONG ?? ''
const RightDate = Date

function shift(): number {
  try {
    return Number(readFileSync(path, 'latin1'))
  } catch {
    return 0
  }
}

const now = (): number => RightDate.now() + shift()

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given: unknown[], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
})
