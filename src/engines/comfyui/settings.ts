import { z } from 'zod'
import { capabilitySettings, serverSettings } from '../entry.ts'

/** A ComfyUI engine's entry in the config. */
export const comfyuiSettings = z.strictObject({
  type: z.literal('comfyui'),
  ...serverSettings,
  maxSeconds: capabilitySettings.maxSeconds,
  sizes: capabilitySettings.sizes,
  /** The name of a ready workflow, or the path of one exported with "Export (API)", for jobs without references. */
  workflow: z.string().optional(),
  /** The path of one for jobs with reference images; ready workflows have their own. */
  imageWorkflow: z.string().optional(),
  /** The path of one for jobs with a character's video. */
  characterWorkflow: z.string().optional(),
  /** What the model can do; ready workflows know it. */
  fps: z.number().positive().max(240).optional(),
  frameStep: z.number().int().min(1).max(64).optional(),
  multipleOf: z.number().int().min(1).max(256).optional(),
  maxPixels: z.number().int().min(4096).optional(),
  audio: z.boolean().optional(),
  negativePrompt: z.string().max(10_000).optional(),
  /** Other names of model files, by the name in the workflow. */
  files: z.record(z.string(), z.string()).default({}),
})
export type ComfyuiSettings = z.output<typeof comfyuiSettings>
