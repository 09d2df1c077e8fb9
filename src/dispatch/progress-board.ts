import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../db/connect.ts'
import { type ProgressNote, recordProgress } from '../db/tasks.ts'
import { notifyAccounts } from '../db/wake.ts'
import type { Logger } from '../logger.ts'

/** What is told within this time is written together. */
const gatherMilliseconds = 100

export interface ProgressBoard {
  /**
   * Writes a task's progress and tells it to whoever watches its account, where it is news. Resolves to false when the
   * claim no longer holds. A write that fails is as if nothing had been told: progress is a hint.
   */
  tell(note: Note): Promise<boolean>
}

interface Note extends ProgressNote {
  isNews: boolean
  /** Its place in the engine's own queue, from 1. */
  queuePosition?: number | undefined
}

/** A thousand tasks that are polled every few seconds cost a few statements a second, not two each. */
export function createProgressBoard({ db, logger }: { db: Database; logger: Logger }): ProgressBoard {
  let batch: { notes: Note[]; held: Promise<Set<string>> } | undefined

  async function write(notes: readonly Note[]): Promise<Set<string>> {
    await delay(gatherMilliseconds)
    batch = undefined
    try {
      const owners = new Map(
        (await recordProgress(db.root, notes)).map(({ claim_id, account_id }) => [claim_id, account_id]),
      )
      const news = notes.flatMap(({ id, claim, progress, isNews, queuePosition }) => {
        const accountId = owners.get(claim.id)
        if (accountId === undefined || !isNews) return []
        const data = { id, state: 'running' as const, progress, queue_position: queuePosition }
        return [{ accountId, event: { event: 'task' as const, data } }]
      })
      if (news.length > 0) await notifyAccounts(db.root, news)
      return new Set(owners.keys())
    } catch (error) {
      logger.warn({ tasks: notes.length, error: (error as Error).message }, 'progress could not be written')
      return new Set(notes.map(({ claim }) => claim.id))
    }
  }

  return {
    async tell(note) {
      if (!batch) {
        const notes: Note[] = []
        batch = { notes, held: write(notes) }
      }
      batch.notes.push(note)
      return (await batch.held).has(note.claim.id)
    },
  }
}
