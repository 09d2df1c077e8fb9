import { createHash, randomBytes } from 'node:crypto'
import { findFirstAccount, insertAccount, lockAccounts, renameAccount } from '../db/accounts.ts'
import type { Database } from '../db/connect.ts'
import { insertInvite, useInvite } from '../db/invites.ts'
import { hasUsers, insertUser } from '../db/people.ts'
import type { Tx } from '../db/queryable.ts'
import type { Role } from '../db/tables.ts'
import { RushesError } from '../errors.ts'
import { newId, newWebhookSecret } from '../ids.ts'

export type Registration = 'open' | 'invite' | 'closed'

export interface NewPerson {
  email: string
  name: string
  passwordHash: string
  /** The token of an invitation. */
  invite: string | undefined
}

export const newInviteToken = (): string => randomBytes(24).toString('base64url')
export const hashOfInvite = (token: string): Buffer => createHash('sha256').update(`rushes invite ${token}`).digest()

const setupSeconds = 7 * 86_400

/**
 * The invitation of the first person of a server that not everybody may register at, so that no stranger becomes its
 * administrator by being faster. Nothing where that is not needed.
 */
export async function inviteFirst(db: Database, registration: Registration): Promise<string | undefined> {
  if (registration === 'open' || (await hasUsers(db.root))) return undefined
  const token = newInviteToken()
  await insertInvite(db.root, {
    id: newId(),
    sha256: hashOfInvite(token),
    email: undefined,
    role: 'administrator',
    expiresInSeconds: setupSeconds,
  })
  return token
}

/**
 * Makes a person and their account, and uses the invitation, in one transaction. The first person gets the account that
 * the server made at its first start, and administers it. Returns false when the address is taken.
 * Throws `forbidden` when nobody, or nobody without an invitation, may register.
 */
export async function registerPerson(db: Database, registration: Registration, person: NewPerson): Promise<boolean> {
  try {
    await db.transaction(async (tx) => {
      await lockAccounts(tx)
      const first = !(await hasUsers(tx))
      const role = await admit(tx, registration, person, first)
      const accountId = await accountFor(tx, first, person.name)
      const { email, name, passwordHash } = person
      if (!(await insertUser(tx, { id: newId(), accountId, email, name, role, passwordHash }))) throw new Taken()
    })
    return true
  } catch (error) {
    if (error instanceof Taken) return false
    throw error
  }
}

class Taken extends Error {}

async function admit(tx: Tx, registration: Registration, { email, invite }: NewPerson, first: boolean): Promise<Role> {
  if (invite !== undefined && (first || registration !== 'closed')) {
    const used = await useInvite(tx, hashOfInvite(invite), email)
    if (used) return first ? 'administrator' : used.role
    throw new RushesError(
      'forbidden',
      'The invitation is unknown, was used, has expired, or is for another address; ask the administrator for a new one.',
    )
  }
  if (registration === 'open') return first ? 'administrator' : 'member'
  if (first) {
    throw new RushesError(
      'forbidden',
      'The first person, who becomes the administrator, registers by the link that the server prints when it starts.',
    )
  }
  throw new RushesError(
    'forbidden',
    registration === 'invite'
      ? 'Registration is by invitation here; ask the administrator for one.'
      : 'Registration is closed here.',
  )
}

async function accountFor(tx: Tx, first: boolean, name: string): Promise<string> {
  const made = first ? await findFirstAccount(tx) : undefined
  if (made) {
    await renameAccount(tx, made.id, name)
    return made.id
  }
  const id = newId()
  await insertAccount(tx, { id, name, webhookSecret: newWebhookSecret() })
  return id
}
