/** Decides what happens at the crash points of a server under test (src/crash-points.ts): it waits there until told. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { CrashPoint, Passing } from '../../src/crash-points.ts'

/** What happens at a point; the server goes on when it resolves. */
export type Act = (passing: Passing) => unknown

/** The server never goes on from there: it is killed in the end. */
export const hold: Act = () => new Promise(() => {})

export interface Director {
  /** For RUSHES_CRASH_POINTS. */
  url: string
  /** Every point that was reached, in order. */
  passed: readonly Passing[]
  /**
   * Plans what happens when a task comes to a point for the first time from now; resolves when it has come there. Until
   * something is planned for a task, or it is `free`, it waits as soon as it is claimed: its id is known only when it is made.
   */
  plan(taskId: string, point: CrashPoint, act: Act): Promise<Passing>
  /** The same of whatever task comes there next. */
  planNext(point: CrashPoint, act: Act): Promise<Passing>
  /** Nothing is planned for this task any more. */
  free(taskId: string): void
  /** Nothing is planned for anybody, known or not, from now. */
  freeAll(): void
  /** Tasks that nothing is planned for wait again when they are claimed. */
  takeCare(): void
  /** What a task has passed, to be read in a failure. */
  historyOf(taskId: string): string
  [Symbol.asyncDispose](): Promise<void>
}

interface Plan {
  taskId: string | undefined
  point: CrashPoint
  act: Act
  came: (passing: Passing) => void
}

export async function startDirector(): Promise<Director> {
  const passed: Passing[] = []
  const known = new Set<string>()
  let plans: Plan[] = []
  let isCareful = true
  let news = Promise.withResolvers<void>()
  const tell = () => {
    news.resolve()
    news = Promise.withResolvers()
  }

  async function decide(passing: Passing): Promise<void> {
    const { point, subject } = passing
    passed.push(passing)
    const next = () => plans.findIndex((one) => one.point === point && (one.taskId ?? subject) === subject)
    const isNew = () => point === 'generate:claimed' && !known.has(subject) && next() === -1
    while (isCareful && isNew()) await news.promise
    const [plan] = next() === -1 ? [] : plans.splice(next(), 1)
    plan?.came(passing)
    await plan?.act(passing)
  }

  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '')
    if (body !== '') await decide(JSON.parse(body) as Passing)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function add(taskId: string | undefined, point: CrashPoint, act: Act): Promise<Passing> {
    const came = Promise.withResolvers<Passing>()
    plans.push({ taskId, point, act, came: came.resolve })
    if (taskId !== undefined) known.add(taskId)
    tell()
    return came.promise
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    plan: add,
    planNext: (point, act) => add(undefined, point, act),
    free(taskId) {
      known.add(taskId)
      plans = plans.filter((one) => one.taskId !== taskId)
      tell()
    },
    freeAll() {
      isCareful = false
      plans = []
      tell()
    },
    takeCare() {
      isCareful = true
    },
    historyOf(taskId) {
      const own = passed.filter(({ subject }) => subject === taskId || subject === '')
      return own.map(({ point, pid }) => `${point} (${pid})`).join('\n')
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
