import { createHash } from 'node:crypto'
import { type Batches, createBatches } from '../batches.ts'
import { videosService } from '../contract/management/applications.ts'
import { findFirstAccount, insertAccount, lockAccounts } from '../db/accounts.ts'
import { findKeyHolders, hasWorkingKey, insertApiKey, type KeyHolder, rotateApiKey } from '../db/api-keys.ts'
import { insertApplication } from '../db/applications.ts'
import type { Database } from '../db/connect.ts'
import type { Queryable, Tx } from '../db/queryable.ts'
import { RushesError } from '../errors.ts'
import { newApiKey, newId, newWebhookSecret } from '../ids.ts'

/** Who makes a call. */
export interface Principal {
  keyId: string
  accountId: string
  applicationId: string
}

/** Looks keys up by their hashes; a lookup never answers with what was true before it was asked. */
export type KeyFinder = Batches<string, KeyHolder | undefined>

const mostTogether = 200

/** Lookups that come while one is under way go together: many callers cost the database one statement. */
export function createKeyFinder(db: Queryable): KeyFinder {
  return createBatches(async (hashes) => {
    const holders = await findKeyHolders(db, hashes, videosService)
    const byHash = new Map(holders.map((holder) => [holder.sha256, holder]))
    return hashes.map((hash) => byHash.get(hash))
  }, mostTogether)
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/**
 * The holder of the key in an `authorization` header. A key has 238 random bits, so one round of SHA-256 is enough to
 * keep it secret at rest, and looking its hash up tells nothing by its timing.
 * Throws `invalid_token`, `not_acquired` or `forbidden`.
 */
export async function authenticate(finder: KeyFinder, authorization: string | undefined): Promise<Principal> {
  const key = readBearer(authorization)
  const holder = await finder.add(hashOf(key).toString('hex'))
  if (!holder) throw new RushesError('invalid_token', 'The key in the authorization header is unknown.')
  if (!holder.valid)
    throw new RushesError('invalid_token', 'The key in the authorization header was revoked or has expired.')
  if (holder.disabled) throw new RushesError('forbidden', 'The account of this key is disabled.')
  if (holder.applicationId === null) {
    throw new RushesError('not_acquired', 'The account of this key has not acquired the video service.')
  }
  return { keyId: holder.keyId, accountId: holder.accountId, applicationId: holder.applicationId }
}

/** The key of an `authorization: Bearer <key>` header. Throws `invalid_token`. */
export function readBearer(authorization: string | undefined): string {
  if (!authorization) {
    throw new RushesError(
      'invalid_token',
      'The authorization header is missing; allowed: "authorization: Bearer <key>".',
    )
  }
  const key = /^Bearer +([\x21-\x7e]{1,512}) *$/i.exec(authorization)?.[1]
  if (key) return key
  throw new RushesError(
    'invalid_token',
    'The authorization header is malformed; allowed: "authorization: Bearer <key>".',
  )
}

export interface CreatedKey {
  id: string
  accountId: string
  name: string
  /** Shown this once. */
  key: string
}

export interface KeyLimits {
  expiresAt?: Date
  /** The most credits it may use. */
  creditLimit?: number
}

/** Makes a key for an account. */
export async function createKey(
  db: Queryable,
  accountId: string,
  name: string,
  limits: KeyLimits = {},
): Promise<CreatedKey> {
  const key = newApiKey()
  const id = newId()
  await insertApiKey(db, { id, accountId, name, prefix: prefixOf(key), sha256: hashOf(key), ...limits })
  return { id, accountId, name, key }
}

/**
 * Gives a key another secret; the one before works for `overlapSeconds` more. The key itself stays: its limit, its tasks
 * and what it has used are those of both. Nothing when the account (any, when undefined) has no such key that works.
 */
export async function rotateKey(
  db: Queryable,
  id: string,
  accountId: string | undefined,
  overlapSeconds: number,
): Promise<CreatedKey | undefined> {
  const key = newApiKey()
  const row = await rotateApiKey(db, id, accountId, { sha256: hashOf(key), prefix: prefixOf(key), overlapSeconds })
  return row && { id, accountId: row.account_id, name: row.name, key }
}

/** Sees to it that there is an account, and that `apiKey` works when given. Safe when many processes start at once. */
export function ensureFirstAccount(db: Database, apiKey: string | undefined): Promise<void> {
  return db.transaction(async (tx) => {
    await lockAccounts(tx)
    const accountId = (await findFirstAccount(tx))?.id ?? (await createAccount(tx, 'default'))
    if (apiKey === undefined) return
    const key = { id: newId(), accountId, name: 'RUSHES_API_KEY', prefix: prefixOf(apiKey), sha256: hashOf(apiKey) }
    await insertApiKey(tx, key)
  })
}

/** A new key when there is none that works, so that a server can always be used; to be shown this once. */
export function ensureSomeKey(db: Database): Promise<CreatedKey | undefined> {
  return db.transaction(async (tx) => {
    await lockAccounts(tx)
    const account = await findFirstAccount(tx)
    if (!account || (await hasWorkingKey(tx))) return undefined
    return createKey(tx, account.id, 'first key')
  })
}

/** Makes an account of whoever runs the server: it has acquired the video service, without a limit. */
export async function createAccount(tx: Tx, name: string): Promise<string> {
  const id = newId()
  await insertAccount(tx, { id, name, webhookSecret: newWebhookSecret() })
  await insertApplication(tx, { id: newId(), accountId: id, service: videosService, unlimited: true })
  return id
}

/** Enough to tell keys apart in a list, too little to be of use. */
const prefixOf = (key: string): string => key.slice(0, Math.min(11, Math.floor(key.length / 3)))
