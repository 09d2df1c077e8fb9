import { z } from 'zod'
import { capabilitySettings, serverSettings } from '../entry.ts'

/** Another server of this very API; `baseUrl` is what stands before `/sora/videos`. */
export const acedataSettings = z.strictObject({
  type: z.literal('acedata'),
  ...serverSettings,
  ...capabilitySettings,
  /** What the server calls the model; by default what callers here call it. */
  model: z.string().min(1).max(200).optional(),
  /** Whether it takes `character_url`. */
  character: z.boolean().default(true),
  /**
   * How images get there: `data` within the request, `url` as a link to this server, which needs a PUBLIC_URL that the
   * other can reach. A character's video always goes as a link.
   */
  imageAs: z.enum(['data', 'url']).default('data'),
  /** `with-key` when the server knows the Idempotency-Key header, as Rushes does; `never` for one that charges twice. */
  resubmit: z.enum(['safe', 'with-key', 'never']).default('with-key'),
  pollSeconds: z.number().min(0.1).max(600).default(5),
  /** Whether films may lie on a private network; by default when the server itself does. */
  privateResults: z.boolean().optional(),
})
export type AcedataSettings = z.output<typeof acedataSettings>
