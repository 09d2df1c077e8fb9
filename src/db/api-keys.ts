import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

export interface NewApiKey {
  id: string
  accountId: string
  name: string
  prefix: string
  sha256: Buffer
  expiresAt?: Date
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
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface KeyHolder {
  keyId: string
  accountId: string
  /** Null when the account has not acquired the service. */
  applicationId: string | null
  /** Neither revoked nor expired, by the database's clock. */
  valid: boolean
  disabled: boolean
}

/** Who holds the key with this hash, or the one that a rotation replaces in a while, as to one service. */
export function findKeyHolder(db: Queryable, sha256: Buffer, service: string): Promise<KeyHolder | undefined> {
  return db
    .selectFrom('api_keys')
    .innerJoin('accounts', 'accounts.id', 'api_keys.account_id')
    .leftJoin('applications', (join) =>
      join.onRef('applications.account_id', '=', 'accounts.id').on('applications.service', '=', service),
    )
    .select([
      'api_keys.id as keyId',
      'accounts.id as accountId',
      'applications.id as applicationId',
      sql<boolean>`revoked_at is null and (expires_at is null or expires_at > now())`.as('valid'),
      sql<boolean>`accounts.disabled_at is not null`.as('disabled'),
    ])
    .where(sql<boolean>`(sha256 = ${sha256} or (previous_sha256 = ${sha256} and previous_until > now()))`)
    .executeTakeFirst()
}

/** Whether any key works now. */
export async function hasWorkingKey(db: Queryable): Promise<boolean> {
  const row = await db
    .selectFrom('api_keys')
    .select('id')
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ApiKeyRow = Omit<Selectable<Tables['api_keys']>, 'sha256' | 'previous_sha256'>

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

export function listApiKeys(db: Queryable): Promise<ApiKeyRow[]> {
  return db.selectFrom('api_keys').select(shownColumns).orderBy('created_at').execute()
}

export function findApiKey(db: Queryable, id: string): Promise<ApiKeyRow | undefined> {
  return db.selectFrom('api_keys').select(shownColumns).where('id', '=', id).executeTakeFirst()
}

/** False when there is no such key, or it was revoked before. */
export async function revokeApiKey(db: Queryable, id: string): Promise<boolean> {
  const result = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
