import { z } from 'zod'

/** What a film may be made from another by: its words changed, its look changed, or more of it. */
export const sourceKinds = ['remix', 'edit', 'extension'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** One step in which a film came to be: made new, or out of the one before. */
export const making = z.object({
  kind: z.enum(['new', ...sourceKinds]),
  prompt: z.string(),
  /** Of the film after this step. */
  seconds: z.number(),
})
export type Making = z.infer<typeof making>

/** The film that a request makes another from. Its bytes are an asset of the task. */
export const filmSource = z.object({
  kind: z.enum(sourceKinds),
  /** The task that made it; absent for a film that was sent with the call. */
  taskId: z.string().optional(),
  seconds: z.number(),
  /** How it came to be, when one engine made all of it from nothing: that engine can make it again. */
  origin: z.object({ engine: z.string(), makings: z.array(making).min(1) }).optional(),
})
export type FilmSource = z.infer<typeof filmSource>

/**
 * The one normal form of "make me a video", whichever door it came through. It is stored with the task, so it holds
 * no reference bytes and no secret: references are assets of the task, the callback secret has its own column.
 */
export const generationRequest = z.object({
  version: z.enum(['1.0', '2.0']),
  model: z.string(),
  /** Trimmed, 1 to 32,000 characters. */
  prompt: z.string(),
  /** Of the whole film; of an extension that is its source and what follows. */
  seconds: z.number(),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
  /** The part of the character's clip to use, in seconds; present exactly when there is a character. */
  character: z.object({ startSeconds: z.number(), endSeconds: z.number() }).optional(),
  /** 32-bit unsigned; chosen by the server when the caller gave none. */
  seed: z.number().int(),
  /** Present when the film is made from another. */
  source: filmSource.optional(),
})
export type GenerationRequest = z.infer<typeof generationRequest>

/** The seconds that an engine has to make anew, and that are paid for: of an extension those it adds. */
export function newSecondsOf({ seconds, source }: GenerationRequest): number {
  return source?.kind === 'extension' ? Math.round((seconds - source.seconds) * 1000) / 1000 : seconds
}

/** Where the pictures of a request come from, as the caller named them. */
export interface ReferenceSources {
  images: readonly ImageReference[]
  characterUrl?: string
  /** The field that named the character; `character_url` when absent. */
  characterField?: string
  /** The film to make another from: a file in storage, or one that was sent with the request. */
  film?: { key: string } | { path: string }
}

/**
 * An image with the field it came in (`image_urls[0]`): an http(s) URL, a `data:` URL or bare base 64, or the path of a
 * file that was sent with the request.
 */
export type ImageReference = { field: string } & ({ source: string } | { path: string })
