/** What the render process and its parent say to each other. */
import { z } from 'zod'
import { shotPlan } from '../script/shot-plan.ts'

const making = z.object({
  kind: z.enum(['new', 'remix', 'edit', 'extension']),
  prompt: z.string(),
  seconds: z.number(),
})

/** The first and only message to the child. */
export const renderRequest = z.object({
  order: z.object({
    prompt: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    seconds: z.number(),
    seed: z.number().int(),
    images: z.array(z.string()),
    character: z.object({ path: z.string(), startSeconds: z.number(), endSeconds: z.number() }).optional(),
    source: z
      .object({
        kind: z.enum(['remix', 'edit', 'extension']),
        path: z.string(),
        seconds: z.number(),
        makings: z.array(making).readonly().optional(),
      })
      .optional(),
    outputPath: z.string(),
  }),
  /** Where the film is written until it is whole. */
  partPath: z.string(),
})
export type RenderRequest = z.infer<typeof renderRequest>

/** What a render took of the machine. */
export const renderCost = z.object({
  /** CPU seconds of each part, over all threads; `encode` is what is left when the others are counted. */
  cpuSeconds: z.object({
    start: z.number(),
    plan: z.number(),
    draw: z.number(),
    sound: z.number(),
    encode: z.number(),
  }),
  /** The most memory that the render process held at once. */
  peakMemoryBytes: z.number(),
})
export type RenderCost = z.infer<typeof renderCost>

export const renderReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), framesDone: z.number().int(), framesTotal: z.number().int() }),
  z.object({ kind: z.literal('done'), plan: shotPlan, cost: renderCost }),
  z.object({ kind: z.literal('failed'), message: z.string(), stack: z.string().optional() }),
])
export type RenderReport = z.infer<typeof renderReport>
