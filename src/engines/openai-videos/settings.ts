import { z } from 'zod'
import { capabilitySettings, serverSettings } from '../entry.ts'

/** The servers that speak /v1/videos, each in its own way; `openai` is what the protocol's own documents say. */
export const flavors = ['openai', 'sglang', 'vllm-omni', 'tensorrt-llm', 'litellm', 'new-api', 'rushes'] as const
export type Flavor = (typeof flavors)[number]

/** `baseUrl` ends in `/v1` on most servers: `/videos` is added to it. */
export const openaiVideosSettings = z.strictObject({
  type: z.literal('openai-videos'),
  ...serverSettings,
  ...capabilitySettings,
  /** What the server calls the model; what it can do is guessed from the name. */
  model: z.string().min(1).max(300),
  /** `auto` asks the server. */
  flavor: z.enum(['auto', ...flavors]).default('auto'),
  /** Frames a second to ask for, on servers that can be asked. */
  fps: z.number().int().min(1).max(120).optional(),
  /** Widths and heights must be a multiple of this. */
  multipleOf: z.number().int().min(1).max(128).optional(),
  /** Films of more pixels a frame are asked for smaller and enlarged afterwards. */
  maxPixels: z.number().int().min(4096).optional(),
  /** How a reference image is handed over: the file, a link to this server, or a data URL. */
  imageAs: z.enum(['file', 'url', 'data']).default('file'),
  /** Whether a job may be started again when it is unknown if the server has it; by default only on GPUs of one's own. */
  resubmit: z.enum(['safe', 'never']).optional(),
  /** How often a job is asked after, where the server does not say. */
  pollSeconds: z.number().min(0.1).max(600).default(2),
  /** Whether films may lie on a private network; by default when the server itself does. */
  privateResults: z.boolean().optional(),
  /** What it makes of a film that is sent along: `edit` at /videos/edits, `extension` at /videos/extensions. */
  sources: z.array(z.enum(['edit', 'extension'])).optional(),
  /** Sent with every job as it stands: `negative_prompt`, `num_inference_steps`, `guidance_scale` and the like. */
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
})
export type OpenaiVideosSettings = z.output<typeof openaiVideosSettings>
