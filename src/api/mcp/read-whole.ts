import { buffer } from 'node:stream/consumers'
import type { Store } from '../../storage/store.ts'

/** A small file of the store, whole; the caller knows its size. Undefined when it is gone. */
export async function readWhole(store: Store, key: string, signal: AbortSignal): Promise<Buffer | undefined> {
  const opened = await store.open(key, null, signal)
  return opened ? buffer(opened.body) : undefined
}
