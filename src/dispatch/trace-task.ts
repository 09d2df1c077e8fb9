import type { Database } from '../db/connect.ts'
import { eventsOf } from '../db/events.ts'
import { newSpanId, requestSpanId, type Tracing, taskSpanId } from '../tracing.ts'

/** What begins with an event of a task's history, and goes on until the next that begins or ends something. */
const phases: Record<string, string> = {
  created: 'wait in queue',
  submitting: 'engine start',
  running: 'engine operation',
  refused: 'wait in queue',
  moved: 'wait in queue',
  lost: 'wait in queue',
  broke: 'wait in queue',
  storing: 'store film',
}
const ends = ['succeeded', 'failed', 'cancelled']

/** Does work for a task as part of its span, so that what it asks engines carries the trace on. */
export function inTraceOf<T>(
  { tracing }: { tracing: Tracing | undefined },
  task: { id: string; trace_id: string },
  work: () => Promise<T>,
): Promise<T> {
  return tracing ? tracing.within({ traceId: task.trace_id, id: taskSpanId(task.id) }, work) : work()
}

/**
 * Traces a task that has ended, from its history, whichever processes worked on it. A history that cannot be read is not
 * traced.
 */
export async function traceTask(
  { db, tracing }: { db: Database; tracing: Tracing | undefined },
  task: { id: string; trace_id: string; engine: string; model: string },
): Promise<void> {
  if (!tracing) return
  const events = (await eventsOf(db.root, task.id).catch(() => [])).filter(
    ({ type }) => type in phases || ends.includes(type),
  )
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last || !ends.includes(last.type)) return
  const attributes = {
    'rushes.task.id': task.id,
    'rushes.engine': task.engine,
    'gen_ai.request.model': task.model,
    'rushes.task.state': last.type,
  }
  const common = { traceId: task.trace_id, kind: 'internal', attributes } as const
  const failed = last.type === 'failed'
  const id = taskSpanId(task.id)
  const times = { start: first.at, end: last.at }
  tracing.ended({ ...common, ...times, name: 'generate video', id, parentId: requestSpanId(task.trace_id), failed })
  for (const [index, { type, at: start }] of events.entries()) {
    const [name, next] = [phases[type], events[index + 1]]
    if (!name || !next) continue
    tracing.ended({
      ...common,
      name,
      id: newSpanId(),
      parentId: id,
      start,
      end: next.at,
      failed: next.type === 'failed',
    })
  }
}

/** Traces what it took to accept a request: its references, the content policy, its price, its record. */
export function traceAccepted(
  tracing: Tracing | undefined,
  {
    traceId,
    taskId,
    engine,
    model,
    start,
  }: { traceId: string; taskId: string; engine: string; model: string; start: Date },
): void {
  tracing?.ended({
    name: 'accept task',
    ...{ traceId, id: newSpanId(), parentId: requestSpanId(traceId), kind: 'internal', start, end: new Date() },
    attributes: { 'rushes.task.id': taskId, 'rushes.engine': engine, 'gen_ai.request.model': model },
    failed: false,
  })
}
