/**
 * Installs what is missing, so that `npm run demo`, `npm start` and `npm test` work in a fresh clone. It runs on
 * whatever Node is there; everything after it runs on the Node that the dev dependency `node` has brought.
 */
import { spawnSync } from 'node:child_process'
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
