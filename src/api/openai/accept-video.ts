import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptTask } from '../../billing/accept-task.ts'
import { invalidField } from '../../contract/field-errors.ts'
import type { ImageReference } from '../../contract/generation-request.ts'
import { type OpenaiReference, parseOpenaiCreateVideo } from '../../contract/openai/create-video.ts'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import { findUpload } from '../../db/uploads.ts'
import { RushesError } from '../../errors.ts'
import { acceptDeadline, readIdempotencyKey } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest } from '../caller.ts'
import { adoptTraceId, traceIdOf } from '../trace.ts'
import { readCreateBody } from './read-create-body.ts'

const field = 'input_reference'

/** Makes a task of a create call. Throws what acceptTask and the reading of the body throw; nothing is left then. */
export async function acceptVideo(context: ApiContext, request: FastifyRequest, reply: FastifyReply): Promise<TaskRow> {
  // A client that is gone sends the call again on its own: what it no longer waits for must not become a second task.
  const signal = AbortSignal.any([context.stopping, acceptDeadline(context.acceptSeconds), goneSignal(reply)])
  await using sent = await readCreateBody(context, request, signal)
  const owner = ownerOfRequest(request)
  const { request: generation, reference } = parseOpenaiCreateVideo(sent.fields)
  const images = sent.file ? [{ field, path: sent.file.path }] : await imagesOf(context, owner.accountId, reference)
  const taskId = await acceptTask(
    context.billing,
    {
      owner,
      create: {
        request: generation,
        references: { images },
        callbackUrl: undefined,
        callbackSecret: undefined,
        answerAtOnce: true,
        timeoutSeconds: undefined,
      },
      body: sent.file ? { ...sent.fields, [field]: sent.file.facts } : sent.fields,
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

async function imagesOf(
  { dispatch }: ApiContext,
  accountId: string,
  reference: OpenaiReference | undefined,
): Promise<ImageReference[]> {
  if (!reference) return []
  if ('imageUrl' in reference) return [{ field, source: reference.imageUrl }]
  const upload = await findUpload(dispatch.db.root, accountId, reference.fileId)
  if (upload?.kind === 'image') return [{ field, source: dispatch.links.sign(upload.key, upload.expires_at) }]
  throw invalidField(`${field}.file_id`, reference.fileId, 'the id of an image that was sent to /api/v1/files')
}

/** Aborts when the connection is closed before the answer was sent. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new RushesError('invalid_parameters', 'The caller is gone.'))
  })
  return gone.signal
}
