/** What entries of the config's `engines` are made of. Engine types compose their schema of these, in `settings.ts`. */
import { z } from 'zod'

/** Every engine's entry may say these. */
export const commonSettings = {
  /** Tasks this engine works on at a time, in one worker process. */
  concurrency: z.number().int().min(1).max(10_000).optional(),
  /** After this long without an end the task fails. */
  deadlineSeconds: z.number().int().min(1).max(80_000).optional(),
  /** How long a task waits for an engine that is out of order or full, when no other engine of its model can do it. */
  patienceSeconds: z.number().int().min(0).max(80_000).default(300),
}

/** The name of an environment variable that holds a secret. Name such keys `…Env`: at start each must be set. */
export const environmentVariable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'must be the name of an environment variable, not the secret itself')

/** Where a server is, up to the part that its paths are added to; without a slash at the end. */
export const baseUrl = z
  .string()
  .refine((text) => isPlainUrl(text), 'must be an http:// or https:// URL without user name, query and fragment')
  .transform((text) => text.replace(/\/+$/, ''))

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text)
  return !!url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
}

/** A server behind HTTP, with a key where it needs one. */
export const serverSettings = {
  ...commonSettings,
  baseUrl,
  apiKeyEnv: environmentVariable.optional(),
  /** What one call to the server may take, the download of a film left out. */
  requestSeconds: z.number().min(1).max(600).default(60),
}

/** What the operator knows of the model behind an engine; each replaces what the engine would assume. */
export const capabilitySettings = {
  /** The longest film it makes. */
  maxSeconds: z.number().int().min(1).max(3600).optional(),
  /** The sizes it makes, `<width>x<height>` in pixels; films of other sizes are refused. */
  sizes: z
    .array(z.string().regex(/^\d{2,5}x\d{2,5}$/, 'must be <width>x<height> in pixels'))
    .min(1)
    .optional(),
  /** Reference images it takes. */
  maxImages: z.number().int().min(0).max(16).optional(),
  /** Reference images it cannot do without: 1 for an image-to-video model. */
  minImages: z.number().int().min(0).max(16).optional(),
}

/** `maxSeconds` as a list of durations. */
export const durationsUpTo = (maxSeconds: number | undefined): 'any' | readonly number[] =>
  maxSeconds === undefined ? 'any' : Array.from({ length: maxSeconds }, (_, index) => index + 1)
