import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGuardedFetch } from '../../net/guarded-fetch.ts'
import { EngineFault, NotAccepted } from '../engine.ts'
import { never } from '../test-job.ts'
import { createEngineHttp } from './engine-http.ts'
import { startSimulator } from './test-simulator.ts'
import * as troubles from './test-troubles.ts'

const shortMilliseconds = 50

test('a server that cannot be connected to in time certainly has no job', async () => {
  const guarded = createGuardedFetch({ allowPrivateAddresses: true, lookup: () => new Promise(() => {}) })
  const fetch: typeof guarded = {
    ...guarded,
    request: (url, request, signal) =>
      guarded.request(url, { ...request, connectTimeoutMs: shortMilliseconds }, signal),
  }
  const http = createEngineHttp({ engine: 'far', baseUrl: 'http://gpu.test', requestSeconds: 60, fetch })
  await assert.rejects(http.submit({ method: 'POST', path: '/jobs', json: {} }, never), (error: unknown) => {
    assert.ok(error instanceof NotAccepted, String(error))
    assert.equal(error.fault, 'engine')
    assert.match(error.message, /could not be connected to within/)
    return true
  })
  await guarded.close()
})

test('one that took the request and does not answer in time may have it', async () => {
  await using simulator = await startSimulator({})
  simulator.trouble('POST /jobs', troubles.silence)
  const fetch = createGuardedFetch({ allowPrivateAddresses: true })
  const requestSeconds = shortMilliseconds / 1000
  const http = createEngineHttp({ engine: 'slow', baseUrl: simulator.origin, requestSeconds, fetch })
  await assert.rejects(
    http.submit({ method: 'POST', path: '/jobs', json: {} }, never),
    (error: unknown) => error instanceof EngineFault && error.mayHaveArrived,
  )
  await fetch.close()
})
