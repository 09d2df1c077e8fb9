import type { Allowance } from '../db/accepted-tasks.ts'
import { findApiKey } from '../db/api-keys.ts'
import { findApplication } from '../db/applications.ts'
import type { Queryable } from '../db/queryable.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'

/** Throws `used_up` or `forbidden`, saying why, when application or key do not cover `credits` now. */
export async function refuseUncovered(db: Queryable, owner: Owner, credits: number): Promise<void> {
  const application = await findApplication(db, owner.applicationId)
  const key = await findApiKey(db, owner.keyId)
  const keys = new Map(key && [[key.id, { ...key, revoked: key.revoked_at !== null, open_tasks: 0 }]])
  const refusal = uncovered(application && { ...application, keys }, owner.keyId, credits)
  if (refusal) throw refusal
}

/** Why application or key do not cover `credits`; nothing when they do. */
export function uncovered(application: Allowance | undefined, keyId: string, credits: number): RushesError | undefined {
  const key = application?.keys.get(keyId)
  if (!application || !key) return new RushesError('not_acquired', 'The account has not acquired the video service.')
  if (application.disabled_at) return new RushesError('forbidden', 'The application of this key is disabled.')
  if (key.revoked) return new RushesError('invalid_token', 'The key in the authorization header was revoked.')
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
    return new RushesError(
      'used_up',
      `This request costs ${credits} credits; ${Math.max(0, one.credits)} are left ${one.of}${held}.`,
    )
  }
  return undefined
}

/** Why a key or its account may not have one more open task; nothing when they may. */
export function tooMany(
  { keys, open_tasks: ofAccount }: Allowance,
  keyId: string,
  most: { ofKey: number; ofAccount: number },
): RushesError | undefined {
  if ((keys.get(keyId)?.open_tasks ?? 0) >= most.ofKey) return tooManyOf('key', most.ofKey)
  if (ofAccount >= most.ofAccount) return tooManyOf('account', most.ofAccount)
  return undefined
}

const tooManyOf = (whose: string, most: number): RushesError =>
  new RushesError(
    'too_many_requests',
    `This ${whose} has ${most} open tasks, which is as many as it may have; send the request again when some have ended.`,
    { retryAfterSeconds: 10 },
  )
