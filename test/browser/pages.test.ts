/** The pages and films as a browser shows them, with the Chromium that is on the machine. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/console.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let url: string

before(async () => {
  server = await startTestServer({ publicUrl: 'http://127.0.0.1' })
  await server.context.app.listen({ host: '127.0.0.1', port: 0 })
  const address = server.context.app.server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function openPage(): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && /^https?:/.test(request.url())) problems.push(`asked ${request.url()}`)
  })
  return { page, problems }
}

test('the reference page shows the operations, asks nobody but this server and reports no error', async () => {
  const { page, problems } = await openPage()
  await page.goto(`${url}/docs`)
  await page.getByRole('heading', { name: 'Make a video' }).first().waitFor()
  assert.ok((await page.getByText('/sora/tasks').count()) > 0)
  assert.deepEqual(problems, [])
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/reference.png` })
  await page.close()
})

test('a film plays in a browser, from its link alone', async () => {
  const { data } = (await server.post('/sora/videos', { prompt: 'a cat', duration: 10 })).json()
  const link = data[0].video_url.replace('http://127.0.0.1', url)
  const { page } = await openPage()
  await page.goto(link)
  const played = await page.evaluate(async () => {
    const video = document.querySelector('video')
    if (!video) throw new Error('the browser shows no player')
    video.muted = true
    await video.play()
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`it stands still at ${video.currentTime}`)), 10_000)
      video.ontimeupdate = () => video.currentTime > 0.3 && resolve()
    })
    return { width: video.videoWidth, height: video.videoHeight, duration: video.duration, at: video.currentTime }
  })
  assert.deepEqual([played.width, played.height, Math.round(played.duration)], [1280, 720, 10])
  assert.ok(played.at > 0.3)
  await page.close()
})
