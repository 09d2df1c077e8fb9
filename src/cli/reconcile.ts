import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { openSession } from './server-session.ts'

/** rushes reconcile: whether the ledger, the balances, the tasks and the usage records say the same. */
export function addReconcile(program: Command): void {
  program
    .command('reconcile')
    .description('check that credits, tasks and usage agree; exits with 1 when they do not')
    .action(async () => {
      await using session = await openSession(await readConfig(process.env))
      const { agrees, applications, tasks, granted, reserved, used, problems } = await session.reconcile()
      process.stdout.write(
        `${applications} applications, ${tasks} tasks: ${granted} credits given, ${reserved} held, ${used} used\n`,
      )
      for (const { kind, application_id, task_id, message } of problems) {
        process.stdout.write(
          `${kind}  application ${application_id}${task_id ? `, task ${task_id}` : ''}: ${message}\n`,
        )
      }
      process.stdout.write(agrees ? 'everything agrees\n' : `${problems.length} do not agree\n`)
      if (!agrees) process.exitCode = 1
    })
}
