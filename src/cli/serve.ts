import { type Command, Option } from 'commander'
import { readConfig, roles } from '../config.ts'
import { runUntilStopped, startServer } from '../main.ts'

/** rushes serve: the server, until a signal stops it. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('run the server; its settings are environment variables (docs/run.md)')
    .addOption(new Option('--role <role>', 'what this process does; stands over RUSHES_ROLE').choices(roles))
    .option('--engines <names>', 'the engines whose tasks it works on, by commas; stands over RUSHES_ENGINES')
    .action(async ({ role, engines }: { role?: string; engines?: string }) => {
      const given = { ...(role && { RUSHES_ROLE: role }), ...(engines && { RUSHES_ENGINES: engines }) }
      const config = await readConfig({ ...process.env, ...given })
      const running = await startServer(config)
      if (config.role === 'worker') return await runUntilStopped(running)
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
