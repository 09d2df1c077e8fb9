import { createHash } from 'node:crypto'
import { show } from '../contract/field-errors.ts'
import type { CreateVideo } from '../contract/sora/create-video.ts'
import { storedRequest } from '../contract/sora/stored-request.ts'
import { insertAssets } from '../db/assets.ts'
import {
  findIdempotencyKey,
  findSentBody,
  type IdempotencyRow,
  insertIdempotencyKey,
  recordSentBody,
} from '../db/idempotency-keys.ts'
import type { Tx } from '../db/queryable.ts'
import { countOpenTasks, findTask, insertTask } from '../db/tasks.ts'
import { notifyAccount } from '../db/wake.ts'
import { RushesError } from '../errors.ts'
import { newTaskId, newVideoId } from '../ids.ts'
import { type Dispatch, queueOf } from './dispatch.ts'
import { folderOf, prepareReferences } from './prepare-references.ts'
import { changeTask, type TaskEvent } from './task-events.ts'

const maxCountedTasks = 1000
/** Clients that retry on their own give up long before. */
const retrySeconds = 600

/** Whose task it is, or is to be. */
export interface Owner {
  accountId: string
  applicationId: string
  keyId: string
}

export interface CreateTask {
  owner: Owner
  charge: {
    /** Throws when the owner cannot pay, before anything is fetched. */
    check(): Promise<void>
    /** Holds what the task costs in the transaction that makes it. Throws when the owner cannot pay. */
    reserve(tx: Tx, taskId: string): Promise<void>
  }
  create: CreateVideo
  /** The body as sent. */
  body: Record<string, unknown>
  traceId: string
  /** The `Idempotency-Key` header. */
  idempotencyKey: string | undefined
  /**
   * How often the caller's client has sent this body before on its own (`x-stainless-retry-count`): above 0, the task
   * that this key made of the same body within minutes is the answer.
   */
  retryCount?: number
}

/**
 * Accepts a request: references first, then one transaction with the task, its files, its price, the idempotency key and
 * the job.
 * Returns the id of the task, which is an earlier one's when the idempotency key was used with the same body before.
 * Throws `invalid_parameters`, `not_offered`, `content_too_large`; nothing is left then.
 */
export async function createTask(dispatch: Dispatch, call: CreateTask, signal: AbortSignal): Promise<string> {
  const { db } = dispatch
  const { owner, create, traceId } = call
  const { request } = create
  const { retryCount } = call
  const remembered = call.idempotencyKey !== undefined || retryCount !== undefined
  const fingerprint = remembered ? fingerprintOf(call.body) : ''
  const earlier = call.idempotencyKey && (await findIdempotencyKey(db.root, owner.keyId, call.idempotencyKey))
  if (earlier) return sameTask(earlier, fingerprint)
  const sent = retryCount ? await findSentBody(db.root, owner.keyId, fingerprint, retrySeconds) : undefined
  if (sent) return sent.task_id

  if (create.callbackUrl !== undefined) checkCallbackUrl(dispatch, create.callbackUrl)
  const { name: engine } = dispatch.registry.choose(request, create.references.images.length)
  const id = newTaskId()
  await call.charge.check()
  const references = await prepareReferences(dispatch, id, request, create.references, signal)
  try {
    const event: TaskEvent = { type: 'created', model: request.model, engine }
    const named = { id, trace_id: traceId, account_id: owner.accountId, engine, model: request.model }
    await changeTask(dispatch, named, event, async (tx) => {
      await insertTask(tx, {
        id,
        traceId,
        ...owner,
        model: request.model,
        engine,
        videoId: newVideoId(request.version, request.model, new Date()),
        request: storedRequest(call.body),
        generation: request,
        callbackUrl: create.callbackUrl,
        callbackSecret: create.callbackSecret,
      })
      if (call.idempotencyKey !== undefined) {
        const row = { keyId: owner.keyId, name: call.idempotencyKey, fingerprint, taskId: id }
        if (!(await insertIdempotencyKey(tx, row))) throw new UsedMeanwhile()
      }
      if (retryCount !== undefined) await recordSentBody(tx, owner.keyId, fingerprint, id)
      await insertAssets(tx, id, references)
      await call.charge.reserve(tx, id)
      await notifyAccount(tx, owner.accountId, { event: 'application', data: { id: owner.applicationId } })
      const priority = await priorityOf(tx, owner)
      await dispatch.queue.send(tx, queueOf(engine), { jobId: id, subject: id, priority, keyId: owner.keyId })
      return true
    })
    return id
  } catch (error) {
    // A commit whose answer got lost is a commit: the task is there, and its files are needed.
    const committed = error instanceof UsedMeanwhile ? undefined : await findTask(db.root, id)
    if (committed) return id
    if (references.length) await dispatch.store.deletePrefix(folderOf(id), AbortSignal.timeout(10_000)).catch(() => {})
    if (!(error instanceof UsedMeanwhile) || call.idempotencyKey === undefined) throw error
    const winner = await findIdempotencyKey(db.root, owner.keyId, call.idempotencyKey)
    if (!winner) throw error
    return sameTask(winner, fingerprint)
  }
}

/**
 * A caller's tenth open task comes after everybody's first: who sends a thousand starves neither others nor, with one key,
 * the other keys of the account.
 */
async function priorityOf(tx: Tx, { accountId, keyId }: Owner): Promise<number> {
  const ofAccount = await countOpenTasks(tx, { accountId }, maxCountedTasks)
  return 2 - ofAccount - (await countOpenTasks(tx, { keyId }, maxCountedTasks))
}

/** A callback that could never be delivered is refused now, by its field. */
function checkCallbackUrl({ checkUrl }: Dispatch, url: string): void {
  try {
    checkUrl(url)
  } catch (cause) {
    if (!(cause instanceof RushesError)) throw cause
    throw new RushesError('invalid_parameters', `callback_url is ${show('callback_url', url)}: ${cause.message}`, {
      cause,
    })
  }
}

/** Another call with the same idempotency key committed first. */
class UsedMeanwhile extends Error {}

function sameTask(earlier: IdempotencyRow, fingerprint: string): string {
  if (earlier.fingerprint === fingerprint) return earlier.task_id
  throw new RushesError(
    'invalid_parameters',
    'The Idempotency-Key was used before with another body; allowed: the same body again, or another key.',
  )
}

/** The same for bodies that differ in the order of their keys only. */
function fingerprintOf(body: Record<string, unknown>): string {
  const sorted = JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('hex')
}
