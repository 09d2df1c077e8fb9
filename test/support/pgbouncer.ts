/** A PgBouncer in transaction mode before the Postgres of a URL, on a free loopback port. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../acceptance/support/origin.ts'
import { userWithoutRights } from './no-rights.ts'

const program = '/usr/sbin/pgbouncer'
const startMilliseconds = 10_000

/** Why tests that need it are left out, where they are. */
export const withoutPgbouncer = existsSync(program) ? false : `${program} is not installed`

export async function startPgbouncer(databaseUrl: string): Promise<{ url: string } & AsyncDisposable> {
  const target = new URL(databaseUrl)
  const directory = await mkdtemp(join(tmpdir(), 'rushes-pgbouncer-'))
  const port = await freePort()
  const file = join(directory, 'pgbouncer.ini')
  await writeFile(
    file,
    [
      '[databases]',
      `* = host=${target.hostname} port=${target.port} user=${target.username}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      'default_pool_size = 10',
      // What docs/scale.md asks for: clients say these at connect, and a pool of transactions has no use for them.
      'ignore_startup_parameters = extra_float_digits,statement_timeout,options',
    ].join('\n'),
  )
  const user = userWithoutRights
  if (user !== undefined) {
    await chmod(directory, 0o755)
    await chown(file, user, user)
  }
  const child = spawn(program, [file], { stdio: 'ignore', ...(user !== undefined && { uid: user, gid: user }) })
  const gone = once(child, 'exit')
  await untilListening(port)
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** It says nothing when it is ready; asking is the only way to know. */
async function untilListening(port: number): Promise<void> {
  for (const deadline = Date.now() + startMilliseconds; ; await delay(20)) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    if (Date.now() > deadline) throw new Error('PgBouncer does not listen')
  }
}
