/** Format, lint, types, drift of what is generated, and the tests; `--without-tests` leaves those out. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

const steps: [string, string, string[]][] = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the console', bin('tsc'), ['--noEmit', '-p', join('console', 'tsconfig.json')]],
  ['drift', process.execPath, [join('scripts', 'write-generated.ts'), '--check']],
]
if (!process.argv.includes('--without-tests')) steps.push(['tests', process.execPath, [join('scripts', 'test.ts')]])

for (const [name, command, args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    process.stderr.write(`check: ${name} failed\n`)
    process.exit(1)
  }
}
