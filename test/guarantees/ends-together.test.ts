import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reconcile } from '../../src/billing/reconcile.ts'
import type { End } from '../../src/dispatch/end-tasks.ts'
import { newId } from '../../src/ids.ts'
import { startTestServer } from '../support/server.ts'

test('of tasks that end together, those whose claim was lost stay as they are, and the others end, each charged once', async () => {
  await using server = await startTestServer({
    file: { engines: { scripted: { type: 'scripted', concurrency: 8 } }, limits: { inFlight: 8 } },
  })
  const { database, dispatch } = server.context
  const ids: string[] = []
  for (let number = 0; number < 6; number++) {
    ids.push(
      (await server.post('/sora/videos', { prompt: `[stall] ${number}`, duration: 10, async: true })).json().task_id,
    )
  }
  const rows = () => database.selectFrom('tasks').select(['id', 'state', 'claim_id']).execute()
  while ((await rows()).some(({ state }) => state !== 'running')) await new Promise(setImmediate)
  const claims = new Map((await rows()).map(({ id, claim_id }) => [id, claim_id ?? '']))
  const isLost = (id: string) => ids.indexOf(id) % 2 === 1
  const endOf = (id: string): End => ({
    id,
    claim: { id: isLost(id) ? newId() : (claims.get(id) ?? ''), worker: dispatch.workerName },
    state: 'failed',
    event: { type: 'failed', kind: 'api_error', message: 'It is over.' },
    change: { error_kind: 'api_error', error_message: 'It is over.' },
    assets: [],
  })
  const ended = await Promise.all(ids.map((id) => dispatch.together.ends.add(endOf(id))))
  assert.deepEqual(
    ended.map((task) => task?.state),
    ids.map((id) => (isLost(id) ? undefined : 'failed')),
  )
  const states = new Map((await rows()).map(({ id, state }) => [id, state]))
  for (const id of ids) assert.equal(states.get(id), isLost(id) ? 'running' : 'failed')
  const { reserved = 0 } = (await database.selectFrom('applications').select('reserved').execute())[0] ?? {}
  const released = await database.selectFrom('ledger_entries').select('task_id').where('kind', '=', 'release').execute()
  assert.deepEqual(new Set(released.map(({ task_id }) => task_id)), new Set(ids.filter((id) => !isLost(id))))
  assert.ok(Number(reserved) > 0)
  assert.deepEqual((await reconcile(database)).problems, [])
})

test('whatever an engine says of a failure, the task ends: what the database cannot keep of it is left out', async () => {
  await using server = await startTestServer({
    file: { engines: { scripted: { type: 'scripted', concurrency: 8 } } },
  })
  const { database, dispatch } = server.context
  const { task_id: id } = (await server.post('/sora/videos', { prompt: '[stall] a', duration: 10, async: true })).json()
  const row = () => database.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  while ((await row()).state !== 'running') await new Promise(setImmediate)
  const claim = { id: (await row()).claim_id ?? '', worker: dispatch.workerName }
  const message = 'The server said: a\0b, and half of \u{1f3ac}'.slice(0, -1)
  const event = { type: 'failed', kind: 'api_error', message } as const
  const change = { error_kind: 'api_error', error_message: message } as const
  await dispatch.together.ends.add({ id, claim, state: 'failed', event, change, assets: [] })
  assert.equal((await row()).error_message, 'The server said: ab, and half of \ufffd')
  const { data } = await database
    .selectFrom('events')
    .select('data')
    .where('task_id', '=', id)
    .where('type', '=', 'failed')
    .executeTakeFirstOrThrow()
  assert.deepEqual(data, { kind: 'api_error', message: 'The server said: ab, and half of \ufffd' })
})

test('of two runs that have one task, in one batch, the one that holds it is heard and the other has lost it', async () => {
  await using server = await startTestServer({ file: { engines: { scripted: { type: 'scripted' } } } })
  const { database, dispatch } = server.context
  const sent = await server.post('/sora/videos', { prompt: '[stall]', duration: 10, async: true })
  const id = sent.json().task_id as string
  const row = () => database.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  while ((await row()).state !== 'running') await new Promise(setImmediate)
  const holds = { id: (await row()).claim_id ?? '', worker: dispatch.workerName }
  const lost = { ...holds, id: newId() }
  const { account_id: accountId } = await row()

  const moves = [lost, holds, lost].map((claim) =>
    dispatch.together.moves.add({ id, accountId, claim, state: 'storing', event: { type: 'storing' }, change: {} }),
  )
  assert.deepEqual(
    (await Promise.all(moves)).map((moved) => moved?.state),
    [undefined, 'storing', undefined],
  )
  const progress = [lost, holds].map((claim) => dispatch.progress.tell({ id, claim, progress: 99, isNews: true }))
  assert.deepEqual(await Promise.all(progress), [false, true])
  const failed = (claim: typeof holds, message: string): End => ({
    ...{ id, claim, state: 'failed', assets: [] },
    event: { type: 'failed', kind: 'api_error', message },
    change: { error_kind: 'api_error', error_message: message },
  })
  const ends = [failed(lost, 'Not this.'), failed(holds, 'This.'), failed(lost, 'Not this.')]
  const ended = await Promise.all(ends.map((end) => dispatch.together.ends.add(end)))
  assert.deepEqual(
    ended.map((task) => task?.error_message),
    [undefined, 'This.', undefined],
  )
  const events = await database.selectFrom('events').select(['type', 'data']).where('task_id', '=', id).execute()
  assert.deepEqual(
    events.filter(({ type }) => type === 'storing' || type === 'failed'),
    [
      { type: 'storing', data: {} },
      { type: 'failed', data: { kind: 'api_error', message: 'This.' } },
    ],
  )
})
