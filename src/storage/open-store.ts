import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createDiskStore } from './disk-store.ts'
import type { S3StoreOptions } from './s3-store.ts'
import { sayWhenAway } from './say-when-away.ts'
import type { Store } from './store.ts'

const bucketCheckMilliseconds = 20_000

/**
 * Files lie in the bucket where one is named, else in the data directory. What is opened is closed by `closing`. Throws
 * ConfigError for a bucket that cannot be used.
 */
export async function openStore(
  { s3, dataDirectory }: { s3: S3StoreOptions | undefined; dataDirectory: string },
  closing: AsyncDisposableStack,
): Promise<Store> {
  if (!s3) {
    const root = join(dataDirectory, 'files')
    await mkdir(root, { recursive: true })
    return sayWhenAway(await createDiskStore({ root }))
  }
  const { createS3Store } = await import('./s3-store.ts')
  const store = createS3Store(s3)
  closing.defer(() => store.close())
  await store.check(AbortSignal.timeout(bucketCheckMilliseconds))
  return sayWhenAway(store)
}
