/**
 * Takes pictures of every page of the console, wide and as on a phone, light and dark, of a server of its own with films
 * of the built-in engine:
 *
 *   npm run screenshots -- <folder>
 *
 * They are looked at before a page is called done; `docs/images` has four of them.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { open, pagesOf, startConsole, tabsOf, type Visitor } from '../test/support/console.ts'
import { buildConsoleIfStale } from './build-console.ts'

const sizes = { wide: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } }
const schemes = ['light', 'dark'] as const
const forVisitors = ['/', '/guide', '/login', '/register', '/forgot-password', '/reset-password?token=x', '/nowhere']
const prompts = [
  'cat running on the river',
  'a fox in the snow at night',
  'a lighthouse in a storm',
  'three children flying kites on a beach at sunset',
  'a red hot-air balloon over the mountains',
]
const settleMilliseconds = 700

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say where the pictures go: npm run screenshots -- <folder>')

await buildConsoleIfStale()
await mkdir(folder, { recursive: true })
const site = await startConsole({
  models: { 'sora-2': ['animatic'], 'sora-2-pro': ['animatic'], rehearsal: ['scripted'] },
})
try {
  const administrator = await site.register('Grace Hopper')
  const visitor = await site.visit()
  const paths = await fillWithSamples(administrator)
  for (const scheme of schemes) {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const one of [visitor, administrator]) {
        await one.page.setViewportSize(viewport)
        await one.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      }
      for (const path of forVisitors) await take(visitor, path, `${scheme}-${size}-visitor`)
      for (const path of paths) await take(administrator, path, `${scheme}-${size}`)
    }
  }
} finally {
  await site[Symbol.asyncDispose]()
}

async function take(visitor: Visitor, path: string, name: string): Promise<void> {
  const { page } = visitor
  await open(visitor, `${site.url}${path}`)
  // Pictures arrive, charts draw themselves.
  await page.waitForTimeout(settleMilliseconds)
  const label = path.slice(1).replace(/\?.*/, '').replaceAll('/', '-') || 'service'
  await page.screenshot({ path: join(folder ?? '', `${label.slice(0, 24)}-${name}.png`), fullPage: true })
}

/** Films, a failure, a callback, keys; gives the paths of the pages to look at. */
async function fillWithSamples(member: Visitor): Promise<string[]> {
  const { call } = member
  const make = (body: object) => call('POST', '/sora/videos', { version: '2.0', size: '1280x720', seconds: 4, ...body })
  const rehearse = (body: object) => make({ model: 'rehearsal', async: true, ...body })
  const { url: inbox } = await call('POST', '/api/v1/inboxes', {})
  await call('POST', '/api/v1/webhook_tests', { url: inbox })
  await call('POST', '/api/v1/credentials', { name: 'laptop' })
  await call('POST', '/api/v1/credentials', { name: 'production', credit_limit: 5000 })
  await rehearse({ prompt: '[slow 3000s] a whale under the ice' })
  const failed = await rehearse({ prompt: 'a cat [fail: the model ran out of memory]' })
  await rehearse({ prompt: 'a dragon asleep on its gold', callback_url: inbox })
  const [film] = await Promise.all(prompts.map((prompt) => make({ prompt })))
  const [made] = (film?.data ?? []) as { thumbnail_url: string }[]
  const form = new URLSearchParams({ prompt: prompts[0] ?? '', model: 'sora-2', image: made?.thumbnail_url ?? '' })
  await open(member, site.url)
  const inNavigation = (await pagesOf(member)).filter((path) => path !== '/playground')
  return [
    ...inNavigation,
    ...(await tabsOf(site, member)),
    `/playground?${form}`,
    `/videos/${film?.task_id}`,
    `/videos/${failed.task_id}`,
  ]
}
