import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedRequest } from './stored-request.ts'

test('a stored request is as sent', () => {
  const body = {
    prompt: 'a cat',
    duration: 10,
    image_urls: ['https://a.test/1.png'],
    loop: true,
    extra: { a: [1, null] },
  }
  assert.deepEqual(storedRequest(body), body)
})

test('secrets and credentials are left out, wherever they stand', () => {
  const stored = storedRequest({
    callback_secret: 's',
    api_key: 'k',
    inner: { Authorization: 'Bearer x', fine: 1 },
    callback_url: 'https://me:pw@a.test/hook',
  })
  assert.deepEqual(stored, { inner: { fine: 1 }, callback_url: 'https://a.test/hook' })
})

test('bytes are shortened', () => {
  const data = `data:image/png;base64,${'A'.repeat(100_000)}`
  const bare = 'B'.repeat(100_000)
  const { image_urls } = storedRequest({ image_urls: [data, bare] }) as { image_urls: string[] }
  for (const shown of image_urls) assert.ok(shown.length < 120, shown.slice(0, 200))
  assert.match(image_urls[0] ?? '', /^data:image\/png;base64,A+… \(100022 characters\)$/)
})

test('a long prompt is stored whole', () => {
  const prompt = 'a cat runs on '.repeat(300)
  assert.deepEqual(storedRequest({ prompt }), { prompt })
})

test('keys that no request needs cannot fill the database', () => {
  const stored = storedRequest({
    prompt: 'a cat',
    junk: Array.from({ length: 5000 }, (_, i) => ({ i, text: 'some words' })),
  })
  assert.deepEqual(stored, { prompt: 'a cat' })
})
