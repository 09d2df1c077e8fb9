import { z } from 'zod'
import { sourceKinds } from '../../contract/generation-request.ts'
import { commonSettings } from '../entry.ts'

export const scriptedSettings = z.strictObject({
  type: z.literal('scripted'),
  ...commonSettings,
  workSeconds: z.number().min(0).default(0),
  queueSeconds: z.number().min(0).default(0),
  resubmit: z.enum(['safe', 'with-key', 'never']).default('safe'),
  /** Capabilities to lack, to see what callers are told. */
  images: z.number().int().min(0).default(16),
  character: z.boolean().default(true),
  sources: z.array(z.enum(sourceKinds)).default([...sourceKinds]),
})
export type ScriptedSettings = z.infer<typeof scriptedSettings>
