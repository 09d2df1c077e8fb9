import { isDatabaseAway } from './database-away.ts'

/** Calls of one lane that come while one of it is under way go together in the next. */
export interface Batches<Item, Result> {
  /** Resolves, or rejects, with what became of this item. */
  add(lane: string, item: Item): Promise<Result>
}

interface Waiting<Item, Result> extends PromiseWithResolvers<Result> {
  item: Item
}

/**
 * What has to take turns anyway, such as transactions that hold one row, takes one turn for all who wait: the more come,
 * the more go together, and alone nobody waits. `work` says what became of each item, in their order; where it throws,
 * the items are tried one by one, so that the fault of one is no other's; but for a database that is away.
 */
export function createBatches<Item, Result>(
  work: (lane: string, items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): Batches<Item, Result> {
  const lanes = new Map<string, Waiting<Item, Result>[]>()

  async function drive(lane: string, waiting: Waiting<Item, Result>[]): Promise<void> {
    while (waiting.length > 0) await run(lane, waiting.splice(0, most))
    lanes.delete(lane)
  }

  async function run(lane: string, batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(
        lane,
        batch.map(({ item }) => item),
      )
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
    } catch (error) {
      // Where nothing answers, each would wait for its own time limit, and one that was done would be done again.
      if (batch.length === 1 || isDatabaseAway(error)) for (const { reject } of batch) reject(error)
      else for (const one of batch) await run(lane, [one])
    }
  }

  return {
    add(lane, item) {
      const call = { item, ...Promise.withResolvers<Result>() }
      const waiting = lanes.get(lane)
      if (waiting) {
        waiting.push(call)
      } else {
        const first = [call]
        lanes.set(lane, first)
        void drive(lane, first)
      }
      return call.promise
    },
  }
}
