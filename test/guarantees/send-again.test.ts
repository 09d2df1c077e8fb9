/** A delivery that somebody asks for again, to a receiver that rests because it did not answer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { enqueueLook } from '../../src/webhooks/enqueue-callback.ts'
import { sendAgain } from '../../src/webhooks/send-again.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'
import { callBack, tell } from '../support/tell.ts'

for (const [what, sendTo] of [
  ['a host of callbacks', callBack],
  ['an endpoint', tell],
] as const) {
  test(`what is asked for again is sent at once, however old it is, to ${what} that rests: if that fails, the rest goes on as it was, and if not, it is over`, async () => {
    let isBack = false
    await using receiver = await startReceiver((_request, response) =>
      isBack ? void response.end() : void response.destroy(),
    )
    await using server = await startTestServer({
      config: { allowPrivateUrls: true, callbackRetrySeconds: [3600, 3600] },
    })
    const { database, dispatch } = server.context
    const read = () => database.selectFrom('deliveries').selectAll().orderBy('id').execute()
    const rests = () => database.selectFrom('webhook_endpoints').select(['failures', 'rests_until']).execute()
    await sendTo(server, [receiver.url], 4)
    while ((await read()).some(({ next_attempt_at }) => next_attempt_at.getTime() < Date.now() + 20_000))
      await delay(20)
    await sql`update deliveries set created_at = now() - interval '4 days'`.execute(database)
    const resting = await rests()
    const [first, second] = await read()
    assert.ok(first && second)
    // What ended is kept with its task.
    for (const { id } of [first, second]) {
      const { task_id } = (await server.post('/sora/videos', { prompt: '[stall]', duration: 10, async: true })).json()
      await database.updateTable('deliveries').set({ task_id }).where('id', '=', id).execute()
    }

    const ask = async ({ id, attempts }: { id: string; attempts: number }) => {
      const calls = receiver.received.length
      assert.ok(await sendAgain(dispatch, id))
      const one = async () => (await read()).find((delivery) => delivery.id === id)
      while ((await one())?.attempts === attempts && (await one())?.state === 'pending') await delay(20)
      return { state: (await one())?.state, calls: receiver.received.length - calls }
    }
    assert.deepEqual(await ask(first), { state: 'pending', calls: 1 })
    assert.deepEqual(await rests(), resting)
    isBack = true
    assert.deepEqual(await ask(second), { state: 'delivered', calls: 1 })
    assert.deepEqual(
      await rests(),
      resting.map(() => ({ failures: 0, rests_until: null })),
    )
    // As what is due is: no longer held up by a rest.
    await dispatch.db.transaction(async (tx) => {
      await tx.updateTable('deliveries').set({ next_attempt_at: sql`now()` }).where('id', '=', first.id).execute()
      await enqueueLook(tx, dispatch.queue, first, 0)
    })
    while ((await read()).find(({ id }) => id === first.id)?.state !== 'delivered') await delay(20)
  })
}
