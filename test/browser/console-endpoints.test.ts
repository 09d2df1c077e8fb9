/** Webhook endpoints in the console: added, tried, told, rotated, switched off, deleted. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { OpenAI } from 'openai'
import { type BrowsedConsole, open, startConsole } from '../support/console.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'

let site: BrowsedConsole
let receiver: Receiver
before(async () => {
  site = await startConsole()
  receiver = await startReceiver()
})
after(async () => {
  await site?.[Symbol.asyncDispose]()
  await receiver?.[Symbol.asyncDispose]()
})

test('an endpoint from its making to its end; its secret, shown once, verifies what it is told', async () => {
  const visitor = await site.register('Ada')
  const { page, problems } = visitor
  await open(visitor, `${site.url}/webhooks/endpoints`)
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  const dialog = page.getByRole('dialog', { name: 'New endpoint' })
  await dialog.getByLabel('Name').fill('production')
  await dialog.getByLabel('URL').fill(`${receiver.url}/videos`)
  await dialog.getByRole('button', { name: 'Add the endpoint' }).click()
  const shown = page.locator('[data-secret]')
  const secret = (await shown.textContent()) ?? ''
  assert.match(secret, /^whsec_/)

  await page.getByRole('button', { name: 'Send a test event' }).click()
  await page.getByText('It answered 200 to a test event.').waitFor()
  await visitor.call('POST', '/sora/videos', { prompt: 'cat running on the river', duration: 10 })
  await receiver.until(2)
  const { body, headers } = receiver.received[1] ?? { body: '', headers: {} }
  const client = new OpenAI({ apiKey: 'none' })
  const event: object = await client.webhooks.unwrap(body, headers as Record<string, string>, secret)
  assert.equal('type' in event && event.type, 'video.completed')

  await page.getByRole('link', { name: 'Its deliveries' }).click()
  await page.getByText('video.completed').first().waitFor()
  await page.goBack()
  await page.reload()
  await page.getByRole('heading', { name: 'production' }).waitFor()
  assert.equal(await shown.count(), 0)

  const enabled = page.getByRole('switch', { name: 'Enabled' })
  await enabled.focus()
  await page.keyboard.press('Space')
  await page.locator('input[role=switch]:not(:checked)').waitFor({ state: 'attached' })
  await visitor.call('POST', '/sora/videos', { prompt: 'a dog', duration: 10 })
  assert.equal(receiver.received.length, 2)

  await page.getByRole('button', { name: 'Delete the endpoint' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Delete/ })
    .click()
  await page.getByText('No endpoints yet').waitFor()
  assert.deepEqual(problems, [])
})
