/** What the config's `policy` may say. */
import { z } from 'zod'
import { baseUrl, environmentVariable } from '../engines/entry.ts'
import { compilePattern } from './deny-patterns.ts'

const pattern = z
  .string()
  .min(1)
  .max(1000)
  .superRefine((text, context) => {
    try {
      compilePattern(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: `is no pattern of RE2: ${(error as Error).message}` })
    }
  })

const denyRule = z.strictObject({
  pattern,
  /** What the caller is told, after "refuses this prompt: ". */
  reason: z.string().min(1).max(300).optional(),
})

const moderation = z.strictObject({
  /** Where a service answers OpenAI's POST /v1/moderations: the whole address. */
  url: baseUrl,
  apiKeyEnv: environmentVariable.optional(),
  model: z.string().min(1).max(200).default('omni-moderation-latest'),
  /** Whether it is shown the reference images, too. */
  images: z.boolean().default(true),
  /** For all that is asked about one request. */
  timeoutSeconds: z.number().min(0.1).max(60).default(10),
  /** What becomes of a request that it gives no answer on. */
  onFailure: z.enum(['refuse', 'allow']).default('refuse'),
})
export type ModerationSettings = z.output<typeof moderation>

export const policySettings = z
  .strictObject({
    /** The first that is found in a prompt refuses it. */
    deny: z
      .array(z.preprocess((rule) => (typeof rule === 'string' ? { pattern: rule } : rule), denyRule))
      .max(1000)
      .default([]),
    moderation: moderation.optional(),
  })
  .prefault({})
export type PolicySettings = z.output<typeof policySettings>
