import { type Selectable, sql } from 'kysely'
import type { Queryable } from './queryable.ts'
import type { Role, Tables } from './tables.ts'

export type InviteRow = Omit<Selectable<Tables['invites']>, 'sha256'>

const shownColumns = ['id', 'email', 'role', 'created_at', 'expires_at', 'used_at'] as const

export function insertInvite(
  db: Queryable,
  invite: { id: string; sha256: Buffer; email: string | undefined; role: Role; expiresInSeconds: number },
): Promise<InviteRow> {
  const { id, sha256, email, role, expiresInSeconds } = invite
  return db
    .insertInto('invites')
    .values({
      id,
      sha256,
      email: email ?? null,
      role,
      expires_at: sql<Date>`now() + make_interval(secs => ${expiresInSeconds})`,
    })
    .returning(shownColumns)
    .executeTakeFirstOrThrow()
}

/** Uses an invitation, once: nothing when it is unknown, used, expired, or meant for another address. */
export function useInvite(tx: Queryable, sha256: Buffer, email: string): Promise<InviteRow | undefined> {
  return tx
    .updateTable('invites')
    .set({ used_at: sql`now()` })
    .where('sha256', '=', sha256)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where((where) => where.or([where('email', 'is', null), where('email', '=', email)]))
    .returning(shownColumns)
    .executeTakeFirst()
}

/** Newest first. */
export function listInvites(db: Queryable): Promise<InviteRow[]> {
  return db.selectFrom('invites').select(shownColumns).orderBy('created_at', 'desc').limit(500).execute()
}

export async function deleteInvite(db: Queryable, id: string): Promise<boolean> {
  const result = await db.deleteFrom('invites').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}
