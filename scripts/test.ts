/**
 * Runs the tests: all of them, or those whose paths are given. TEST_DATABASE_URL runs them on a Postgres;
 * RUSHES_TEST_RESULTS names a folder that keeps what became of each. A failed run ends this process with 1.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
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
const files = asked.length > 0 ? asked : everything

if (files.some((one) => one.includes('test/browser'))) await buildConsoleIfStale()

const resultsFolder = process.env.RUSHES_TEST_RESULTS
const keptResults = resultsFolder
  ? [
      `--test-reporter=${join(root, 'test', 'support', 'test-results.ts')}`,
      `--test-reporter-destination=${join(resultsFolder, `${process.pid}.ndjson`)}`,
    ]
  : []

const { status } = spawnSync(
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
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 1)
