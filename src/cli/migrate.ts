import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from './open-database.ts'

/** rushes migrate: bring the database up to date without starting a server. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (a starting server does it too)')
    .action(async () => {
      await using closing = new AsyncDisposableStack()
      const applied = await migrate(await openDatabase(await readConfig(process.env), closing))
      process.stdout.write(applied.length ? `applied ${applied.join(', ')}\n` : 'the database is up to date\n')
    })
}
