/** Every example of docs/guide.md, as the program it is. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runProgram } from './support/examples.ts'
import { type Origin, startOrigin } from './support/origin.ts'
import { apiKey, createHome, type Server, scripted, serve } from './support/rushes.ts'
import { needs } from './support/tools.ts'

const root = join(import.meta.dirname, '..', '..')
const guide = await readFile(join(root, 'docs', 'guide.md'), 'utf8')
const tools: Record<string, string> = { sh: 'curl', python: 'python3', js: process.execPath }
const cleaning = new AsyncDisposableStack()
let server: Server
let origin: Origin

before(async () => {
  const home = cleaning.use(await createHome(scripted))
  // The guide's samples, without building the console for them.
  server = cleaning.use(await serve(home, { RUSHES_CONSOLE_DIR: join(root, 'console', 'public') }))
  origin = cleaning.use(await startOrigin())
})
after(() => cleaning.disposeAsync())

const fill = (code: string) =>
  code
    .replaceAll('http://localhost:8080/inbox/{inbox}', `${origin.url}/inbox`)
    .replaceAll('http://localhost:8080', server.url)
    .replaceAll('{token}', apiKey)

const examples = guide
  .split(/^## /m)
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(/^```(sh|python|js)\n(.*?)^```$/gms)].map(([, language = '', code = ''], index) => ({
      name: `${section.split('\n')[0]}, example ${index + 1}`,
      language,
      code,
    })),
  )

for (const { name, language, code } of examples) {
  test(`the guide's program runs and is not refused: ${name}, ${language}`, needs(tools[language] ?? ''), async () => {
    const called = code.includes('{inbox}') ? origin.next('/inbox') : undefined
    const { stdout, stderr, code: exitCode } = await runProgram(language, fill(code))
    assert.equal(exitCode, 0, stderr)
    assert.doesNotMatch(stdout, /token_mismatched|"error"/, stdout)
    const isPriced = code.includes('dry_run')
    // Nobody has made the task that {task_id} stands for.
    const expected = code.includes('{task_id}')
      ? /^\{\}$/
      : isPriced
        ? /"credits"/
        : called
          ? /^\{"task_id"/
          : /video_url/
    assert.match(stdout.trim(), expected)
    const { body } = (await called) ?? {}
    if (called) assert.equal(JSON.parse(body ?? '').task_id, JSON.parse(stdout).task_id)
  })
}

test('the guide shows every call in curl, and the first video and version 2.0 in Python and JavaScript too', () => {
  const languagesOf = (heading: string) =>
    examples.filter(({ name }) => name.startsWith(`${heading},`)).map(({ language }) => language)
  assert.deepEqual(languagesOf('A first video'), ['sh', 'python', 'js'])
  assert.deepEqual(languagesOf('Version 2.0'), ['sh', 'python', 'js', 'sh'])
  assert.ok(examples.length >= 14)
})
