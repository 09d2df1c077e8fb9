/**
 * The states of a task and the only ways between them.
 *
 *         ┌─refused─┐
 *         ▼         │
 *     queued ──► submitting ──► running ──► storing ──► succeeded
 *       │            │  ▲          │  │        │
 *       │            │  └──lost────┘  │        │
 *       └────────────┴────────────────┴────────┴──► failed | cancelled
 *
 * - queued: accepted, in the engine's queue; again when the engine did not take the job, until it or another does.
 * - submitting: the intent to start the engine is recorded; a crash here leaves open whether the engine has the job.
 * - running: the engine has the job, and its operation is stored.
 * - storing: the engine is done, its film is being checked and kept.
 */
export const taskStates = ['queued', 'submitting', 'running', 'storing', 'succeeded', 'failed', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** The states from which a task may enter each state. `submitting` again: the engine lost the job and may have it anew. */
export const entersFrom = {
  queued: ['queued', 'submitting'],
  submitting: ['queued', 'submitting', 'running', 'storing'],
  running: ['submitting'],
  storing: ['running'],
  succeeded: ['storing'],
  failed: ['queued', 'submitting', 'running', 'storing'],
  cancelled: ['queued', 'submitting', 'running', 'storing'],
} as const satisfies Record<TaskState, readonly TaskState[]>

/** The states that are ends. */
export const endStates = ['succeeded', 'failed', 'cancelled'] as const satisfies readonly TaskState[]
export type EndState = (typeof endStates)[number]

export const openStates = ['queued', 'submitting', 'running', 'storing'] as const satisfies readonly TaskState[]

export const isOpen = (state: TaskState): state is (typeof openStates)[number] =>
  openStates.some((open) => open === state)

export const isTerminal = (state: TaskState): state is EndState => !isOpen(state)

/** The word the Sora API has for a state that is not an end. */
export const publicState = (state: TaskState): 'pending' | 'processing' =>
  state === 'queued' ? 'pending' : 'processing'
