import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptTask } from '../../billing/accept-task.ts'
import type { GenerationRequest, ReferenceSources } from '../../contract/generation-request.ts'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import { RushesError } from '../../errors.ts'
import { acceptSignal, goneSignal, readIdempotencyKey } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest } from '../caller.ts'
import type { UploadLimit } from '../save-upload.ts'
import { adoptTraceId, traceIdOf } from '../trace.ts'
import { readBody, type SentBody } from './read-body.ts'

/** A call that makes a video, in what it differs from the others. */
export interface VideoCall {
  /** The file that it may bring. */
  file: UploadLimit
  /** What is asked for. Throws what the caller is to be told. */
  understand(
    sent: SentBody,
    accountId: string,
    signal: AbortSignal,
  ): Promise<{ request: GenerationRequest; references: ReferenceSources }>
  /** What the body does not say: shown in the record, and two calls that differ in it are not the same. */
  beside?: Record<string, unknown>
}

/** Makes a task of a call. Throws what acceptTask and the reading of the body throw; nothing is left then. */
export async function acceptVideo(
  context: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { file: fileField, understand, beside = {} }: VideoCall,
): Promise<TaskRow> {
  // A client that is gone sends the call again on its own: what it no longer waits for must not become a second task.
  using within = acceptSignal(context, [goneSignal(reply)])
  const { signal } = within
  await using sent = await readBody(context, request, fileField, signal)
  const owner = ownerOfRequest(request)
  const understood = await understand(sent, owner.accountId, signal)
  const { id: taskId } = await acceptTask(
    context.billing,
    {
      owner,
      create: {
        ...understood,
        callbackUrl: undefined,
        callbackSecret: undefined,
        answerAtOnce: true,
        timeoutSeconds: undefined,
      },
      body: { ...sent.fields, ...(sent.file && { [fileField.name]: sent.file.facts }), ...beside },
      traceId: traceIdOf(request),
      idempotencyKey: readIdempotencyKey(request),
      retryCount: Number(request.headers['x-stainless-retry-count'] ?? 0) || 0,
    },
    signal,
  )
  const task = await findTask(context.dispatch.db.root, taskId)
  if (!task) throw new RushesError('api_error', 'The task was deleted while it was made.')
  adoptTraceId(request, reply, task.trace_id)
  return task
}
