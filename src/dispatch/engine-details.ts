import { storableJson } from '../db/storable.ts'
import type { EngineDetails } from '../engines/engine.ts'

/** More than this is no detail: it is left out, so that lists of records stay readable. */
const mostBytes = 32_768

/** What an engine says of its work as JSON that Postgres takes; nothing when it says nothing, or too much. */
export function storedDetails(details: EngineDetails | undefined): string | undefined {
  if (!details) return undefined
  const text = storableJson(details)
  return Buffer.byteLength(text) <= mostBytes ? text : undefined
}
