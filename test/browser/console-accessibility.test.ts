/** Every page of the console, light and dark, under the eyes of axe-core. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowsedConsole, open, pagesOf, startConsole, tabsOf, type Visitor } from '../support/console.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const forVisitors = [
  '/',
  '/guide',
  '/login',
  '/register',
  '/forgot-password',
  '/reset-password?token=x',
  '/verify?token=x',
]
let site: BrowsedConsole
let member: Visitor
let taskIds: string[]

before(async () => {
  site = await startConsole()
  member = await site.register('Ada')
  const ask = { prompt: 'cat running on the river', duration: 10 }
  const done = await member.call('POST', '/sora/videos', ask)
  const { task_id } = await member.call('POST', '/sora/videos', {
    ...ask,
    prompt: '[slow 600s] a slow one',
    async: true,
  })
  taskIds = [String(done.task_id), String(task_id)]
  await member.call('POST', '/api/v1/credentials', { name: 'laptop', credit_limit: 100 })
  const { url } = await member.call('POST', '/api/v1/inboxes', {})
  await member.call('POST', '/api/v1/webhook_tests', { url: String(url) })
  const endpoint = { name: 'production', url: String(url), event_types: ['video.completed', 'video.failed'] }
  await member.call('POST', '/v1/webhook_endpoints', endpoint)
})
after(() => site?.[Symbol.asyncDispose]())

interface Violation {
  id: string
  impact: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What axe-core finds that is serious or critical, in a line each. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations: Violation[] = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}

/** Asserts that axe-core has nothing against any of the pages. */
async function assertOpen(visitor: Visitor, paths: readonly string[]): Promise<void> {
  const found: string[] = []
  for (const path of paths) {
    await open(visitor, `${site.url}${path}`)
    for (const one of await violationsOf(visitor.page)) found.push(`${path}: ${one}`)
  }
  assert.deepEqual(found, [])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page for visitors keeps anybody out, ${colorScheme}`, async () => {
    const visitor = await site.visit({ colorScheme, reducedMotion: 'reduce' })
    await assertOpen(visitor, [...forVisitors, '/nowhere'])
    await visitor.context.close()
  })

  test(`no page for members and administrators keeps anybody out, ${colorScheme}`, async () => {
    const { page } = member
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(member, site.url)
    const paths = [...(await pagesOf(member)), ...taskIds.map((id) => `/videos/${id}`), ...(await tabsOf(site, member))]
    await assertOpen(member, paths)
  })
}
