/** Whoever starts a server for the first time sees what matters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogger } from '../../src/logger.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'

test('a server that starts, makes a film and tells its receiver warns of nothing', async () => {
  const complaints: unknown[] = []
  const complain = (...line: unknown[]) => void complaints.push(line)
  const logger = Object.assign(createLogger('silent'), { warn: complain, error: complain })
  await using receiver = await startReceiver()
  await using server = await startTestServer({ logger })
  await server.post('/sora/videos', { prompt: 'a cat', duration: 10, callback_url: receiver.url })
  await receiver.until(1)
  assert.deepEqual(complaints, [])
})
