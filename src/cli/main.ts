#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=30
/** rushes: serve, generate, keys, mcp, migrate, backup, restore, reconcile, sweep, doctor, demo. */
import { Command } from 'commander'
import { packageVersion } from '../version.ts'
import { addBackup } from './backup.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { explainToUser } from './explain.ts'
import { addGenerate } from './generate.ts'
import { addKeys } from './keys.ts'
import { addMcp } from './mcp.ts'
import { addMigrate } from './migrate.ts'
import { addReconcile } from './reconcile.ts'
import { addRestore } from './restore.ts'
import { addServe } from './serve.ts'
import { addSweep } from './sweep.ts'

const program = new Command('rushes')
  .description('A self-hosted video generation server that speaks the Sora Videos API.')
  .version(packageVersion)
  .showHelpAfterError('(rushes --help says more)')

const commands = [
  addServe,
  addGenerate,
  addKeys,
  addMcp,
  addMigrate,
  addBackup,
  addRestore,
  addReconcile,
  addSweep,
  addDoctor,
  addDemo,
]
for (const add of commands) add(program)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`rushes: ${explainToUser(error)}\n`)
  process.exitCode = 1
}
