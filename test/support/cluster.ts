/** Several processes on one Postgres and one bucket, as a company runs them. Needs TEST_DATABASE_URL. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConfigFile } from '../../src/config.ts'
import { type S3TestServer, s3TestKeys, startS3Server } from '../../src/storage/test-s3-server.ts'
import { createTestDatabase } from './database.ts'
import { createServeProcess, type ServeProcess } from './serve-process.ts'

export const clusterKey = 'test-key-of-a-cluster'
/** Why tests of several processes are left out, where they are. */
export const withoutPostgres = process.env.TEST_DATABASE_URL ? false : 'several processes need TEST_DATABASE_URL'

export interface Cluster {
  databaseUrl: string
  bucket: S3TestServer
  /** A process that is not started yet; each has a data directory of its own. */
  add(options: string[], environment?: Record<string, string>): ServeProcess
  [Symbol.asyncDispose](): Promise<void>
}

/** `server` is the Postgres that the cluster's database is made on, in place of TEST_DATABASE_URL. */
export async function createCluster(file: ConfigFile, server?: string): Promise<Cluster> {
  const database = await createTestDatabase(server)
  const { databaseUrl, dataDirectory } = database
  if (databaseUrl === undefined) throw new Error('several processes need TEST_DATABASE_URL')
  const bucket = await startS3Server()
  const configPath = join(dataDirectory, 'rushes.config.json')
  await writeFile(configPath, JSON.stringify(file))
  const processes: ServeProcess[] = []
  return {
    databaseUrl,
    bucket,
    add(options, environment = {}) {
      const directory = join(dataDirectory, `process-${processes.length + 1}`)
      const one = createServeProcess(
        {
          DATABASE_URL: databaseUrl,
          DATABASE_POOL_SIZE: '4',
          S3_BUCKET: bucket.bucket,
          S3_ENDPOINT: bucket.endpoint,
          ...s3TestKeys,
          RUSHES_SECRET: 'a secret of the cluster'.replaceAll(' ', '-'),
          RUSHES_API_KEY: clusterKey,
          RUSHES_DATA_DIR: directory,
          RUSHES_CONFIG: configPath,
          RUSHES_ALLOW_PRIVATE_URLS: 'true',
          ...environment,
        },
        options,
      )
      processes.push(one)
      return one
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((one) => one.end('SIGKILL')))
      await bucket.stop()
      await database.remove()
    },
  }
}
