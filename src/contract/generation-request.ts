import { z } from 'zod'

/**
 * The one normal form of "make me a video", whichever door it came through. It is stored with the task, so it holds
 * no reference bytes and no secret: references are assets of the task, the callback secret has its own column.
 */
export const generationRequest = z.object({
  version: z.enum(['1.0', '2.0']),
  model: z.string(),
  /** Trimmed, 1 to 32,000 characters. */
  prompt: z.string(),
  seconds: z.number(),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
  /** The part of the character's clip to use, in seconds; present exactly when there is a character. */
  character: z.object({ startSeconds: z.number(), endSeconds: z.number() }).optional(),
  /** 32-bit unsigned; chosen by the server when the caller gave none. */
  seed: z.number().int(),
})
export type GenerationRequest = z.infer<typeof generationRequest>

/** Where the pictures of a request come from, as the caller named them. */
export interface ReferenceSources {
  images: readonly ImageReference[]
  characterUrl?: string
}

/**
 * An image with the field it came in (`image_urls[0]`): an http(s) URL, a `data:` URL or bare base 64, or the path of a
 * file that was sent with the request.
 */
export type ImageReference = { field: string } & ({ source: string } | { path: string })
