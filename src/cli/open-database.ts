import type { Config } from '../config.ts'
import { lockDataDirectory } from '../data-directory.ts'
import { connect, type Database } from '../db/connect.ts'
import { createLogger } from '../logger.ts'

/** The database of the configuration, for a command that needs no server; the embedded one only while no server has it. */
export async function openDatabase(config: Config, closing: AsyncDisposableStack): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const directory = await lockDataDirectory(config.dataDirectory, config.secret)
    closing.defer(directory.release)
  }
  const db = await connect({ ...config, poolSize: config.databasePoolSize }, createLogger('warn'))
  closing.defer(() => db.close())
  return db
}
