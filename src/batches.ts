import { isDatabaseAway, isHeldUp } from './database-away.ts'

/** Calls that come while others are under way go together in the next batch. */
export interface Batches<Item, Result> {
  /**
   * Resolves, or rejects, with what became of this item. What holds one item of a `group` up, such as the row of its
   * account, holds up the others of the group: where that happens they no longer go with everybody else.
   */
  add(item: Item, group?: string): Promise<Result>
}

/** Groups, or items without one, that are tried aside at the same time. */
const mostAside = 2

interface Call<Item, Result> extends PromiseWithResolvers<Result> {
  item: Item
  group: string | undefined
}

/**
 * What has to take turns anyway, such as transactions that hold one row, takes one turn for all who wait: the more come,
 * the more go together, and alone nobody waits. `work` says what became of each item, in their order; where it throws,
 * the items are tried one by one beside those who come after, so that the fault of one is no other's; but for a database
 * that is away.
 *
 *     together -> done
 *              -> failed: aside, each group in its order, one by one -> one was done: together again
 *                                                                    -> held up: whoever waits has failed, who comes stays aside
 */
export function createBatches<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): Batches<Item, Result> {
  type OneCall = Call<Item, Result>
  let waiting: OneCall[] = []
  let isDriven = false
  let atOnce = 0
  const forTurn: (() => void)[] = []
  /** The groups that go by themselves, with those of them who wait; `isBusy` while one of them is tried. */
  const aside = new Map<string, { isBusy: boolean; waiting: OneCall[] }>()

  function enqueue(call: OneCall): void {
    const own = call.group === undefined ? undefined : aside.get(call.group)
    if (!own) {
      waiting.push(call)
      if (!isDriven) void drive()
    } else if (own.isBusy) own.waiting.push(call)
    else void tryAside(call.group, [call])
  }

  async function drive(): Promise<void> {
    isDriven = true
    while (waiting.length > 0) await run(waiting.splice(0, most))
    isDriven = false
  }

  async function run(batch: readonly OneCall[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
    } catch (error) {
      // Where nothing answers, each would wait for its own time limit, and one that was done would be done again.
      if (isDatabaseAway(error)) for (const { reject } of batch) reject(error)
      else setAside(batch, error)
    }
  }

  function setAside(batch: readonly OneCall[], error: unknown): void {
    const [first] = batch
    if (first && batch.length === 1) {
      if (first.group !== undefined && isHeldUp(error)) aside.set(first.group, { isBusy: false, waiting: [] })
      first.reject(error)
    } else {
      for (const [group, calls] of Map.groupBy(batch, ({ group }) => group)) {
        if (group !== undefined) void tryAside(group, calls)
        else for (const call of calls) void tryAside(group, [call])
      }
    }
    // Those of these groups that wait already come after them.
    const later = waiting
    waiting = []
    for (const call of later) enqueue(call)
  }

  async function tryAside(group: string | undefined, calls: OneCall[]): Promise<void> {
    const own = { isBusy: true, waiting: [] as OneCall[] }
    if (group !== undefined) aside.set(group, own)
    await turn()
    const heldUp = await oneByOne(calls)
    atOnce--
    forTurn.shift()?.()
    if (group === undefined) return
    const later = own.waiting
    if (heldUp === undefined) {
      aside.delete(group)
      for (const call of later) enqueue(call)
    } else {
      aside.set(group, { isBusy: false, waiting: [] })
      for (const { reject } of later) reject(heldUp)
    }
  }

  /** Few at once: each may hold a connection for as long as something is waited for, and all others need some, too. */
  async function turn(): Promise<void> {
    if (atOnce >= mostAside) {
      const { promise, resolve } = Promise.withResolvers<void>()
      forTurn.push(resolve)
      await promise
    }
    atOnce++
  }

  /** Returns what held one of them up; the others, which would wait as long, have failed by the same. */
  async function oneByOne(calls: readonly OneCall[]): Promise<unknown> {
    let heldUp: unknown
    for (const { item, resolve, reject } of calls) {
      if (heldUp !== undefined) reject(heldUp)
      else {
        try {
          resolve((await work([item]))[0] as Result)
        } catch (error) {
          if (isHeldUp(error) || isDatabaseAway(error)) heldUp = error
          reject(error)
        }
      }
    }
    return heldUp
  }

  return {
    add(item, group) {
      const call = { item, group, ...Promise.withResolvers<Result>() }
      enqueue(call)
      return call.promise
    },
  }
}
