/**
 * node scripts/run.mjs <script> [arguments]: installs what is missing, then runs the script. So `npm run demo`, `npm start`
 * and `npm test` work in a fresh clone. This file runs on whatever Node is there; the script runs on the Node that the
 * dev dependency `node` has brought, unless the one there is new enough. (`a && b` in package.json would not do: the
 * shell has looked up `node` before the first command brings the new one.)
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const lockFile = join(root, 'package-lock.json')
const installedFile = join(root, 'node_modules', '.package-lock.json')

/** Whether node_modules holds every package of the lock file that belongs on this platform, in its version. */
function isInstalled() {
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || !path.startsWith('node_modules/') || link || optional || installed[path]?.version === version,
  )
}

if (!isInstalled()) {
  process.stderr.write('Installing what is missing; this takes about a minute the first time …\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    // FFmpeg comes inside a package; its command-line program, which nothing here uses, would come from elsewhere.
    env: { ...process.env, SKIP_FFMPEG: 'true' },
  })
  if (status !== 0) {
    process.stderr.write('npm ci failed; the lines above say why.\n')
    process.exit(status ?? 1)
  }
}

const [script = '', ...rest] = process.argv.slice(2)
const broughtNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24
const node = isNewEnough || !existsSync(broughtNode) ? process.execPath : broughtNode

/**
 * How much garbage V8 may let lie, as at the head of src/cli/main.ts: 16 MB for what is young, and 30 percent of the rest.
 * By default it goes by the machine's memory, and a server with a thousand tasks in flight, which holds 70 MB, fills 400 on
 * a large one and never gives them back. It costs a few hundredths of a core.
 */
const flags = ['--max-semi-space-size=16', '--heap-growing-percent=30']
const child = spawn(node, [...flags, join(root, script), ...rest], { stdio: 'inherit' })
// Ctrl-C reaches both from the terminal, and the script decides; SIGTERM is sent to one process and passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0)
})
