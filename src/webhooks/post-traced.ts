import type { Database } from '../db/connect.ts'
import { traceIdOfTask } from '../db/tasks.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { newSpanId, type Tracing, taskSpanId } from '../tracing.ts'
import { isTaken, type Posted, postSigned } from './post-signed.ts'
import type { Secrets } from './sign.ts'

/** As postSigned, as a span of the task's trace, which the receiver can go on with; plainly where nothing is traced. */
export async function postTraced(
  { db, guardedFetch, tracing }: { db: Database; guardedFetch: GuardedFetch; tracing: Tracing | undefined },
  message: { id: string; url: string; body: string; task_id: string; endpoint_id: string | null },
  secrets: Secrets,
  signal: AbortSignal,
): Promise<Posted> {
  const traceId = tracing && (await traceIdOfTask(db.root, message.task_id))
  if (!tracing || !traceId) return await postSigned(guardedFetch, message, secrets, signal)
  const [id, start] = [newSpanId(), new Date()]
  const posted = await postSigned(guardedFetch, message, secrets, signal, tracing.headers({ traceId, id }))
  const { status } = posted
  tracing.ended({
    name: message.endpoint_id === null ? 'deliver callback' : 'deliver event',
    ...{ traceId, id, parentId: taskSpanId(message.task_id), kind: 'client', start, end: new Date() },
    attributes: { 'http.request.method': 'POST', ...(status !== null && { 'http.response.status_code': status }) },
    failed: !isTaken(posted),
  })
  return posted
}
