/** A service that speaks OpenAI's moderation (https://platform.openai.com/docs/api-reference/moderations). */
import { buffer, json } from 'node:stream/consumers'
import { z } from 'zod'
import type { NewAsset } from '../db/assets.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Store } from '../storage/store.ts'
import type { ModerationSettings } from './policy-settings.ts'

const maxAnswerBytes = 1024 * 1024
const maxCategories = 5

const answer = z.object({
  results: z
    .array(z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.unknown()).default({}) }))
    .min(1),
})

/**
 * Asks about a prompt and images, one image a call as the protocol has it, within `timeoutSeconds` together. Returns the
 * names of what was found, which may be none, or undefined when nothing was. Throws when there is no usable answer.
 */
export async function askModeration(
  settings: ModerationSettings,
  prompt: string,
  images: readonly NewAsset[],
  { fetch, store, key }: { fetch: GuardedFetch; store: Store; key: string | undefined },
  signal: AbortSignal,
): Promise<string[] | undefined> {
  const end = performance.now() + settings.timeoutSeconds * 1000
  for (let position = 0; position < Math.max(1, images.length); position++) {
    const image = images[position]
    const input = [
      ...(position === 0 ? [{ type: 'text', text: prompt }] : []),
      ...(image ? [{ type: 'image_url', image_url: { url: await dataUrl(store, image, signal) } }] : []),
    ]
    const left = Math.max(1, Math.ceil(end - performance.now()))
    const { status, body } = await fetch.request(
      settings.url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ model: settings.model, input }),
        maxBytes: maxAnswerBytes,
        connectTimeoutMs: left,
        totalTimeoutMs: left,
      },
      signal,
    )
    if (status !== 200) {
      body.destroy()
      throw new Error(`the moderation service answered ${status}`)
    }
    const flagged = answer.parse(await json(body)).results.filter((result) => result.flagged)
    if (flagged.length > 0) return flagged.flatMap(({ categories }) => namesOf(categories)).slice(0, maxCategories)
  }
  return undefined
}

/** They are shown to the caller: what does not look like a name is left out. */
const namesOf = (categories: Record<string, unknown>): string[] =>
  Object.keys(categories).filter((name) => categories[name] === true && /^[\w/ -]{1,40}$/.test(name))

async function dataUrl(store: Store, { key, contentType }: NewAsset, signal: AbortSignal): Promise<string> {
  const kept = await store.open(key, null, signal)
  if (!kept) throw new Error('the image to be moderated is gone')
  return `data:${contentType};base64,${(await buffer(kept.body)).toString('base64')}`
}
