import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { runUntilStopped, startServer } from '../main.ts'

/** rushes serve: the server, until a signal stops it. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('run the server; its settings are environment variables (docs/run.md)')
    .action(async () => {
      const running = await startServer(await readConfig(process.env))
      const firstKey = await running.context.firstKey()
      if (firstKey) {
        // Shown this once, and not in the log.
        process.stdout.write(`\n  Your key, shown this once:  ${firstKey.key}\n\n`)
      }
      const setupLink = await running.context.setupLink()
      if (setupLink) process.stdout.write(`\n  Become its administrator:  ${setupLink}\n\n`)
      process.stdout.write(`  Rushes answers at ${running.url} (reference: ${running.url}/docs)\n\n`)
      await runUntilStopped(running)
    })
}
