import { findApiKey } from '../db/api-keys.ts'
import { findApplication } from '../db/applications.ts'
import { reserveCredits } from '../db/ledger.ts'
import type { Queryable } from '../db/queryable.ts'
import { countOpenTasks } from '../db/tasks.ts'
import { type CreateTask, createTask, type Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'
import type { Billing } from './billing.ts'
import { priceOf } from './prices.ts'

/**
 * Accepts a priced request: its credits are held in the very transaction that makes its task. Whoever cannot pay is
 * told before anything is fetched.
 * Throws `used_up`, `forbidden`, `too_many_requests` and what createTask throws; nothing is left then.
 */
export async function acceptTask(
  billing: Billing,
  call: Omit<CreateTask, 'charge'>,
  signal: AbortSignal,
): Promise<string> {
  const { owner, create, traceId } = call
  const { request } = create
  const credits = priceOf(billing.prices, request)
  const charge: CreateTask['charge'] = {
    async check() {
      await billing.fullServer.refuse()
      await refuseUncovered(billing.dispatch.db.root, owner, credits)
    },
    async reserve(tx, taskId) {
      // The application's row is held from here on: what follows is counted by one creation at a time.
      if (!(await reserveCredits(tx, { taskId, traceId, ...owner, request, credits }))) {
        await refuseUncovered(tx, owner, credits)
        throw new RushesError('used_up', `This request costs ${credits} credits, which are no longer left.`)
      }
      await refuseTooMany(tx, owner, billing.openTasks)
    },
  }
  const id = await createTask(billing.dispatch, { ...call, charge }, signal)
  billing.fullServer.accepted()
  return id
}

/** Throws `used_up` or `forbidden`, saying why, when application or key do not cover `credits` now. */
export async function refuseUncovered(db: Queryable, owner: Owner, credits: number): Promise<void> {
  const application = await findApplication(db, owner.applicationId)
  const key = await findApiKey(db, owner.keyId)
  if (!application || !key) throw new RushesError('not_acquired', 'The account has not acquired the video service.')
  if (application.disabled_at) throw new RushesError('forbidden', 'The application of this key is disabled.')
  if (key.revoked_at) throw new RushesError('invalid_token', 'The key in the authorization header was revoked.')
  const { balance, reserved, used, credit_limit: limit } = application
  const left = [
    application.unlimited ? undefined : { credits: balance, of: 'in the application' },
    limit === null ? undefined : { credits: limit - used - reserved, of: `of the application's limit of ${limit}` },
    key.credit_limit === null
      ? undefined
      : { credits: key.credit_limit - key.spent, of: `of the key's limit of ${key.credit_limit}` },
  ]
  for (const one of left) {
    if (!one || one.credits >= credits) continue
    const held = reserved > 0 ? ` (${reserved} more are held for tasks under way)` : ''
    throw new RushesError(
      'used_up',
      `This request costs ${credits} credits; ${Math.max(0, one.credits)} are left ${one.of}${held}.`,
    )
  }
}

async function refuseTooMany(tx: Queryable, owner: Owner, { ofKey, ofAccount }: Billing['openTasks']): Promise<void> {
  // The new task is among them.
  if ((await countOpenTasks(tx, { keyId: owner.keyId }, ofKey + 1)) > ofKey) throw tooMany('key', ofKey)
  if ((await countOpenTasks(tx, { accountId: owner.accountId }, ofAccount + 1)) > ofAccount) {
    throw tooMany('account', ofAccount)
  }
}

const tooMany = (whose: string, most: number): RushesError =>
  new RushesError(
    'too_many_requests',
    `This ${whose} has ${most} open tasks, which is as many as it may have; send the request again when some have ended.`,
    { retryAfterSeconds: 10 },
  )
