/** What people do at the console, in a real browser. The films of `sora-2-pro` are real, those of `sora-2` scripted. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { run } from '../acceptance/support/child.ts'
import { type BrowsedConsole, open, startConsole } from '../support/console.ts'
import { password } from '../support/person.ts'

const prompt = 'cat running on the river'
const firstViewBytes = 300_000
let site: BrowsedConsole

before(async () => {
  site = await startConsole({ models: { 'sora-2': ['scripted'], 'sora-2-pro': ['animatic'] } })
  // The first to register takes over the server's own account, which has no limit.
  await site.register('the administrator')
})
after(() => site?.[Symbol.asyncDispose]())

/** Plays the film that the page shows, and gives how far it came once it has moved. */
const play = (page: Page): Promise<number> =>
  page.locator('main video').evaluate(async (element) => {
    const video = element as HTMLVideoElement
    video.muted = true
    await video.play()
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`it stands still at ${video.currentTime}`)), 20_000)
      video.ontimeupdate = () => video.currentTime > 0.3 && resolve()
    })
    return video.currentTime
  })

async function register(page: Page): Promise<void> {
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Acquire' }).click()
  await page.getByRole('link', { name: 'Register' }).click()
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Register' }).click()
  await page.waitForURL(`${site.url}/`)
}

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()

async function copyCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy the code' }).click()
  return page.evaluate(() => navigator.clipboard.readText())
}

const { PATH = '', HOME = '' } = process.env
const runInShell = (code: string) => run('bash', ['-c', code.replace('curl', 'curl -sS')], { PATH, HOME })

test('from registering to a revoked key: acquire, try, watch, copy, be called back, see what it cost', async () => {
  const { page, context, problems } = await site.visit()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
  await register(page)
  await page.getByRole('button', { name: 'Acquire' }).click()
  await page.getByText('Acquired; 300 credits left.').waitFor()

  await goTo(page, 'Playground')
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
  await page.getByRole('combobox', { name: 'Model' }).click()
  await page.getByRole('option', { name: 'sora-2-pro' }).click()
  await page.getByText('Costs 30 credits.').waitFor()
  await page.getByRole('button', { name: 'Try' }).click()
  await page.getByText('Made by animatic').waitFor({ timeout: 180_000 })
  assert.ok((await play(page)) > 0.3)

  await page.getByRole('combobox', { name: 'Model' }).click()
  await page.getByRole('option', { name: 'sora-2', exact: true }).click()
  await page.getByRole('button', { name: 'Fill in a new key' }).click()
  await page.getByRole('combobox', { name: 'Key' }).waitFor()
  assert.doesNotMatch(await page.getByRole('tabpanel').first().innerText(), /rushes_\w{20}/)
  const curl = await copyCode(page)
  assert.match(curl, new RegExp(`curl ${site.url}/sora/videos`.replaceAll('.', '\\.')))
  const made = JSON.parse((await runInShell(curl)).stdout)
  assert.equal(made.success, true)
  assert.equal((await fetch(made.data[0].video_url)).status, 200)

  await goTo(page, 'Webhooks')
  await page.getByRole('tab', { name: 'Inboxes' }).click()
  await page.getByRole('button', { name: 'Make an inbox' }).click()
  await page.getByRole('link', { name: 'Use in the playground' }).click()
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
  await page.getByRole('button', { name: 'Try' }).click()
  await page.getByText('The outcome goes to the callback URL.').waitFor()
  await goTo(page, 'Webhooks')
  await page.getByRole('tab', { name: 'Inboxes' }).click()
  const came = page.getByRole('log').getByRole('article')
  await came.getByText('signature verified').waitFor()
  assert.match(await came.innerText(), /"success": ?true/)

  await goTo(page, 'Usage')
  for (const total of ['Credits 50', 'Videos 3', 'Left 250']) await totalOf(page, total).waitFor()

  await goTo(page, 'Keys')
  await page
    .getByRole('row', { name: /playground/ })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText(/revoked/).waitFor()
  const refused = JSON.parse((await runInShell(curl)).stdout)
  assert.equal(refused.error.code, 'invalid_token')
  assert.deepEqual(problems, [])
  await context.close()
})

/** One of the totals of the usage page, by its label and value. */
const totalOf = (page: Page, total: string) =>
  page.locator('.mantine-Card-root').filter({ hasText: new RegExp(`^${total.replace(' ', '\\s*')}$`) })

test('an example of the guide runs where it stands, with the reader’s own address and inbox', async () => {
  const visitor = await site.register('a reader')
  await visitor.call('POST', '/api/v1/applications', {})
  await open(visitor, `${site.url}/guide#without-waiting`)
  const { page } = visitor
  assert.ok((await page.getByText(`'${site.url}/sora/videos'`).count()) > 5)
  assert.equal(await page.getByText('localhost:8080').count(), 0)
  const section = (name: string) => page.locator(`h2#${name} ~ *`)
  const runs = page.getByRole('button', { name: 'Run', exact: true })
  await section('a-first-video').getByRole('button', { name: 'Run', exact: true }).first().click()
  await page.getByText('Made by scripted').waitFor()
  assert.ok((await play(page)) > 0.3)
  await section('without-waiting').getByRole('button', { name: 'Run', exact: true }).first().click()
  await page.getByText('It comes to your inbox').waitFor()
  assert.ok((await runs.count()) >= 9)
  const { items } = await visitor.call('GET', '/api/v1/inboxes')
  assert.equal((items as unknown[]).length, 1)
  await visitor.context.close()
})

test('the playground can be used with Tab and Enter alone', async () => {
  const visitor = await site.register('a keyboard')
  await visitor.call('POST', '/api/v1/applications', {})
  const { page } = visitor
  await open(visitor, `${site.url}/playground`)
  await tabTo(page, 'Prompt')
  await page.keyboard.type(prompt)
  await page.getByText(/^Costs/).waitFor()
  await tabTo(page, 'Try')
  await page.keyboard.press('Enter')
  await page.getByText('Made by scripted').waitFor()
  await visitor.context.close()
})

/** Presses Tab until what has the focus is called `name`. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }
      return (element.labels?.[0]?.innerText ?? element.ariaLabel ?? element.innerText ?? '')
        .replace(/\s*\*$/, '')
        .trim()
    })
    if (focused === name) return
    passed.push(focused)
  }
  assert.fail(`Tab does not reach ${name}; it passes ${passed.join(', ')}`)
}

test('the form is in the address: whoever opens it sees the same request', async () => {
  const { page, context } = await site.register('a sharer')
  await page.goto(`${site.url}/playground`)
  await page.getByRole('textbox', { name: 'Prompt' }).fill('a <red> fox & friends')
  await page.getByText('2.0 · pixel sizes').click()
  await page.getByRole('radiogroup', { name: 'Duration' }).getByText('12 s').click()
  await page.waitForURL(/duration=12/)
  const other = await context.newPage()
  await other.goto(page.url())
  const code = other.getByRole('tabpanel').first()
  await code.getByText('a <red> fox & friends').first().waitFor()
  assert.match(await code.innerText(), /"version": ?"2\.0".*"duration": ?12/s)
  await context.close()
})

test('the first view loads less than 300 kB, gzipped', async () => {
  const { page, context } = await site.visit()
  const loaded: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(js|css)$|\/$/.test(new URL(response.url()).pathname)) {
      loaded.push(response.body().then((body) => gzipSync(body).length))
    }
  })
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Acquire' }).waitFor()
  const sizes = await Promise.all(loaded)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(sizes.length >= 3 && bytes < firstViewBytes, `${sizes.length} files, ${bytes} bytes`)
  await context.close()
})
