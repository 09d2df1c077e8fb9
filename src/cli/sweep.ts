import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { filesWithoutRecord, recordsWithoutFile } from '../dispatch/find-orphans.ts'
import { openStore } from '../storage/open-store.ts'
import { openDatabase } from './open-database.ts'
import { untilInterrupted } from './until-interrupted.ts'

/** rushes sweep: what records and files do not know of each other, said before anything is deleted. */
export function addSweep(program: Command): void {
  program
    .command('sweep')
    .description('list files without a record, and records without their file; exits with 1 when there are some')
    .option('--delete', 'delete the files that have no record')
    .action(async ({ delete: deletes = false }: { delete?: boolean }) => {
      const config = await readConfig(process.env)
      await using closing = new AsyncDisposableStack()
      const db = await openDatabase(config, closing)
      await migrate(db)
      const store = await openStore(config, closing)
      using interrupted = untilInterrupted('what was listed before is true')
      const { signal } = interrupted
      let [files, bytes, records] = [0, 0, 0]
      for await (const file of filesWithoutRecord({ db, store }, signal)) {
        files++
        bytes += file.bytes
        process.stdout.write(`${deletes ? 'deleted' : 'no record'}  ${file.key}  ${file.bytes} bytes\n`)
        if (deletes) await store.delete(file.key, signal)
      }
      for await (const { taskId, key } of recordsWithoutFile({ db, store }, signal)) {
        records++
        process.stdout.write(`no file  ${key}  of task ${taskId}\n`)
      }
      const ofFiles = `${count(files, 'file')} without a record${deletes ? ', deleted' : ''} (${bytes} bytes)`
      process.stdout.write(`${ofFiles}, ${count(records, 'record')} without a file\n`)
      if (records > 0 || (files > 0 && !deletes)) process.exitCode = 1
    })
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
