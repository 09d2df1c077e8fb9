import type { CrashPoint } from '../crash-points.ts'
import type { ClaimedTask, TaskMove } from '../db/task-moves.ts'
import { type Claim, findTask } from '../db/tasks.ts'
import type { Operation } from '../engines/engine.ts'
import type { Dispatch } from './dispatch.ts'
import { ClaimLost } from './finish-task.ts'
import { sayTaskEvent, type TaskEvent } from './task-events.ts'

/** A task for as long as one run of the generate function holds it: what its record says, and the operation of its job. */
export class HeldTask {
  readonly #dispatch: Dispatch
  row: ClaimedTask
  readonly claim: Claim
  /** Of the job that an engine has. */
  operation: Operation | null
  /** Whether the task's record has the operation. */
  isStored: boolean
  /** Whether the intent to ask the engine was recorded by the claim, and it has not been asked. */
  isIntended: boolean

  constructor(dispatch: Dispatch, row: ClaimedTask, claim: Claim) {
    this.#dispatch = dispatch
    this.row = row
    this.claim = claim
    this.operation = row.operation as Operation | null
    this.isStored = this.operation !== null
    this.isIntended = row.intended
    if (row.intended) this.#say({ type: 'submitting', submission: row.submits })
  }

  async reached(point: CrashPoint): Promise<void> {
    await this.#dispatch.reached(point, this.row.id)
  }

  /** Enters a state that is no end. Throws ClaimLost. */
  async enter(
    state: 'queued' | 'submitting' | 'running' | 'storing',
    event: TaskEvent,
    change: TaskMove['change'] = {},
  ): Promise<void> {
    const { id, account_id: accountId } = this.row
    const move = { id, accountId, claim: this.claim, state, event, change }
    const moved = await this.#dispatch.together.moves.add(move)
    if (!moved) throw new ClaimLost()
    this.row = { ...this.row, ...moved }
    this.#say(event)
  }

  /** Stores the operation. It may be tried again when it is not known whether that was done. Throws ClaimLost. */
  async recordOperation(operation: Operation): Promise<void> {
    try {
      await this.enter('running', { type: 'running' }, { operation })
    } catch (error) {
      if (!(error instanceof ClaimLost)) throw error
      // A commit whose answer got lost is a commit.
      const current = await findTask(this.#dispatch.db.root, this.row.id)
      if (current?.claim_id !== this.claim.id || current.state !== 'running') throw error
      this.row = { ...this.row, ...current }
    }
    this.isStored = true
  }

  #say(event: TaskEvent): void {
    sayTaskEvent(this.#dispatch, this.row, event)
  }
}
