/** What others may have written, or led somebody to, does nothing to whoever looks at it in the console. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type BrowsedConsole, open, startConsole, type Visitor } from '../support/console.ts'
import { password } from '../support/person.ts'

const script = `</script><script>window.ran = 1</script><img src=x onerror="window.ran = 1">`
let site: BrowsedConsole

before(async () => {
  site = await startConsole()
})
after(() => site?.[Symbol.asyncDispose]())

/** Asserts that the page shows what was written as text, and that nothing of it ran. */
async function assertShown(visitor: Visitor, path: string): Promise<void> {
  const { page, problems } = visitor
  await open(visitor, `${site.url}${path}`)
  await page.getByText('<img src=x onerror=').first().waitFor({ state: 'attached' })
  assert.equal(await page.evaluate('window.ran'), undefined, path)
  assert.equal(await page.locator('img[src=x]').count(), 0, path)
  assert.deepEqual(problems, [], path)
}

test('prompts, names and engine errors with scripts in them are shown as text, and run nothing', async () => {
  const administrator = await site.register('the administrator')
  const member = await site.register(`Ada ${script}`)
  await member.call('POST', '/api/v1/applications', {})
  const { token } = await member.call('POST', '/api/v1/credentials', { name: `key ${script}` })
  const { task_id } = (await (
    await fetch(`${site.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: `a cat ${script} [fail: no cat ${script}]` }),
    })
  ).json()) as { task_id: string }
  const shown = [
    '/videos',
    `/videos/${task_id}`,
    '/keys',
    '/usage',
    `/playground?${new URLSearchParams({ prompt: `a cat ${script}` })}`,
  ]
  for (const path of shown) await assertShown(member, path)
  const failure = member.page.getByText(/no cat <\/script>/).first()
  await member.page.goto(`${site.url}/videos/${task_id}`)
  await failure.waitFor()
  for (const path of ['/admin/accounts', '/admin/engines', '/admin/tasks']) await assertShown(administrator, path)
})

for (const address of [
  '//evil.example/x',
  'https://evil.example/x',
  '/\\evil.example/x',
  '/\t/evil.example/x',
  'javascript:window.ran=1',
]) {
  test(`whoever logs in with return_to=${JSON.stringify(address)} stays here`, async () => {
    const { page, problems, context, call } = await site.visit()
    const email = `${crypto.randomUUID()}@example.com`
    await call('POST', '/api/v1/registrations', { email, password, name: 'Ada' })
    await call('DELETE', '/api/v1/session')
    await page.goto(`${site.url}/login?${new URLSearchParams({ return_to: address })}`)
    await page.getByLabel('E-mail').fill(email)
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByRole('button', { name: /^Account of/ }).waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.equal(page.url(), `${site.url}/`)
    // The same for whoever was logged in before.
    await page.goto(`${site.url}/login?${new URLSearchParams({ return_to: address })}`)
    await page.waitForURL(`${site.url}/`)
    assert.equal(await page.evaluate('window.ran'), undefined)
    assert.deepEqual(problems, [])
    await context.close()
  })
}
