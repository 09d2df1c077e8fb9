import { s3TestKeys, startS3Server } from '../src/storage/test-s3-server.ts'
import type { BenchDatabase } from './database.ts'
import { type BenchServer, startBenchServer } from './server.ts'

/** Nothing keeps a bench's calls from being accepted. */
export const withoutLimits = {
  requestsPerMinute: 10_000_000,
  openTasks: 1_000_000,
  accountOpenTasks: 2_000_000,
  serverOpenTasks: 10_000_000,
}

/** What is made when nothing is: an engine that does what prompts say. */
export const scriptedConfig = {
  engines: { scripted: { type: 'scripted' as const } },
  models: { 'sora-2': ['scripted'] },
  limits: withoutLimits,
}

/** An api process that nobody works for, with a bucket of its own: what it accepts waits. */
export async function startApiServer(
  database: BenchDatabase,
  connections: number,
): Promise<BenchServer & AsyncDisposable> {
  const s3 = await startS3Server()
  const server = await startBenchServer(scriptedConfig, {
    ...s3TestKeys,
    RUSHES_ROLE: 'api',
    RUSHES_SECRET: 'secret-of-the-bench-'.repeat(2),
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: String(connections),
    S3_BUCKET: s3.bucket,
    S3_ENDPOINT: s3.endpoint,
  })
  const stop = server[Symbol.asyncDispose]
  return Object.assign(server, {
    async [Symbol.asyncDispose]() {
      await stop()
      await s3.stop()
    },
  })
}
