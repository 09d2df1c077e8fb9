/** Who makes a call: a person by the cookie of their session, a program by a key, the command line by the operator token. */

import { videosService } from '../contract/management/applications.ts'
import { findFirstAccount, isAccountDisabled } from '../db/accounts.ts'
import { consoleKeyOf } from '../db/api-keys.ts'
import { applicationsOf } from '../db/applications.ts'
import type { Database } from '../db/connect.ts'
import { isSessionOpen, type UserRow } from '../db/people.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'
import { authenticate, type KeyFinder } from './keys.ts'
import { isOperator } from './operator.ts'
import { requireOwnOrigin } from './origin.ts'
import type { People } from './people.ts'

export interface Caller {
  via: 'session' | 'key' | 'operator'
  accountId: string
  /** Null unless the call is a session's. */
  user: UserRow | null
  sessionId: string | null
  /** Null unless the call is a key's. */
  owner: Owner | null
  administrator: boolean
}

export interface Identifying {
  db: Database
  keyFinder: KeyFinder
  people: People
  operatorToken: string
  publicUrl: string
}

/** What of a request says who makes it. */
export interface Credentials {
  method: string
  authorization: string | undefined
  /** With the cookie. */
  headers: Headers
}

/**
 * Who makes a call, and cookies that their browser is to keep. An `authorization` header goes before a cookie.
 * Throws `invalid_token`, `not_acquired`, and `forbidden` for a disabled account or another site's page.
 */
export async function identify(
  { db, keyFinder, people, operatorToken, publicUrl }: Identifying,
  { method, authorization, headers }: Credentials,
): Promise<{ caller: Caller; cookies: string[] }> {
  if (authorization !== undefined) {
    if (isOperator(authorization, operatorToken)) return { caller: await operator(db), cookies: [] }
    const { keyId, accountId, applicationId } = await authenticate(keyFinder, authorization)
    const owner = { keyId, accountId, applicationId }
    const caller: Caller = { via: 'key', accountId, user: null, sessionId: null, owner, administrator: false }
    return { caller, cookies: [] }
  }
  const session = await people.sessionOf(headers)
  if (!session) {
    throw new RushesError(
      'invalid_token',
      'The authorization header is missing and nobody is logged in; allowed: "authorization: Bearer <key>", or a session.',
    )
  }
  if (method !== 'GET' && method !== 'HEAD') {
    requireOwnOrigin({ origin: headers.get('origin') ?? undefined, host: headers.get('host') ?? undefined }, publicUrl)
  }
  const { user, cookies } = session
  if (await isAccountDisabled(db.root, user.account_id)) {
    throw new RushesError('forbidden', 'This account is disabled; ask the administrator.')
  }
  const administrator = user.role === 'administrator'
  const caller: Caller = {
    via: 'session',
    accountId: user.account_id,
    user,
    sessionId: session.id,
    owner: null,
    administrator,
  }
  return { caller, cookies }
}

/** Whether whoever made a call that is still being answered might make it now: their session, or their key, may have ended. */
export async function mayStillCall(
  { db, keyFinder }: Pick<Identifying, 'db' | 'keyFinder'>,
  caller: Caller,
  authorization: string | undefined,
): Promise<boolean> {
  if (caller.sessionId !== null) return isSessionOpen(db.root, caller.sessionId)
  if (caller.via === 'operator') return true
  try {
    await authenticate(keyFinder, authorization)
    return true
  } catch (error) {
    if (error instanceof RushesError) return false
    throw error
  }
}

async function operator(db: Database): Promise<Caller> {
  const account = await findFirstAccount(db.root)
  if (!account) throw new RushesError('api_error', 'The server has no account yet.')
  return {
    via: 'operator',
    accountId: account.id,
    user: null,
    sessionId: null,
    owner: null,
    administrator: true,
  }
}

/**
 * In whose name a caller's tasks are made: a key's own, else that of the account's key for the console.
 * Throws `not_acquired`.
 */
export async function ownerOf(db: Database, caller: Caller): Promise<Owner> {
  if (caller.owner) return caller.owner
  const { accountId } = caller
  const application = (await applicationsOf(db.root, [accountId])).find(({ service }) => service === videosService)
  if (!application) throw new RushesError('not_acquired', 'The account has not acquired the video service.')
  return { accountId, applicationId: application.id, keyId: await consoleKeyOf(db.root, accountId) }
}
