/** The web console in a real browser, on a server of the test's own. It has to be built: scripts/test.ts sees to that. */
import assert from 'node:assert/strict'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { ConfigFile } from '../../src/config.ts'
import { freePort } from '../acceptance/support/origin.ts'
import { password } from './person.ts'
import { startTestServer, type TestServer } from './server.ts'

/** What a page may take to show something, on a busy machine. */
const waitMilliseconds = 60_000

/** The Chromium that is on the machine, without what it would ask of others by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Somebody at the console. */
export interface Visitor {
  context: BrowserContext
  page: Page
  /** Scripts that failed, and requests to anybody but the server. */
  problems: string[]
  /** Calls the API as the console does, and gives the answer's JSON. */
  call(method: string, path: string, body?: object): Promise<Record<string, unknown>>
}

export interface BrowsedConsole {
  url: string
  server: TestServer
  visit(options?: BrowserContextOptions): Promise<Visitor>
  /** A visitor who has registered and is logged in; the first of a server is its administrator. */
  register(name: string, options?: BrowserContextOptions): Promise<Visitor>
  [Symbol.asyncDispose](): Promise<void>
}

export async function startConsole(file: ConfigFile = {}): Promise<BrowsedConsole> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = await startTestServer({ file, publicUrl: url })
  await server.context.app.listen({ host: '127.0.0.1', port })
  const browser = await launchChromium()
  const visit = async (options?: BrowserContextOptions): Promise<Visitor> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    context.setDefaultTimeout(waitMilliseconds)
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && /^https?:/.test(request.url())) problems.push(`asked ${request.url()}`)
    })
    return { context, page, problems, call: (...call) => callApi(context, url, ...call) }
  }
  return {
    url,
    server,
    visit,
    async register(name, options) {
      const visitor = await visit(options)
      const email = `${crypto.randomUUID()}@example.com`
      await visitor.call('POST', '/api/v1/registrations', { email, password, name })
      return visitor
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function callApi(context: BrowserContext, url: string, method: string, path: string, body?: object) {
  const answer = await context.request.fetch(`${url}${path}`, {
    method,
    headers: { origin: url },
    ...(body && { data: body }),
    timeout: 120_000,
  })
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

/** The paths of the navigation, as whoever is logged in sees it. */
export async function pagesOf({ page }: Visitor): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  await links.first().waitFor({ state: 'attached' })
  return links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
}

/** Goes to a page and waits until it shows what it has. */
export async function open({ page }: Visitor, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' })
}

/** The paths of the tabs of those pages that have some with addresses of their own. */
export async function tabsOf({ url }: BrowsedConsole, visitor: Visitor): Promise<string[]> {
  const found: string[] = []
  for (const path of ['/webhooks', '/admin']) {
    await open(visitor, `${url}${path}`)
    for (const tab of await visitor.page.getByRole('tab').all()) {
      await tab.click()
      found.push(new URL(visitor.page.url()).pathname)
    }
  }
  return found
}
