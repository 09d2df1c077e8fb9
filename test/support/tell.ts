/** Outcomes that are told to receivers of the test's own, as if tasks had ended. */
import { createAccount } from '../../src/auth/keys.ts'
import type { Tx } from '../../src/db/queryable.ts'
import type { Queue } from '../../src/db/queue.ts'
import { insertEndpoint } from '../../src/db/webhook-endpoints.ts'
import { newId, newWebhookSecret } from '../../src/ids.ts'
import { enqueueAttempts } from '../../src/webhooks/enqueue-callback.ts'
import type { TestServer } from './server.ts'

type ToldOf = { endpoint_id: string; event_type: string } | { endpoint_id: null }

/** Tells `count` outcomes, of no task, to an endpoint at each of these addresses, of an account of their own. */
export async function tell(
  { context: { dispatch } }: TestServer,
  urls: readonly string[],
  count: number,
): Promise<void> {
  await dispatch.db.transaction(async (tx) => {
    const accountId = await createAccount(tx, 'somebody')
    for (const url of urls) {
      const event = { accountId, url, name: url, eventTypes: ['video.failed'], secret: newWebhookSecret() }
      const { id } = await insertEndpoint(tx, { id: newId(), enabled: true, ...event })
      await enqueue(tx, dispatch.queue, { accountId, url, of: { endpoint_id: id, event_type: 'video.failed' } }, count)
    }
  })
}

/** The same as callbacks to these addresses. */
export async function callBack(
  { context: { dispatch } }: TestServer,
  urls: readonly string[],
  count: number,
): Promise<void> {
  await dispatch.db.transaction(async (tx) => {
    const accountId = await createAccount(tx, 'somebody')
    for (const url of urls) await enqueue(tx, dispatch.queue, { accountId, url, of: { endpoint_id: null } }, count)
  })
}

async function enqueue(
  tx: Tx,
  queue: Queue,
  { accountId, url, of }: { accountId: string; url: string; of: ToldOf },
  count: number,
): Promise<void> {
  const deliveries = Array.from({ length: count }, () => ({
    id: newId(),
    account_id: accountId,
    url,
    body: '{}',
    ...of,
  }))
  await tx
    .insertInto('deliveries')
    .values(deliveries.map((one) => ({ ...one, task_id: newId() })))
    .execute()
  await enqueueAttempts(
    tx,
    queue,
    deliveries.map((to) => ({ to, attempt: 1, afterSeconds: 0 })),
  )
}
