/** What the plan needs to know of reference images before anything is drawn. */
import { loadImage } from '@napi-rs/canvas'
import type { ReferenceFacts } from '../../script/references.ts'
import { readImage } from './read-image.ts'

/** One at a time, for decoded images are large. Throws when one cannot be decoded. */
export async function referenceFacts(paths: readonly string[]): Promise<ReferenceFacts[]> {
  const facts: ReferenceFacts[] = []
  for (const path of paths) facts.push({ hasFigure: readImage(await loadImage(path)).figure !== undefined })
  return facts
}
