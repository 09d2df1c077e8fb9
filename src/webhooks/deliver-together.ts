/** Deliveries that come together are claimed together and recorded together, each in one transaction for all. */
import { type Batches, createBatches } from '../batches.ts'
import type { Database } from '../db/connect.ts'
import { type Attempt, type ClaimedDelivery, claimDeliveries, recordAttempts } from '../db/delivery-claims.ts'
import type { Queryable } from '../db/queryable.ts'
import type { Queue } from '../db/queue.ts'
import { notifyAccounts } from '../db/wake.ts'
import { noteStreaks, type Streak } from '../db/webhook-endpoints.ts'
import { enqueueAttempts } from './enqueue-callback.ts'

/** An endpoint that has not taken three deliveries in a row rests: 30 seconds, then twice as long each time, up to an hour. */
const rests = { patience: 3, firstRestSeconds: 30, maxRestSeconds: 3_600 }
/** Longer than an attempt takes, shorter than the heartbeat that finds a dead worker: meanwhile nobody else makes it. */
const claimSeconds = 15
const mostTogether = 100

/** Claims of deliveries by their ids; undefined of one that is not due. */
export function createClaiming(db: Database, workerName: string): Batches<string, ClaimedDelivery | undefined> {
  return createBatches(async (ids) => {
    const claimed = await claimDeliveries(db.root, ids, workerName, claimSeconds)
    const byId = new Map(claimed.map((delivery) => [delivery.id, delivery]))
    return ids.map((id) => byId.get(id))
  }, mostTogether)
}

export interface Made {
  delivery: ClaimedDelivery
  attempt: Attempt
}

/** Records of attempts, each with what follows from it: the delivery's next attempt, its endpoint's rest, news to its account. */
export function createRecording(db: Database, queue: Queue): Batches<Made, undefined> {
  return createBatches(async (made) => {
    const record = async (handle: Queryable): Promise<Set<string>> => {
      const recorded = await recordAttempts(
        handle,
        made.map(({ attempt }) => attempt),
      )
      await notifyAccounts(
        handle,
        made.map(({ delivery: { id, task_id, account_id }, attempt: { state } }) => ({
          accountId: account_id,
          event: { event: 'delivery' as const, data: { id, task_id, state } },
        })),
      )
      return recorded
    }
    const streaks = streaksOf(made)
    const pending = made.filter(({ attempt }) => attempt.state === 'pending')
    if (streaks.length === 0 && pending.length === 0) {
      await db.statement(record)
    } else {
      await db.transaction(async (tx) => {
        // First: whoever changes or deletes an endpoint holds its row, too, before its deliveries.
        await noteStreaks(tx, streaks, rests)
        const recorded = await record(tx)
        const again = pending.filter(({ attempt }) => recorded.has(attempt.deliveryId))
        await enqueueAttempts(
          tx,
          queue,
          again.map(({ delivery, attempt: { number, retrySeconds } }) => ({
            to: delivery,
            attempt: number + 1,
            afterSeconds: retrySeconds,
          })),
        )
      })
    }
    return made.map(() => undefined)
  }, mostTogether)
}

function streaksOf(made: readonly Made[]): Streak[] {
  const streaks = new Map<string, Streak>()
  for (const { delivery, attempt } of made) {
    if (delivery.endpoint_id === null) continue
    const none = { endpointId: delivery.endpoint_id, taken: false, failures: 0, onTrial: false }
    const before = streaks.get(delivery.endpoint_id) ?? none
    const isTaken = attempt.state === 'delivered'
    streaks.set(
      delivery.endpoint_id,
      isTaken
        ? { ...none, taken: true }
        : { ...before, failures: before.failures + 1, onTrial: before.onTrial || isTrial(delivery) },
    )
  }
  return [...streaks.values()]
}

/** Whether it was sent because a rest was over, and not because somebody asked. */
const isTrial = ({ rests, reopened }: ClaimedDelivery): boolean => rests === true && !reopened
