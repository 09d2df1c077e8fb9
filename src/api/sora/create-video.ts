/** POST /sora/videos: accepts a video, and holds the call open until it is there unless the caller wants otherwise. */
import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptTask } from '../../billing/accept-task.ts'
import { priceTask } from '../../billing/price-task.ts'
import { invalidField } from '../../contract/field-errors.ts'
import { type CreateVideo, parseCreateVideo } from '../../contract/sora/create-video.ts'
import { presentOutcome, presentProgress, statusOfOutcome, type TaskView } from '../../contract/sora/present-task.ts'
import { findTask } from '../../db/tasks.ts'
import type { CreatedTask } from '../../dispatch/create-task.ts'
import { viewTasks } from '../../dispatch/task-view.ts'
import { causesOf, RushesError } from '../../errors.ts'
import { acceptSignal, limitCreates, readIdempotencyKey } from '../accept-call.ts'
import type { ApiContext } from '../api-context.ts'
import { ownerOfRequest, requireOwner } from '../caller.ts'
import { presentError } from '../error-answers.ts'
import { holdUntilEnd } from '../hold-until-end.ts'
import { adoptTraceId, traceIdOf } from '../trace.ts'

type Outcome = { kind: 'ended'; task: TaskView } | { kind: 'acknowledged' } | { kind: 'timeout' }

export function registerCreateVideo(app: FastifyInstance, context: ApiContext): void {
  const onRequest = [requireOwner(context), limitCreates(context)]
  app.post('/sora/videos', { onRequest }, async (request, reply) => {
    if (isDryRun(request)) {
      return priceTask(context.billing, ownerOfRequest(request), parseCreateVideo(request.body))
    }
    const { taskId, known, ...wish } = await accept(context, request)
    try {
      if (known) await adoptTrace(context, request, reply, taskId)
      return await answer(context, request, reply, taskId, wish)
    } catch (error) {
      // The task is accepted: whatever breaks now, its caller must learn the id, or it would ask for another.
      context.dispatch.logger.error(
        { task_id: taskId, causes: causesOf(error) },
        'an accepted call could not be answered',
      )
      return reply
        .header('x-should-retry', 'false')
        .code(500)
        .send(presentError(waitBroke(), traceIdOf(request), taskId))
    }
  })
}

/** How the caller wants to be answered. */
type Wish = Pick<CreateVideo, 'answerAtOnce' | 'timeoutSeconds'>

/** What else the call said is in the task: it may be held for an hour, and nothing of it is kept in memory for so long. */
async function accept(
  context: ApiContext,
  request: FastifyRequest,
): Promise<Wish & { taskId: string; known: CreatedTask['known'] }> {
  const create = parseCreateVideo(request.body)
  using within = acceptSignal(context)
  const { id: taskId, known } = await acceptTask(
    context.billing,
    {
      owner: ownerOfRequest(request),
      create,
      body: request.body as Record<string, unknown>,
      traceId: traceIdOf(request),
      idempotencyKey: readIdempotencyKey(request),
    },
    within.signal,
  )
  request.body = undefined
  return { taskId, known, answerAtOnce: create.answerAtOnce, timeoutSeconds: create.timeoutSeconds }
}

/** A repeat shows the first call's trace id. */
async function adoptTrace(context: ApiContext, request: FastifyRequest, reply: FastifyReply, taskId: string) {
  const task = await findTask(context.dispatch.db.root, taskId)
  if (task) adoptTraceId(request, reply, task.trace_id)
}

async function answer(
  context: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  taskId: string,
  { answerAtOnce, timeoutSeconds }: Wish,
): Promise<FastifyReply> {
  const lines = /application\/x-ndjson/i.test(request.headers.accept ?? '')
  if (answerAtOnce) return sendAcknowledgement(reply, taskId, lines)
  if (lines) return streamLines(context, request, reply, taskId, timeoutSeconds)
  const outcome = await waitForOutcome(context, reply, taskId, timeoutSeconds)
  if (outcome.kind === 'acknowledged') return sendAcknowledgement(reply, taskId, lines)
  // A client that sends a failed call again on its own would make, and pay for, another task.
  reply.header('x-should-retry', 'false')
  if (outcome.kind === 'ended') return reply.code(statusOfOutcome(outcome.task)).send(presentOutcome(outcome.task))
  const error = timeoutError(context)
  return reply.code(error.status).send(presentError(error, traceIdOf(request), taskId))
}

