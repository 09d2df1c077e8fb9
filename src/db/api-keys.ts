import { randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { newId } from '../ids.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export interface NewApiKey {
  id: string
  accountId: string
  name: string
  prefix: string
  sha256: Buffer
  expiresAt?: Date
  creditLimit?: number
}

/** False when this very key is there already. */
export async function insertApiKey(tx: Queryable, key: NewApiKey): Promise<boolean> {
  const result = await tx
    .insertInto('api_keys')
    .values({
      id: key.id,
      account_id: key.accountId,
      name: key.name,
      prefix: key.prefix,
      sha256: key.sha256,
      expires_at: key.expiresAt ?? null,
      credit_limit: key.creditLimit ?? null,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface KeyHolder {
  /** The hash that it was found by, in hexadecimal. */
  sha256: string
  keyId: string
  accountId: string
  /** Null when the account has not acquired the service. */
  applicationId: string | null
  /** Neither revoked nor expired, by the database's clock. */
  valid: boolean
  disabled: boolean
}

/** Who holds the keys with these hashes (hexadecimal), or those that a rotation replaces in a while, as to one service. */
export function findKeyHolders(db: Queryable, hashes: readonly string[], service: string): Promise<KeyHolder[]> {
  return db
    .selectFrom('api_keys')
    .innerJoin('accounts', 'accounts.id', 'api_keys.account_id')
    .leftJoin('applications', (join) =>
      join.onRef('applications.account_id', '=', 'accounts.id').on('applications.service', '=', service),
    )
    .innerJoin(sql<{ sha256: string }>`unnest(${hashes}::text[])`.as<'asked'>(sql`asked(sha256)`), (join) =>
      join.on(
        sql<boolean>`(api_keys.sha256 = decode(asked.sha256, 'hex')
            or (previous_sha256 = decode(asked.sha256, 'hex') and previous_until > now()))`,
      ),
    )
    .select([
      'asked.sha256',
      'api_keys.id as keyId',
      'accounts.id as accountId',
      'applications.id as applicationId',
      sql<boolean>`revoked_at is null and (expires_at is null or expires_at > now())`.as('valid'),
      sql<boolean>`accounts.disabled_at is not null`.as('disabled'),
    ])
    .execute()
}

/** Whether any key works now. */
export async function hasWorkingKey(db: Queryable): Promise<boolean> {
  const row = await db
    .selectFrom('api_keys')
    .select('id')
    .where('revoked_at', 'is', null)
    .where('console', '=', false)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ApiKeyRow = Omit<Selectable<Tables['api_keys']>, 'sha256' | 'previous_sha256' | 'console' | 'open_tasks'>

const shownColumns = [
  'id',
  'account_id',
  'name',
  'prefix',
  'credit_limit',
  'spent',
  'last_used_at',
  'created_at',
  'expires_at',
  'revoked_at',
  'previous_until',
] as const

/** The keys of an account, or of all; the oldest first. */
export function listApiKeys(db: Queryable, accountId: string | undefined): Promise<ApiKeyRow[]> {
  let query = db.selectFrom('api_keys').select(shownColumns).where('console', '=', false)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return query.orderBy('created_at').execute()
}

export function findApiKey(db: Queryable, id: string): Promise<ApiKeyRow | undefined> {
  return db.selectFrom('api_keys').select(shownColumns).where('id', '=', id).executeTakeFirst()
}

/** What an account's sessions make tasks with, made when it is first needed. Nobody can have a token for it. */
export async function consoleKeyOf(db: Queryable, accountId: string): Promise<string> {
  const find = () =>
    db
      .selectFrom('api_keys')
      .select('id')
      .where('account_id', '=', accountId)
      .where('console', '=', true)
      .executeTakeFirst()
  const found = await find()
  if (found) return found.id
  const id = newId()
  const key = { id, account_id: accountId, name: 'console', prefix: '', sha256: randomBytes(32), console: true }
  await db
    .insertInto('api_keys')
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find())?.id ?? id
}

/** Whose key: an account's; undefined means whoever's, for the operator. */
type Whose = string | undefined

const ofAccount = (accountId: Whose) =>
  accountId === undefined ? sql<boolean>`true` : sql<boolean>`account_id = ${accountId}`

export interface ApiKeyChange {
  name?: string
  expiresAt?: Date | null
  creditLimit?: number | null
}

/** The changed key; nothing when there is no such key that works. */
export function changeApiKey(
  db: Queryable,
  id: string,
  accountId: Whose,
  { name, expiresAt, creditLimit }: ApiKeyChange,
): Promise<ApiKeyRow | undefined> {
  return db
    .updateTable('api_keys')
    .set({
      // Something is always set, so that an empty change finds its key, too.
      name: name ?? sql<string>`name`,
      ...(expiresAt !== undefined && { expires_at: expiresAt }),
      ...(creditLimit !== undefined && { credit_limit: creditLimit }),
    })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('console', '=', false)
    .where(ofAccount(accountId))
    .returning(shownColumns)
    .executeTakeFirst()
}

/** Gives a key another secret; the one before works for `overlapSeconds` more. Nothing when there is no such key that works. */
export function rotateApiKey(
  db: Queryable,
  id: string,
  accountId: Whose,
  next: { sha256: Buffer; prefix: string; overlapSeconds: number },
): Promise<ApiKeyRow | undefined> {
  return db
    .updateTable('api_keys')
    .set({
      previous_sha256: sql`sha256`,
      previous_until: sql`now() + make_interval(secs => ${next.overlapSeconds})`,
      sha256: next.sha256,
      prefix: next.prefix,
    })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('console', '=', false)
    .where(ofAccount(accountId))
    .returning(shownColumns)
    .executeTakeFirst()
}

/** False when there is no such key, or it was revoked before. */
export async function revokeApiKey(db: Queryable, id: string, accountId: Whose): Promise<boolean> {
  const result = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('console', '=', false)
    .where(ofAccount(accountId))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
