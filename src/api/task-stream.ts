/** A task as server-sent events, for both doors: its progress as it happens, its result as the last event. */
import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TaskProgress } from '../contract/task-progress.ts'
import { isOpen, isTerminal, type TaskState } from '../contract/task-state.ts'
import { medianSeconds } from '../db/engine-load.ts'
import { countAhead } from '../db/task-list.ts'
import { findTask, type TaskRow } from '../db/tasks.ts'
import { causesOf, RushesError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { holdUntilEnd } from './hold-until-end.ts'

const retryMilliseconds = 1_000
/** A key that was revoked watches no longer than this; the client comes back by itself and is asked who it is. */
const lifeSeconds = 300

const maxStreamsOfAccount = 100

/** The streams of tasks that are open, by account. */
export type OpenStreams = Map<string, number>

/** Throws `too_many_requests` when the account has as many as it may; what it gives back counts it out again. */
function countIn(streams: OpenStreams, accountId: string): () => void {
  const open = streams.get(accountId) ?? 0
  if (open >= maxStreamsOfAccount) {
    const sentence = `This account has ${maxStreamsOfAccount} streams of task events open, which is as many as it may have.`
    throw new RushesError('too_many_requests', sentence, { retryAfterSeconds: 10 })
  }
  streams.set(accountId, open + 1)
  return () => {
    const left = (streams.get(accountId) ?? 1) - 1
    if (left > 0) streams.set(accountId, left)
    else streams.delete(accountId)
  }
}

/**
 * Answers with the events of a task. The id of an event is the state and percentage it tells: who comes back with it in
 * `Last-Event-ID` is told what is new only, and nothing (204, which ends a browser's EventSource) after the result.
 * `present` makes the result as the door shows a task that has ended.
 */
export async function streamTask(
  context: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  task: TaskRow,
  present: (ended: TaskRow) => Promise<object>,
): Promise<FastifyReply> {
  const lastId = request.headers['last-event-id']
  if (isTerminal(task.state) && lastId === idOf(task.state, task.progress)) return reply.code(204).send()
  const countOut = countIn(context.taskStreams, task.account_id)
  const stream = new PassThrough()
  stream.write(`retry: ${retryMilliseconds}\n\n`)
  const heartbeat = setInterval(() => stream.write(':\n\n'), context.heartbeatSeconds * 1000)
  follow(context, reply, task, lastId, stream, present)
    .catch((error: Error) => {
      context.dispatch.logger.error({ task_id: task.id, causes: causesOf(error) }, 'a stream of events broke')
    })
    .finally(() => {
      clearInterval(heartbeat)
      countOut()
      stream.end()
    })
  return reply
    .type('text/event-stream')
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .send(stream)
}

async function follow(
  context: ApiContext,
  reply: FastifyReply,
  task: TaskRow,
  lastId: string | string[] | undefined,
  stream: PassThrough,
  present: (ended: TaskRow) => Promise<object>,
): Promise<void> {
  const { root } = context.dispatch.db
  if (!isTerminal(task.state)) {
    const tell = await createTeller(context, task, lastId, stream)
    tell(task.state, task.progress)
    if ((await holdUntilEnd(context, reply, task.id, lifeSeconds, { onProgress: tell })) !== 'ended') return
  }
  const ended = (await findTask(root, task.id)) ?? deletedOf(task)
  stream.write(formatEvent(idOf(ended.state, ended.progress), 'result', await present(ended)))
}

/** What is shown of a task that was deleted while it was watched. */
const deletedOf = (task: TaskRow): TaskRow => ({
  ...task,
  state: 'cancelled',
  error_kind: 'cancelled',
  error_message: 'The task was deleted by its owner.',
})

/** Writes progress; what it needs of the database it reads once, not at each sign of progress. */
async function createTeller(
  { dispatch }: ApiContext,
  task: TaskRow,
  lastId: string | string[] | undefined,
  stream: PassThrough,
): Promise<(state: TaskState, percent: number, enginePosition?: number) => void> {
  const { root } = dispatch.db
  const usual = await medianSeconds(root, task.engine)
  const ahead = task.state === 'queued' ? await countAhead(root, task) : 0
  const engine = dispatch.registry.all().find(({ name }) => name === task.engine)
  let startedAt = task.started_at?.getTime()
  let last = lastId

  return (state, percent, enginePosition) => {
    const id = idOf(state, percent, enginePosition)
    if (!isOpen(state) || id === last) return
    last = id
    if (state !== 'queued') startedAt ??= Date.now()
    const progress: TaskProgress = {
      state,
      progress: percent,
      queue_position: state === 'queued' ? ahead + 1 : (enginePosition ?? null),
      estimated_seconds: usual === null ? null : Math.round(remaining(state, usual) * 10) / 10,
    }
    stream.write(formatEvent(id, 'progress', progress))
  }

  function remaining(state: TaskState, seconds: number): number {
    if (state === 'queued') return seconds * (1 + Math.floor(ahead / (engine?.concurrency ?? 1)))
    return Math.max(0, seconds - (Date.now() - (startedAt ?? Date.now())) / 1000)
  }
}

const idOf = (state: TaskState, percent: number, place?: number): string =>
  place === undefined ? `${state}-${percent}` : `${state}-${percent}-${place}`

const formatEvent = (id: string, event: string, data: object): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
