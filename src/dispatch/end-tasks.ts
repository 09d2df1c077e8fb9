/** What the end of tasks is to the database: their states, files, money, and whom it is told to, all in one transaction. */
import { videoIdOf } from '../contract/openai/present-video.ts'
import { presentOutcome, statusOfOutcome } from '../contract/sora/present-task.ts'
import type { EndState } from '../contract/task-state.ts'
import { assetsOf, insertAssets, type NewAsset } from '../db/assets.ts'
import type { NewDelivery } from '../db/deliveries.ts'
import { endReservations } from '../db/ledger.ts'
import type { Tx } from '../db/queryable.ts'
import type { Queue } from '../db/queue.ts'
import { enterEnds, type TaskMove } from '../db/task-moves.ts'
import type { TaskRow } from '../db/tasks.ts'
import { notify, notifyAccounts } from '../db/wake.ts'
import { newId } from '../ids.ts'
import type { LinkSigner } from '../storage/signed-url.ts'
import { enqueueDeliveries } from '../webhooks/enqueue-callback.ts'
import { eventDeliveries, videoEvent } from '../webhooks/enqueue-events.ts'
import { newsOf, type TaskEvent, withHistory } from './task-events.ts'
import { viewTask } from './task-view.ts'

/** An end that a worker found, with the files it has kept. */
export interface End extends Omit<TaskMove, 'event'> {
  event: TaskEvent
  assets: readonly NewAsset[]
}

/** What outcomes are told with. */
export interface OutcomeParts {
  queue: Queue
  links: LinkSigner
}

/** Ends claimed tasks and tells their outcomes in the same transaction. Returns those that were ended, by their claims' ids. */
export async function endTasks(parts: OutcomeParts, tx: Tx, ends: readonly End[]): Promise<Map<string, TaskRow>> {
  const ended = await enterEnds(tx, ends.map(withHistory))
  const held = ends.filter(({ claim }) => ended.has(claim.id))
  await insertAssets(
    tx,
    held.flatMap(({ id, assets }) => assets.map((asset) => ({ taskId: id, asset }))),
  )
  await tellOutcomes(parts, tx, [...ended.values()])
  await notifyAccounts(
    tx,
    held.flatMap(({ id, claim, event }) => newsOf({ id, account_id: ended.get(claim.id)?.account_id ?? '' }, event)),
  )
  return ended
}

/** Callbacks and events are planned, credits are charged or given back, and whoever waits is woken, when that commits. */
export async function tellOutcomes(parts: OutcomeParts, tx: Tx, tasks: readonly TaskRow[]): Promise<void> {
  if (tasks.length === 0) return
  const ids = tasks.map(({ id }) => id)
  const files = Map.groupBy(await assetsOf(tx, ids), ({ task_id }) => task_id)
  const outcomes = tasks.map((task) => ({ task, view: viewTask(parts.links, task, files.get(task.id) ?? []) }))
  const callbacks = outcomes.flatMap(({ task, view }) => callbackOf(task, JSON.stringify(presentOutcome(view))))
  const events = await eventDeliveries(tx, tasks.map(eventOf))
  await enqueueDeliveries(tx, parts.queue, [...callbacks, ...events])
  // Last: the applications' rows, which other requests and ends of the accounts wait for, are held until the commit.
  await endReservations(
    tx,
    outcomes.map(({ task: { id, application_id, key_id, state }, view }) => ({
      ...{ id, applicationId: application_id, keyId: key_id, state: state as EndState },
      status: statusOfOutcome(view),
    })),
  )
  for (const id of ids) await notify(tx, 'task', id)
  const applications = new Map(tasks.map(({ application_id, account_id }) => [application_id, account_id]))
  await notifyAccounts(
    tx,
    [...applications].map(([id, accountId]) => ({ accountId, event: { event: 'application', data: { id } } })),
  )
}

function callbackOf(task: TaskRow, body: string): NewDelivery[] {
  const { id: taskId, account_id: accountId, callback_url: url, callback_secret: callbackSecret } = task
  return url === null ? [] : [{ id: newId(), accountId, taskId, url, body, callbackSecret }]
}

function eventOf({ id: taskId, account_id: accountId, state, finished_at }: TaskRow) {
  const type = state === 'succeeded' ? 'video.completed' : 'video.failed'
  const ended = { taskId, videoId: videoIdOf(taskId), at: finished_at ?? new Date() }
  return { accountId, taskId, event: videoEvent(type, ended) }
}
