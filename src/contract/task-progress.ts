/** What GET …/{id}/events sends on both doors: `progress` events, then one `result` with what the door answers. */
import { z } from 'zod'
import { openStates } from './task-state.ts'

export const taskProgress = z.object({
  state: z.enum(openStates),
  progress: z.number().int().meta({ description: 'Percent.' }),
  queue_position: z
    .number()
    .int()
    .nullable()
    .meta({
      description:
        'Tasks of the same engine that wait before this one, plus one; of a running task, its place in the engine’s own ' +
        'queue, where the engine says so; null when it waits no longer.',
    }),
  estimated_seconds: z.number().nullable().meta({
    description: 'Until the end, by the median of the engine’s recent tasks; null when it has none.',
  }),
})
export type TaskProgress = z.infer<typeof taskProgress>
