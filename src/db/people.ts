import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Role, Tables } from './tables.ts'

export type UserRow = Selectable<Tables['users']>
export type SessionRow = Omit<Selectable<Tables['sessions']>, 'token'>

export interface NewUser {
  id: string
  accountId: string
  name: string
  email: string
  role: Role
  /** As better-auth hashed it. */
  passwordHash: string
}

/** Makes a person who logs in by a password, as better-auth keeps one. False when the address is taken. */
export async function insertUser(tx: Queryable, user: NewUser): Promise<boolean> {
  const { id, accountId, name, email, role, passwordHash } = user
  const result = await tx
    .insertInto('users')
    .values({ id, account_id: accountId, name, email, role, image: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('identities')
    .values({ id, user_id: id, provider_id: 'credential', account_id: id, password: passwordHash })
    .execute()
  return true
}

export async function hasUsers(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
}

export function findUserByEmail(db: Queryable, email: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()
}

export function findUser(db: Queryable, id: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The person and the name of an account belong together. */
export async function renameUser(tx: Queryable, user: UserRow, name: string): Promise<void> {
  await tx.updateTable('users').set({ name, updated_at: sql`now()` }).where('id', '=', user.id).execute()
  await tx.updateTable('accounts').set({ name }).where('id', '=', user.account_id).execute()
}

export function listSessions(db: Queryable, userId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'user_id', 'expires_at', 'ip_address', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .execute()
}

/** False when the person has no such session. */
export async function endSession(db: Queryable, userId: string, id: string): Promise<boolean> {
  const result = await db.deleteFrom('sessions').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function endSessionsOfAccount(tx: Queryable, accountId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('user_id', 'in', tx.selectFrom('users').select('id').where('account_id', '=', accountId))
    .execute()
}

const resetPrefix = 'reset-password:'

export interface OpenReset {
  user_id: string
  email: string
  token: string
  expires_at: Date
}

/** Reset links that are still good, newest first; empty where their tokens are kept hashed. */
export async function openPasswordResets(db: Queryable): Promise<OpenReset[]> {
  const { rows } = await sql<OpenReset>`
    select users.id as user_id, users.email, substr(identifier, ${resetPrefix.length + 1}::int) as token, expires_at
    from verifications join users on users.id::text = verifications.value
    where identifier like ${`${resetPrefix}%`} and expires_at > now()
    order by verifications.created_at desc limit 200`.execute(db)
  return rows
}

/** Whether a session has not ended, and its account is not disabled. */
export async function isSessionOpen(db: Queryable, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select('sessions.id')
    .where('sessions.id', '=', id)
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
