/** The pages’ content security policy: without unsafe-inline, and in the way of nothing that the pages do themselves. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type BrowsedConsole, open, pagesOf, startConsole, tabsOf, type Visitor } from '../support/console.ts'

let site: BrowsedConsole
before(async () => {
  site = await startConsole()
})
after(() => site?.[Symbol.asyncDispose]())

/** Notes what the policies of all pages of a visitor refuse. */
async function noteViolations({ context, page }: Visitor): Promise<string[]> {
  const violations: string[] = []
  await context.exposeFunction('noteViolation', (what: string) => violations.push(what))
  const listen = `document.addEventListener('securitypolicyviolation', (event) =>
    noteViolation([location.pathname, event.effectiveDirective, event.blockedURI, event.sample].join(' ')))`
  await context.addInitScript(listen)
  page.on('response', (response) => {
    const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers()
    if (!type.startsWith('text/html')) return
    if (!policy.includes("default-src 'none'") || policy.includes('unsafe'))
      violations.push(`${response.url()} ${policy}`)
  })
  return violations
}

test('no page of the console has unsafe-inline or asks for what its policy refuses', async () => {
  const visitor = await site.register('the administrator')
  const violations = await noteViolations(visitor)
  await open(visitor, site.url)
  for (const path of [...(await pagesOf(visitor)), ...(await tabsOf(site, visitor))]) {
    await open(visitor, `${site.url}${path}`)
  }
  await visitor.page.goto(`${site.url}/keys`)
  await visitor.page.getByRole('button', { name: /^Account of/ }).click()
  await visitor.page.getByRole('menuitem').first().waitFor()
  assert.deepEqual(violations, [])
  await visitor.context.close()
})

test('the reference page has no unsafe-inline either, and all of its style sheets', async () => {
  const visitor = await site.visit()
  const violations = await noteViolations(visitor)
  await visitor.page.goto(`${site.url}/docs`)
  await visitor.page.getByRole('heading', { name: 'Make a video' }).first().waitFor()
  await visitor.page.getByText('/sora/tasks').first().waitFor()
  await visitor.page.locator('code.hljs').first().waitFor({ state: 'attached' })
  if (process.env.SCREENSHOTS)
    await visitor.page.screenshot({ path: `${process.env.SCREENSHOTS}/reference-policy.png` })
  // Its library tries whether it may compile validators, which needs eval, and does without.
  assert.deepEqual(
    violations.filter((one) => one !== '/docs/ script-src eval '),
    [],
  )
  await visitor.context.close()
})

test('a script that somebody gets into a page does not run, and no page is framed', async () => {
  const visitor = await site.visit()
  for (const path of ['/', '/docs/']) {
    const html = { accept: 'text/html' }
    const answers = await Promise.all([1, 2].map(() => site.server.inject({ url: path, headers: html })))
    const [first, second] = answers.map(({ headers }) => String(headers['content-security-policy']))
    assert.notEqual(first, second, 'each answer has a nonce of its own')
    assert.match(String(first), /frame-ancestors 'none'/)
    assert.equal(answers[0]?.headers['x-content-type-options'], 'nosniff')
    await visitor.page.goto(`${site.url}${path}`)
    const ran = await visitor.page.evaluate(`(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = 1'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 1">')
      await new Promise((resolve) => document.body.lastElementChild.addEventListener('error', resolve))
      return window.ran ?? 'nothing'
    })()`)
    assert.equal(ran, 'nothing', path)
  }
  await visitor.context.close()
})
