import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { openSession } from './server-session.ts'

/** rushes keys create | list | revoke. */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('make, list and revoke API keys')

  keys
    .command('create')
    .description('make a key and print it, this once')
    .option('--name <name>', 'to tell keys apart', 'key')
    .option('--expires <time>', 'when it stops working, such as 2030-01-31')
    .action(async ({ name, expires }: { name: string; expires?: string }) => {
      const expiresAt = expires === undefined ? undefined : new Date(expires)
      if (expiresAt && Number.isNaN(expiresAt.getTime()))
        throw new Error(`--expires is ${expires}; allowed: a time such as 2030-01-31.`)
      await using session = await openSession(await readConfig(process.env))
      const { token } = await session.createKey(name, expiresAt)
      process.stdout.write(`${token}\n`)
    })

  keys
    .command('list')
    .description('list the keys, without their secrets')
    .action(async () => {
      await using session = await openSession(await readConfig(process.env))
      for (const { id, name, prefix, created_at, expires_at, revoked_at } of await session.listKeys()) {
        const state = revoked_at ? 'revoked' : expires_at && expires_at * 1000 < Date.now() ? 'expired' : 'active'
        const made = new Date(created_at * 1000).toISOString().slice(0, 10)
        process.stdout.write(`${id}  ${`${prefix}…`.padEnd(14)}  ${state.padEnd(8)}  ${made}  ${name}\n`)
      }
    })

  keys
    .command('webhook-secret')
    .description('print the secret that callbacks are signed with')
    .action(async () => {
      await using session = await openSession(await readConfig(process.env))
      process.stdout.write(`${await session.webhookSecret()}\n`)
    })

  keys
    .command('revoke <id>')
    .description('make a key stop working')
    .action(async (id: string) => {
      await using session = await openSession(await readConfig(process.env))
      if (!(await session.revokeKey(id)))
        throw new Error(`there is no active key with the id ${id}; "rushes keys list" shows them.`)
      process.stdout.write('revoked\n')
    })
}
