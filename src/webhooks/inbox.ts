/** An inbox takes whatever is POSTed to its address and shows it, so that a callback can be seen without a server of one's own. */
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { lockAccount } from '../db/accounts.ts'
import type { Database } from '../db/connect.ts'
import { findInboxByToken, type InboxRow, insertInbox, insertInboxItem, listInboxes } from '../db/inboxes.ts'
import { notifyAccount } from '../db/wake.ts'
import { RushesError } from '../errors.ts'
import { newId } from '../ids.ts'

const inboxSeconds = 86_400
const maxInboxesOfAccount = 20
const maxItems = 100
export const maxInboxBodyBytes = 65_536
const maxHeaders = 60
const maxHeaderCharacters = 2_000

/** 24 bytes in base64url. */
const tokenPattern = /^[A-Za-z0-9_-]{32}$/

/** What came, before it is kept. */
export interface InboxDelivery {
  method: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** As much of the body as is kept. */
  body: Buffer
  truncated: boolean
}

/** Makes an inbox of an account. Throws `invalid_parameters` when it has as many as it may have. */
export function openInbox(db: Database, accountId: string): Promise<InboxRow> {
  return db.transaction(async (tx) => {
    await lockAccount(tx, accountId)
    if ((await listInboxes(tx, accountId)).length >= maxInboxesOfAccount) {
      throw new RushesError('invalid_parameters', `There are ${maxInboxesOfAccount} inboxes already; delete one first.`)
    }
    const token = randomBytes(24).toString('base64url')
    return insertInbox(tx, { id: newId(), accountId, token, seconds: inboxSeconds })
  })
}

export const inboxUrl = (publicUrl: string, token: string): string => `${publicUrl}/inbox/${token}`

/** The token of an address of one of this server's inboxes. */
export function inboxTokenOf(publicUrl: string, url: string): string | undefined {
  const prefix = inboxUrl(publicUrl, '')
  const token = url.startsWith(prefix) ? url.slice(prefix.length) : ''
  return tokenPattern.test(token) ? token : undefined
}

/** Keeps what came for an inbox and tells whoever watches. False when there is no such inbox. */
export async function takeDelivery(db: Database, token: string, delivery: InboxDelivery): Promise<boolean> {
  const inbox = tokenPattern.test(token) ? await findInboxByToken(db.root, token) : undefined
  if (!inbox) return false
  const headers = shownHeaders(delivery.headers)
  // No database keeps a NUL.
  const body = delivery.body.toString('utf8').toWellFormed().replaceAll('\0', '�')
  const { method, truncated } = delivery
  const verified = truncated ? null : verify(headers, body, inbox.secrets)
  const item = { id: newId(), inbox_id: inbox.id, method, headers, body, truncated, verified }
  await db.transaction(async (tx) => {
    await insertInboxItem(tx, item, maxItems)
    await notifyAccount(tx, inbox.account_id, { event: 'inbox', data: { inbox_id: inbox.id, item_id: item.id } })
  })
  return true
}

/** Whether it is signed with one of the account's secrets; null when it carries no signature. */
function verify(headers: Record<string, string>, body: string, secrets: string[]): boolean | null {
  if (headers['webhook-signature'] === undefined) return null
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, headers)
      return true
    } catch {
      return false
    }
  })
}

const shownHeaders = (headers: InboxDelivery['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .slice(0, maxHeaders)
      .map(([name, value]) => [name, [value ?? ''].flat().join(', ').slice(0, maxHeaderCharacters)]),
  )