const waitBroke = (): RushesError =>
  new RushesError('api_error', 'The wait for the task broke; the task goes on: look it up by its task_id.')

function sendAcknowledgement(reply: FastifyReply, taskId: string, lines: boolean): FastifyReply {
  if (lines) return reply.type('application/x-ndjson').send(`${JSON.stringify({ task_id: taskId })}\n`)
  return reply.send({ task_id: taskId })
}

/** Waits until the task has ended, the caller's `timeout` or the server's limit has passed, or the caller is gone. */
async function waitForOutcome(
  context: ApiContext,
  reply: FastifyReply,
  taskId: string,
  timeoutSeconds: number | undefined,
  onLine?: (line: object) => void,
): Promise<Outcome> {
  const limit = Math.min(timeoutSeconds ?? Number.POSITIVE_INFINITY, context.syncTimeoutSeconds)
  const held = await holdUntilEnd(context, reply, taskId, limit, {
    onProgress: onLine && ((state, percent) => onLine(presentProgress(taskId, state, percent))),
  })
  if (held === 'stopping') return { kind: 'acknowledged' }
  if (held === 'over') {
    return timeoutSeconds === undefined || timeoutSeconds > limit ? { kind: 'timeout' } : { kind: 'acknowledged' }
  }
  const row = await findTask(context.dispatch.db.root, taskId)
  const [task] = row ? await viewTasks(context.dispatch.db.root, context.dispatch.links, [row]) : []
  if (!task) throw deletedMeanwhile()
  return { kind: 'ended', task }
}

/** Progress as one JSON object a line, the result as the last: a proxy never sees a silent connection. */
function streamLines(
  context: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  taskId: string,
  timeoutSeconds: number | undefined,
): FastifyReply {
  const body = new PassThrough()
  let last: object = presentProgress(taskId, 'queued', 0)
  const write = (line: object) => {
    last = line
    body.write(`${JSON.stringify(line)}\n`)
  }
  write(last)
  const heartbeat = setInterval(() => write(last), context.heartbeatSeconds * 1000)
  waitForOutcome(context, reply, taskId, timeoutSeconds, write)
    .then((outcome) => {
      if (outcome.kind === 'ended') return presentOutcome(outcome.task)
      if (outcome.kind === 'acknowledged') return { task_id: taskId }
      return presentError(timeoutError(context), traceIdOf(request), taskId)
    })
    .catch((error: Error) => {
      context.dispatch.logger.error({ task_id: taskId, causes: causesOf(error) }, 'a wait broke')
      return presentError(waitBroke(), traceIdOf(request), taskId)
    })
    .then((line) => {
      clearInterval(heartbeat)
      body.end(`${JSON.stringify(line)}\n`)
    })
  return reply.type('application/x-ndjson').header('x-accel-buffering', 'no').send(body)
}

const deletedMeanwhile = (): RushesError =>
  new RushesError('cancelled', 'The task was deleted by its owner while it was waited for.', {
    headers: { 'x-should-retry': 'false' },
  })

const timeoutError = ({ syncTimeoutSeconds }: ApiContext): RushesError =>
  new RushesError(
    'timeout',
    `The video was not ready within ${syncTimeoutSeconds} seconds. The task goes on: look it up by its task_id.`,
  )

function isDryRun(request: FastifyRequest): boolean {
  const { dry_run: given } = request.query as { dry_run?: unknown }
  if (given === undefined || given === 'false' || given === '0') return false
  if (given === 'true' || given === '1' || given === '') return true
  throw invalidField('dry_run', given, 'true or false')
}
