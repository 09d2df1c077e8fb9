/** What is installed is what was reviewed: the lock file, the install scripts, the licences, the bill of materials. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

interface Locked {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  hasInstallScript?: boolean
}

const root = join(import.meta.dirname, '..')
const own = ['', 'animatic', 'console']
const read = (name: string) => readFile(join(root, name), 'utf8')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

const lock = JSON.parse(await read('package-lock.json')) as { packages: Record<string, Locked> }
const installed = Object.entries(lock.packages).filter(([path, { link }]) => !own.includes(path) && !link)

/** Licences that ask no more of who runs or ships Rushes than that they are passed on with it. */
const permissive = ['MIT', 'MIT-0', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']
const publicDomain = ['Unlicense', 'CC0-1.0']
/** These ask that changes to their own files are published; Rushes changes none. */
const byFile = ['MPL-2.0', 'LGPL-3.0-or-later']
const allowed = [...permissive, ...publicDomain, ...byFile]

/** Packages whose package.json says no licence in today's form; what their licence file, or their author, says. */
const saidElsewhere: Record<string, string> = {
  '@shinyoshiaki/jspack': 'MIT',
  busboy: 'MIT',
  dicer: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
  streamsearch: 'MIT',
}

test('every package that is installed has its hash in the lock file, which names no registry', () => {
  assert.ok(installed.length > 300)
  const without = installed.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
  assert.deepEqual(
    without.map(([path]) => path),
    [],
  )
  const elsewhere = Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved !== undefined && !link)
  assert.deepEqual(
    elsewhere.map(([path]) => path),
    [],
  )
})

test('the packages that run a script when they are installed are the reviewed ones', async () => {
  const { allowScripts } = JSON.parse(await read('package.json')) as { allowScripts: Record<string, boolean> }
  const found = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
  assert.deepEqual([...new Set(found)].sort(), Object.keys(allowScripts).sort())
  const section = (await read('docs/dependencies.md')).split(/^## /m).find((part) => part.startsWith('Install scripts'))
  assert.ok(section, 'docs/dependencies.md has the section "Install scripts"')
  const reviewed = [...section.matchAll(/^\| `([^`]+)` \| (run|kept from running) \|/gm)].map(([, name, verdict]) => [
    name,
    verdict === 'run',
  ])
  assert.deepEqual(Object.fromEntries(reviewed), allowScripts)
})

test('every package has a licence that is on the list', async () => {
  const refused = installed.flatMap(([path, { license }]) => {
    const name = nameOf(path)
    const said = license ?? saidElsewhere[name] ?? 'no licence'
    return isAllowed(said) ? [] : [`${name}: ${said}`]
  })
  assert.deepEqual(refused, [])
  assert.equal(isAllowed('GPL-3.0-only'), false)
  assert.equal(isAllowed('MIT AND GPL-3.0-only'), false)
  const page = await read('docs/dependencies.md')
  for (const one of allowed) assert.ok(page.includes(one), `docs/dependencies.md lists the licence ${one}`)
})

test('npm run sbom lists every package that a server runs with', { timeout: 60_000 }, () => {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const bill = JSON.parse(stdout) as { bomFormat: string; components: { name: string; version: string }[] }
  assert.equal(bill.bomFormat, 'CycloneDX')
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
  const needed = installed.filter(([, { dev }]) => !dev).map(([path, { version }]) => `${nameOf(path)}@${version}`)
  assert.deepEqual(
    needed.filter((one) => !listed.has(one)),
    [],
  )
  for (const name of ['fastify', 'pg', 'sharp', 'undici', 'zod', 'node-av', 'react']) {
    assert.ok(listed.has(`${name}@${lock.packages[`node_modules/${name}`]?.version}`), name)
  }
  assert.ok(!stdout.includes('"name": "playwright-core"'), 'nothing that is for development alone')
})

/** Of an `OR` one suffices, of an `AND` all must be allowed (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions). */
function isAllowed(expression: string): boolean {
  const alternatives = expression.replace(/[()]/g, '').split(' OR ')
  return alternatives.some((one) => one.split(' AND ').every((id) => allowed.includes(id)))
}
