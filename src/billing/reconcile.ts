import type { Queryable } from '../db/queryable.ts'
import { findLedgerProblems, type LedgerProblem, type LedgerTotals, ledgerTotals } from '../db/reconcile.ts'

const maxProblems = 1000

export interface Reconciliation extends LedgerTotals {
  agrees: boolean
  problems: LedgerProblem[]
}

/** Whether the ledger, the balances, the tasks, the usage records and their sums by day say the same; where not, up to 1,000 lines. */
export async function reconcile(db: Queryable): Promise<Reconciliation> {
  const problems = await findLedgerProblems(db, maxProblems)
  return { agrees: problems.length === 0, ...(await ledgerTotals(db)), problems }
}
