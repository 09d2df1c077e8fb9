/**
 * npm run trust [chapter …]: runs the tests that hold the promises of docs/trust.md and says which are kept.
 * `--from <folder>` runs nothing and reads the results that earlier test runs left there (RUSHES_TEST_RESULTS).
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { TestResult } from '../test/support/test-results.ts'
import { chapters } from '../test/trust/chapters.ts'
import type { Promised } from '../test/trust/promise.ts'

const { values, positionals } = parseArgs({ options: { from: { type: 'string' } }, allowPositionals: true })
const asked = positionals.length > 0 ? positionals : Object.keys(chapters)
const unknown = asked.find((key) => !(key in chapters))
if (unknown) {
  process.stderr.write(`There is no chapter "${unknown}"; there are ${Object.keys(chapters).join(', ')}.\n`)
  process.exit(1)
}

const results = values.from ? await resultsIn(values.from) : await run(asked)
let broken = 0
for (const key of asked) {
  const chapter = chapters[key]
  if (!chapter) continue
  process.stdout.write(`\n${chapter.title}\n`)
  for (const promised of chapter.promises) {
    const troubles = troublesOf(promised, results)
    const isUnseen = promised.needs !== undefined && troubles.every((trouble) => trouble.startsWith('skipped: '))
    if (troubles.length > 0 && !isUnseen) broken++
    process.stdout.write(
      `  ${troubles.length === 0 ? 'kept  ' : isUnseen ? 'unseen' : 'BROKEN'}  ${promised.promise}\n`,
    )
    for (const trouble of troubles) process.stdout.write(`          ${trouble}\n`)
  }
}
process.stdout.write(broken === 0 ? '\nEvery promise is kept.\n' : `\n${broken} promises are not kept.\n`)
process.exitCode = broken === 0 ? 0 : 1

/** Why a promise cannot be said to be kept; empty when each of its tests passed somewhere and failed nowhere. */
function troublesOf({ file, tests }: Promised, all: TestResult[]): string[] {
  return tests.flatMap((name) => {
    const own = all.filter((result) => result.file === file && result.name === name)
    if (own.some(({ outcome }) => outcome === 'failed')) return [`failed: ${file}: ${name}`]
    if (own.some(({ outcome }) => outcome === 'passed')) return []
    const [skipped] = own
    return [skipped ? `skipped: ${file}: ${name} (${skipped.reason})` : `did not run: ${file}: ${name}`]
  })
}

/** Each result that the test runs before have left in this folder. */
async function resultsIn(folder: string): Promise<TestResult[]> {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line) as TestResult)
}

async function run(keys: string[]): Promise<TestResult[]> {
  const files = new Set(keys.flatMap((key) => chapters[key]?.promises.map(({ file }) => file) ?? []))
  const folder = await mkdtemp(join(tmpdir(), 'rushes-trust-'))
  try {
    spawnSync(process.execPath, [join(import.meta.dirname, 'test.ts'), ...files], {
      stdio: 'inherit',
      env: { ...process.env, RUSHES_TEST_RESULTS: folder },
    })
    return await resultsIn(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
