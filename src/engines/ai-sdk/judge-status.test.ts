import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Experimental_VideoModelV4OperationStatusResult as StatusResult } from '@ai-sdk/provider'
import { createStatusJudge } from './judge-status.ts'

const response = { timestamp: new Date(0), modelId: 'm', headers: undefined }
const error = (text: string): StatusResult => ({ status: 'error', error: text, response })
const pending: StatusResult = { status: 'pending', response }
const hasty = { refusal: { answers: 3, milliseconds: 0 }, fault: { answers: 4, milliseconds: 0 } }

test('one error answer over a 503 does not end a job, and neither do several with a good one between', () => {
  const { judge } = createStatusJudge(hasty)
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 3; i++) {
      assert.equal(judge('a', { result: error('Service Unavailable'), httpStatus: 503 }).state, 'ask-again')
    }
    assert.equal(judge('a', { result: pending, httpStatus: 200 }).state, 'pending')
  }
})

test('by default a minute of 503 ends nothing', () => {
  const { judge } = createStatusJudge()
  for (let i = 0; i < 100; i++) {
    assert.equal(judge('a', { result: error('Service Unavailable'), httpStatus: 503 }).state, 'ask-again')
  }
})

test('the provider’s own word ends a job at once', () => {
  const { judge } = createStatusJudge(hasty)
  const said = judge('a', { result: error('Video generation failed: out of memory'), httpStatus: 200 })
  assert.deepEqual(said, { state: 'failed', kind: 'api_error', message: 'Video generation failed: out of memory' })
  const blocked = judge('b', { result: error('Blocked by our content policy'), httpStatus: 200 })
  assert.equal(blocked.state === 'failed' && blocked.kind, 'forbidden')
})

test('a refusal that is repeated is believed; another in between starts anew; other jobs do not count', () => {
  const { judge } = createStatusJudge(hasty)
  const refusal = { result: error('Unprocessable Entity'), httpStatus: 422 }
  assert.equal(judge('a', refusal).state, 'ask-again')
  assert.equal(judge('b', refusal).state, 'ask-again')
  assert.equal(judge('a', refusal).state, 'ask-again')
  assert.equal(judge('a', { result: error('Bad Request'), httpStatus: 400 }).state, 'ask-again')
  assert.equal(judge('a', refusal).state, 'ask-again')
  assert.equal(judge('a', refusal).state, 'ask-again')
  assert.equal(judge('a', refusal).state, 'failed')
})

test('a job that the provider does not know, said again and again, is lost and not failed', () => {
  const { judge } = createStatusJudge(hasty)
  const states = [1, 2, 3].map(() => judge('a', { result: new Error('Not Found'), httpStatus: 404 }).state)
  assert.deepEqual(states, ['ask-again', 'ask-again', 'lost'])
})

test('no answer, and a refused key, are asked again for ever', () => {
  const { judge } = createStatusJudge(hasty)
  for (let i = 0; i < 20; i++) {
    assert.equal(judge('a', { result: new Error('ECONNRESET'), httpStatus: undefined }).state, 'ask-again')
    assert.equal(judge('b', { result: error('Unauthorized'), httpStatus: 401 }).state, 'ask-again')
  }
})

test('an answer that a model cannot read is asked for again before it is a failure', () => {
  const { judge } = createStatusJudge(hasty)
  const answer = { result: new Error('Invalid JSON response'), httpStatus: 200 }
  const states = [1, 2, 3, 4].map(() => judge('a', answer).state)
  assert.deepEqual(states, ['ask-again', 'ask-again', 'ask-again', 'failed'])
  // The model for fal hands it on as the job's own error.
  assert.equal(judge('b', { result: error('Invalid JSON response'), httpStatus: 200 }).state, 'ask-again')
})

test('an error that is an object, and an unknown status word, are understood', () => {
  const { judge } = createStatusJudge(hasty)
  const object = { status: 'error', error: new Error('no credit'), response } as unknown as StatusResult
  assert.deepEqual(judge('a', { result: object, httpStatus: 200 }), {
    state: 'failed',
    kind: 'api_error',
    message: 'no credit',
  })
  const unknown = { status: 'warming-up', response } as unknown as StatusResult
  assert.equal(judge('a', { result: unknown, httpStatus: 200 }).state, 'pending')
})
