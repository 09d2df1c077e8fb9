/** The documents are short, true and tested. */
import assert from 'node:assert/strict'
import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { managementOperations } from '../src/contract/management/operations.ts'
import { parseCreateVideo } from '../src/contract/sora/create-video.ts'
import { parseTaskQuery } from '../src/contract/sora/task-query.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFile(join(root, name), 'utf8')

async function documents(): Promise<string[]> {
  const inDocs = (await readdir(join(root, 'docs'), { recursive: true })).filter((name) => name.endsWith('.md'))
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs.map((name) => `docs/${name}`)]
}

test('every curl body in the documents is one that the API takes', async () => {
  let bodies = 0
  for (const name of await documents()) {
    for (const [, path, body] of (await read(name)).matchAll(/(\/sora\/\w+)(?:\?\w+=\w+)?'[^`]*?-d '([^']+)'/g)) {
      const parse = path === '/sora/tasks' ? parseTaskQuery : parseCreateVideo
      assert.doesNotThrow(() => parse(JSON.parse(body ?? '')), `${name}: ${body}`)
      bodies++
    }
  }
  assert.ok(bodies >= 4)
})

test('docs/run.md lists the settings that are read, and no others', async () => {
  const source = await read('src/config.ts')
  const settings = [...source.matchAll(/env\.([A-Z0-9_]{4,})|env, '([A-Z0-9_]+)'/g)].map(
    ([, one, other]) => one ?? other,
  )
  const listed = [...(await read('docs/run.md')).matchAll(/^\| `([A-Z0-9_]+)`\s*\|/gm)].map(([, name]) => name)
  assert.deepEqual(listed.sort(), [...new Set(settings)].sort())
})

test('every dependency has its reason', async () => {
  const page = await read('docs/dependencies.md')
  for (const name of ['package.json', 'animatic/package.json', 'console/package.json']) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(await read(name)) as Record<
      string,
      Record<string, string>
    >
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter((one) => !page.includes(`\`${one}\``))
    assert.deepEqual(missing, [], name)
  }
})

test('every dependency is used', async () => {
  for (const folder of ['src', 'animatic', 'console']) {
    const names = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
      /\.(ts|tsx|mjs)$/.test(name),
    )
    const text = (await Promise.all(names.map((name) => read(join(folder, name))))).join('\n')
    const { dependencies = {} } = JSON.parse(
      await read(folder === 'src' ? 'package.json' : `${folder}/package.json`),
    ) as Record<string, Record<string, string>>
    const unused = Object.keys(dependencies).filter(
      (one) => !new RegExp(`['"\`]${one}[/'"\`]|'node_modules', .*${one.split('/').pop()}`).test(text),
    )
    assert.deepEqual(unused, [], folder)
  }
})

test('every npm script that the documents name is there, and every file they link to', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  assert.ok(Object.keys(scripts).length <= 15)
  for (const name of await documents()) {
    const text = await read(name)
    for (const [, script = ''] of text.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)) {
      if (['install', 'ci', 'package', 'registry', 'script', 'scripts'].includes(script)) continue
      assert.ok(script in scripts, `${name}: npm run ${script}`)
    }
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) {
      if (!/^https?:/.test(target))
        await assert.doesNotReject(access(join(root, dirname(name), target)), `${name}: ${target}`)
    }
  }
})

test('docs/management-api.md lists every call, and no others', async () => {
  const page = await read('docs/management-api.md')
  const listed = [...page.matchAll(/^\| `(GET|POST|PATCH|DELETE) (\/api\/\S+)`/gm)].map(
    ([, method, path]) => `${method} ${path}`,
  )
  listed.push('GET /api/v1/events')
  const served = managementOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  assert.deepEqual(listed.sort(), served.sort())
})

test('a decision is a page of at most 40 lines', async () => {
  for (const name of await readdir(join(root, 'docs', 'decisions'))) {
    assert.ok((await read(`docs/decisions/${name}`)).split('\n').length <= 41, name)
  }
})
