/** Programs in a mount namespace of their own, with file systems that nobody else sees. */
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'

const unshare = ['--mount', ...(userInfo().uid === 0 ? [] : ['--map-root-user'])]

/** Why tests that need such file systems are left out, where they are. */
export const withoutMounts =
  spawnSync('unshare', [...unshare, 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0
    ? false
    : 'file systems of a test’s own need `unshare --mount`'

/** What runs `command` after `mount`, a line of shell in which "$0" is `folder`; its process is the command's. */
export const withMount = (mount: string, folder: string, command: readonly string[]) => ({
  file: 'unshare',
  arguments: [...unshare, 'sh', '-c', `${mount} && exec "$@"`, folder, ...command],
})

/** A file of the process's own file systems, as everybody else can reach it. */
export const pathIn = (pid: number, path: string): string => `/proc/${pid}/root${path}`

/** Mounts a file system of the process anew, with other options: `ro`, `rw`. */
export function remount(pid: number, folder: string, options: string): void {
  const asWhom = userInfo().uid === 0 ? [] : ['--user', '--preserve-credentials']
  const all = [...asWhom, '--mount', '--target', String(pid), 'mount', '-o', `remount,${options}`, folder]
  const { status, stderr } = spawnSync('nsenter', all, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the file system could not be mounted as ${options}: ${stderr}`)
}
