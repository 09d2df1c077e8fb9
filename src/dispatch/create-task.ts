import { createHash } from 'node:crypto'
import { show } from '../contract/field-errors.ts'
import type { CreateVideo } from '../contract/sora/create-video.ts'
import { storedRequest } from '../contract/sora/stored-request.ts'
import type { NewTask } from '../db/accepted-tasks.ts'
import { findIdempotencyKey, findSentBody, type IdempotencyRow, nameOfBody } from '../db/idempotency-keys.ts'
import { findTask } from '../db/tasks.ts'
import { RushesError } from '../errors.ts'
import { newTaskId, newVideoId } from '../ids.ts'
import type { Dispatch } from './dispatch.ts'
import { folderOf, hasReferences, prepareReferences } from './prepare-references.ts'
import { traceAccepted } from './trace-task.ts'

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
    /** Throws when the server is full, or, before anything is fetched, when the owner cannot pay. */
    check(fetches: boolean): Promise<void>
    /** Makes the task, holding what it costs. Throws when the owner cannot pay, and UsedMeanwhile. */
    accept(task: Omit<NewTask, 'credits'>): Promise<void>
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

export interface CreatedTask {
  id: string
  /** Whether it was there before: the same request had made it. */
  known: boolean
}

/** Another call with the same idempotency key committed first. */
export class UsedMeanwhile extends Error {}

/**
 * Accepts a request: references first, then the task with its files, its price, the idempotency key and the job, all in
 * one transaction.
 * The task is an earlier one when the idempotency key was used with the same body before.
 * Throws `invalid_parameters`, `not_offered`, `content_too_large`, and `forbidden` by the content policy; nothing is left then.
 */
export async function createTask(dispatch: Dispatch, call: CreateTask, signal: AbortSignal): Promise<CreatedTask> {
  const { db } = dispatch
  const start = new Date()
  const { owner, create, traceId, idempotencyKey, retryCount } = call
  const { request } = create
  const remembered = idempotencyKey !== undefined || retryCount !== undefined
  const fingerprint = remembered ? fingerprintOf(call.body) : ''
  const earlier = idempotencyKey && (await findIdempotencyKey(db.root, owner.keyId, idempotencyKey))
  if (earlier) return sameTask(earlier, fingerprint)
  const sent = retryCount ? await findSentBody(db.root, owner.keyId, fingerprint, retrySeconds) : undefined
  if (sent) return { id: sent.task_id, known: true }

  if (create.callbackUrl !== undefined) checkCallbackUrl(dispatch, create.callbackUrl)
  const { name: engine } = dispatch.registry.choose(request, create.references.images.length)
  const id = newTaskId()
  await dispatch.policy.checkPrompt(request, signal)
  await call.charge.check(hasReferences(request, create.references))
  const assets = await prepareReferences(dispatch, id, request, create.references, signal)
  try {
    await dispatch.policy.moderate(request, assets, signal)
    signal.throwIfAborted()
    await call.charge.accept({
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
      assets,
      idempotencyKey,
      bodyName: retryCount === undefined ? undefined : nameOfBody(fingerprint),
      fingerprint,
    })
    traceAccepted(dispatch.tracing, { traceId, taskId: id, engine, model: request.model, start })
    return { id, known: false }
  } catch (error) {
    // A commit whose answer got lost is a commit: the task is there, and its files are needed.
    const committed = error instanceof UsedMeanwhile ? undefined : await findTask(db.root, id)
    if (committed) return { id, known: false }
    if (assets.length) await dispatch.store.deletePrefix(folderOf(id), AbortSignal.timeout(10_000)).catch(() => {})
    if (!(error instanceof UsedMeanwhile) || idempotencyKey === undefined) throw error
    const winner = await findIdempotencyKey(db.root, owner.keyId, idempotencyKey)
    if (!winner) throw error
    return sameTask(winner, fingerprint)
  }
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

function sameTask(earlier: IdempotencyRow, fingerprint: string): CreatedTask {
  if (earlier.fingerprint === fingerprint) return { id: earlier.task_id, known: true }
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
