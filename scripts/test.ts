/**
 * Runs the tests: all of them, or those whose paths are given, but for those after a `!`. TEST_DATABASE_URL runs them on a Postgres;
 * RUSHES_TEST_RESULTS names a folder that keeps what became of each. A failed run ends this process with 1.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildConsoleIfStale } from './build-console.ts'

const root = join(import.meta.dirname, '..')
/** All but test/browser, which needs a browser and the console as it is built: npm run test:browser. */
const everything = [
  'src/**/*.test.ts',
  'animatic/**/*.test.ts',
  'test/*.test.ts',
  'test/{guarantees,acceptance}/*.test.ts',
]
const asked = process.argv.slice(2)
const exclude = asked.filter((one) => one.startsWith('!')).map((one) => one.slice(1))
const wanted = asked.length > exclude.length ? asked.filter((one) => !one.startsWith('!')) : everything
const files = exclude.length > 0 ? globSync(wanted, { cwd: root, exclude }) : wanted

if (files.length === 0) {
  process.stderr.write(`No file of tests is named by ${asked.join(' ')}.\n`)
  process.exit(1)
}
if (files.some((one) => one.includes('test/browser'))) await buildConsoleIfStale()

const resultsFolder = process.env.RUSHES_TEST_RESULTS
const keptResults = resultsFolder
  ? [
      `--test-reporter=${join(root, 'test', 'support', 'test-results.ts')}`,
      `--test-reporter-destination=${join(resultsFolder, `${process.pid}.ndjson`)}`,
    ]
  : []

/** The folders that tests make, mostly copies of a database, are gone soon: so much of them lies there at once. */
const roomNeeded = 2 * 1024 ** 3
const memory = '/dev/shm'

/** Whether temporary files may lie in memory, where copying a database takes a tenth of what it takes on a disk. */
async function hasRoomInMemory(): Promise<boolean> {
  const found = await statfs(memory).catch(() => undefined)
  return found !== undefined && found.bavail * found.bsize > roomNeeded
}

const temporary = await mkdtemp(join((await hasRoomInMemory()) ? memory : tmpdir(), 'rushes-tests-'))
// A server of another's that does not run as root, such as PgBouncer, reads its settings below.
await chmod(temporary, 0o711)
const running = spawn(
  process.execPath,
  [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    '--test-timeout=240000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${join(root, 'test', 'support', 'slowest.ts')}`,
    '--test-reporter-destination=stdout',
    ...keptResults,
    ...files,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TMPDIR: temporary,
      // Each test file, and each server that one starts, reads the same few hundred modules.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'rushes', 'compiled'),
    },
  },
)
// Ctrl-C reaches the tests from the terminal; what they leave behind is removed here.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => running.kill('SIGTERM'))
const [status] = await once(running, 'exit')
await rm(temporary, { recursive: true, force: true })
process.exit(status ?? 1)
