import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogger } from './logger.ts'

/** The lines of a log, each parsed; the secrets of the process are `values`. */
function logged(write: (logger: ReturnType<typeof createLogger>) => void, values: string[] = []) {
  const written: string[] = []
  write(createLogger('debug', { write: (one) => void written.push(one) }, values))
  const text = written.join('')
  const lines = text.split('\n').filter(Boolean)
  return { text, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('no line holds a data URL, a token, a key, a signature or a password of a URL, wherever an error quotes it', () => {
  const quotes = {
    'data:image/png;base64,aGlkZGVuIGJ5dGVz': 'aGlkZGVu',
    'data:text/plain;charset=utf-8;base64,aGlkZGVu': 'aGlkZGVu',
    'Authorization: Bearer hidden-token-of-somebody': 'hidden-token',
    'Incorrect API key provided: sk-proj-hidden0123456789.': 'hidden0123',
    'key rushes_hidden0123456789abcdef is revoked': 'hidden0123',
    'secret whsec_aGlkZGVuMDEyMzQ1Njc4OQ==': 'aGlkZGVu',
    'GET http://host/files/a.mp4?expires=1&signature=hidden-signature': 'hidden-signature',
    'GET https://bucket/a?X-Amz-Credential=hidden%2Fx&X-Amz-Signature=hidden0123': 'hidden',
    'connect postgres://rushes:hidden-password@db:5432/rushes': 'hidden-password',
  }
  for (const [quote, hidden] of Object.entries(quotes)) {
    const { text, lines } = logged((logger) => {
      logger.error({ causes: [quote], nested: { url: quote } }, 'a request failed')
      logger.warn({}, quote)
    })
    assert.equal(lines.length, 2)
    assert.ok(!text.includes(hidden), `${quote}: ${text}`)
    assert.ok(text.includes('[left out]'))
  }
})

test('no line holds a secret of this process, whatever it looks like', () => {
  const { text } = logged(
    (logger) => logger.warn({ error: 'no such key: Plain0Looking0Key' }, 'it failed'),
    ['Plain0Looking0Key', '', 'up'],
  )
  assert.ok(!text.includes('Plain0Looking0Key'))
  assert.ok(text.includes('no such key: [left out]'))
})

test('what is logged stays in its line, and in its field', () => {
  const hostile = 'a cat\n{"level":50,"msg":"forged"}\r\n\u2028"},"level":60,"x":{"\u001b[31mred'
  const { lines } = logged((logger) => {
    logger.info({ error: hostile }, 'a poll failed')
    logger.info({ url: 'https://a.test/?next="},{"b' }, hostile)
  })
  assert.equal(lines.length, 2)
  assert.equal(lines[0]?.error, hostile)
  assert.equal(lines[1]?.msg, hostile)
  assert.deepEqual(
    lines.map(({ level }) => level),
    [30, 30],
  )
})

test('what is no secret is logged as it is', () => {
  const fields = {
    task_id: '0b9f4b38',
    url: 'https://host:8080/v1/videos?after=1',
    data: { progress: 50 },
    n: 'data: none',
  }
  const { lines } = logged((logger) => logger.info(fields, 'task started'))
  const { task_id, url, data, n } = lines[0] ?? {}
  assert.deepEqual({ task_id, url, data, n }, fields)
})
