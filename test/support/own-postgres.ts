/** A Postgres of a test's own, which it may stop as hard as it likes: on a free loopback port, with `fsync` on. */
import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../acceptance/support/origin.ts'

const run = promisify(execFile)
/** Where Debian keeps the server's programs; the newest of them. */
const initdb = globSync('/usr/lib/postgresql/*/bin/initdb').sort().at(-1) ?? ''
const isRoot = userInfo().uid === 0

/** Why tests that need it are left out, where they are. */
export const withoutInitdb = existsSync(initdb) ? false : 'a Postgres to restart needs /usr/lib/postgresql/*/bin/initdb'

export interface OwnPostgres {
  url: string
  /** Ends every process of it at once, as a crash would; what was committed stays. */
  crash(): Promise<void>
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  // Not in the tests' own folder, which nobody else may enter.
  const directory = await mkdtemp('/tmp/rushes-postgres-')
  const data = join(directory, 'data')
  // Postgres refuses to run as root.
  const asPostgres = isRoot ? ['--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
  const call = (program: string, ...options: string[]) => {
    const path = join(dirname(initdb), program)
    const [file, all] = isRoot ? ['setpriv', [...asPostgres, path, ...options]] : [path, options]
    return run(file, all, { cwd: directory, env: { ...process.env, HOME: directory }, timeout: 60_000 })
  }
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres'])
    await chown(directory, Number(stdout), Number(stdout))
  }
  await call('initdb', '-D', data, '-U', 'rushes', '--auth=trust')
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c max_connections=100`
  const start = async () => {
    await call('pg_ctl', '-D', data, '-w', '-l', join(directory, 'log'), '-o', settings, 'start')
  }
  const crash = async () => void (await call('pg_ctl', '-D', data, '-m', 'immediate', 'stop'))
  await start()
  return {
    url: `postgres://rushes@127.0.0.1:${port}/postgres`,
    crash,
    start,
    async [Symbol.asyncDispose]() {
      await crash().catch(() => {})
      await rm(directory, { recursive: true, force: true })
    },
  }
}
