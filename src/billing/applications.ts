import { videosService } from '../contract/management/applications.ts'
import type { ApplicationChange } from '../db/applications.ts'
import { applicationsOf, changeApplication, insertApplication, lockApplication } from '../db/applications.ts'
import type { Database } from '../db/connect.ts'
import { type ApplicationRow, changeCredits } from '../db/ledger.ts'
import type { Tx } from '../db/queryable.ts'
import { notifyAccount } from '../db/wake.ts'
import { RushesError } from '../errors.ts'
import { newId } from '../ids.ts'

/** "Acquire": the account's application, made with the free credits once, whatever is clicked twice or at once. */
export function acquire(db: Database, accountId: string, freeCredits: number): Promise<ApplicationRow> {
  return db.transaction(async (tx) => {
    const made = await insertApplication(tx, { id: newId(), accountId, service: videosService, unlimited: false })
    if (made && freeCredits > 0) {
      await changeCredits(tx, made.id, { kind: 'grant', amount: freeCredits, note: 'free credits' })
    }
    const found = (await applicationsOf(tx, [accountId])).find(({ service }) => service === videosService)
    if (!found) throw new Error('an application that was made is not there')
    if (made) await notifyAccount(tx, accountId, { event: 'application', data: { id: found.id } })
    return found
  })
}

/** Gives credits, or takes them. Throws `invalid_parameters` when fewer remain than would be taken. */
export async function giveCredits(db: Database, application: ApplicationRow, amount: number, note?: string) {
  await db.transaction(async (tx) => {
    const kind = amount > 0 ? 'grant' : 'adjust'
    if (!(await changeCredits(tx, application.id, { kind, amount, note }))) {
      throw new RushesError(
        'invalid_parameters',
        `credits is ${amount}; allowed: no more than what remains, which is ${application.balance}.`,
      )
    }
    await notifyAccount(tx, application.account_id, { event: 'application', data: { id: application.id } })
  })
}

/** Changes an application's limit and switches. One that stops being unlimited begins at nothing instead of in debt. */
export async function setApplication(db: Database, id: string, change: ApplicationChange): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockApplication(tx, id)
    if (!before) return
    if (change.unlimited === false && before.balance < 0) await payDebt(tx, before)
    await changeApplication(tx, id, change)
    await notifyAccount(tx, before.account_id, { event: 'application', data: { id } })
  })
}

async function payDebt(tx: Tx, { id, balance }: ApplicationRow): Promise<void> {
  await changeCredits(tx, id, { kind: 'grant', amount: -balance, note: 'what was used while unlimited' })
}
