import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { lockDataDirectory } from '../data-directory.ts'
import { connect } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { createLogger } from '../logger.ts'

/** rushes migrate: bring the database up to date without starting a server. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (a starting server does it too)')
    .action(async () => {
      const config = await readConfig(process.env)
      await using closing = new AsyncDisposableStack()
      if (config.databaseUrl === undefined) {
        const directory = await lockDataDirectory(config.dataDirectory, config.secret)
        closing.defer(directory.release)
      }
      const options = { ...config, poolSize: config.databasePoolSize }
      const db = await connect(options, createLogger('warn'))
      closing.defer(() => db.close())
      const applied = await migrate(db)
      process.stdout.write(applied.length ? `applied ${applied.join(', ')}\n` : 'the database is up to date\n')
    })
}
