/** /api/v1/events: what happens to an account, as server-sent events. */
import { z } from 'zod'
import { taskStates } from '../task-state.ts'

/** The `data` of each event, by its `event` name. */
export const liveEvents = {
  /** First on each connection; ask again for what is shown, since anything may have happened meanwhile. */
  ready: z.object({}),
  task: z.object({
    id: z.uuid(),
    state: z.enum(taskStates),
    progress: z.number().int(),
    /** Of a running task that waits in its engine's own queue, where the engine says so: its place, from 1. */
    queue_position: z.number().int().optional(),
  }),
  delivery: z.object({ id: z.uuid(), task_id: z.uuid(), state: z.enum(['pending', 'delivered', 'failed']) }),
  inbox: z.object({ inbox_id: z.uuid(), item_id: z.uuid() }),
  /** The application's credits, or its switches, changed. */
  application: z.object({ id: z.uuid() }),
  /** The task was deleted. */
  deleted: z.object({ id: z.uuid() }),
} as const

export type LiveEventName = keyof typeof liveEvents
export type LiveEvent = {
  [Name in LiveEventName]: { event: Name; data: z.infer<(typeof liveEvents)[Name]> }
}[LiveEventName]
