import { z } from 'zod'
import { baseUrl, capabilitySettings, commonSettings, environmentVariable } from '../entry.ts'

/** The AI SDK's providers of videos; `providers.ts` knows them. */
export const providerNames = [
  'fal',
  'replicate',
  'google',
  'google-vertex',
  'xai',
  'alibaba',
  'minimax',
  'gateway',
] as const
export type ProviderName = (typeof providerNames)[number]

/** An engine of the AI SDK: a provider's package, installed beside this server, and a model of it. */
export const aiSdkSettings = z.strictObject({
  type: z.literal('ai-sdk'),
  ...commonSettings,
  ...capabilitySettings,
  provider: z.enum(providerNames),
  /** As the provider calls it: `wan/v2.2-a14b/text-to-video`, `veo-3.1-generate-preview`. */
  model: z.string().min(1).max(300),
  /** By default the variable that the provider's package reads. */
  apiKeyEnv: environmentVariable.optional(),
  /** Instead of the provider's own address: a proxy, a region. */
  baseUrl: baseUrl.optional(),
  /** What one call may take, the download of a film left out. */
  requestSeconds: z.number().min(1).max(600).default(60),
  /** How often a job is asked after. */
  pollSeconds: z.number().min(0.1).max(600).default(5),
  /** For the provider's factory: `project` and `location` of google-vertex. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Lengths in seconds that the model makes; by default what is known of the provider. */
  durations: z.array(z.number().positive()).min(1).optional(),
  /** What reference images are to the model. */
  imagesAs: z.enum(['first-frame', 'first-and-last-frame', 'references']).default('first-frame'),
  /** `<width>x<height>` for every job, instead of the one nearest to it that the provider knows. */
  resolution: z
    .string()
    .regex(/^\d{2,5}x\d{2,5}$/, 'must be <width>x<height> in pixels')
    .optional(),
  fps: z.number().int().min(1).max(120).optional(),
  generateAudio: z.boolean().optional(),
  /** The provider's own options, over everything else; `{{seconds}}` and the like are filled, null takes out. */
  options: z.record(z.string(), z.json()).default({}),
})
export type AiSdkSettings = z.output<typeof aiSdkSettings>
