/** A whole server in this process, without a port, for tests that speak HTTP to it by injection. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Config, type ConfigFile, readConfig } from '../../src/config.ts'
import { type Context, createContext } from '../../src/context.ts'
import { createLogger, type Logger } from '../../src/logger.ts'
import { assertFits } from './answers.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export const apiKey = 'test-key-of-the-first-account'
export const testUrl = 'http://rushes.test'

export interface TestServer {
  context: Context
  config: Config
  /** POSTs JSON with the test key; `headers` win. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  inject(options: InjectOptions): Promise<LightMyRequestResponse>
  /** Stops this server and starts another on the same data, as a restart does. */
  restart(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface TestServerOptions {
  file?: ConfigFile
  config?: Partial<Config>
  logger?: Logger
  /** What links begin with. */
  publicUrl?: string
  /** Goes when the server does; a new one when absent. */
  database?: TestDatabase
}

/** Starts a server whose models run on the scripted engine, unless the options say otherwise. */
export async function startTestServer({
  file,
  config: changes,
  logger,
  publicUrl = testUrl,
  database: given,
}: TestServerOptions = {}): Promise<TestServer> {
  const database = given ?? (await createTestDatabase())
  const configPath = join(database.dataDirectory, 'rushes.config.json')
  const models = { 'sora-2': ['scripted'], 'sora-2-pro': ['scripted'] }
  await writeFile(configPath, JSON.stringify({ models, ...file }))
  const base = await readConfig({
    RUSHES_DATA_DIR: database.dataDirectory,
    RUSHES_API_KEY: apiKey,
    RUSHES_CONFIG: configPath,
    LOG_LEVEL: 'silent',
  })
  const config: Config = { ...base, databaseUrl: database.databaseUrl, ...changes }
  const open = async () => {
    const context = await createContext(config, publicUrl, logger ?? createLogger(config.logLevel))
    await context.start(publicUrl)
    return context
  }
  let context = await open()
  const inject = (options: InjectOptions) => context.app.inject(options)
  return {
    get context() {
      return context
    },
    config,
    inject,
    async post(path, body, headers = {}) {
      const answer = await inject({
        method: 'POST',
        url: path,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      })
      assertFits(path, answer)
      return answer
    },
    async restart() {
      await context.stop()
      context = await open()
    },
    async [Symbol.asyncDispose]() {
      await context.stop()
      await database.remove()
    },
  }
}
