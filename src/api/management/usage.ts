/** /api/v1/usage: what was asked for and what it cost, as rows, sums and CSV. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { parseBody, present, readCursor, writeCursor } from '../../contract/management/common.ts'
import { usageExportQuery, usageQuery, type usageRow, usageSummaryQuery } from '../../contract/management/usage.ts'
import { listUsage, sumUsage, type UsageFilter, type UsageRow } from '../../db/usage.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'
import { toDate, toSeconds, toSecondsOrNull } from './present.ts'

const exportBatch = 500
const columns = [
  'task_id',
  'trace_id',
  'created_at',
  'finished_at',
  'credential_name',
  'model',
  'version',
  'seconds',
  'width',
  'height',
  'state',
  'status',
  'elapsed',
  'credits',
] as const

export function registerUsage(app: FastifyInstance, context: ApiContext): void {
  const { root } = context.dispatch.db
  const onRequest = requireCaller(context)

  app.get('/api/v1/usage', { onRequest }, async (request) => {
    const query = parseBody(usageQuery, request.query)
    const rows = await listUsage(root, filterOf(request, query), { ...query, cursor: readCursor(query.cursor) })
    return { ...present(rows.map(presentRow)), next_cursor: nextCursor(rows, query.limit) }
  })

  app.get('/api/v1/usage/summary', { onRequest }, async (request) => {
    const { by, ...query } = parseBody(usageSummaryQuery, request.query)
    return present(await sumUsage(root, filterOf(request, query), by))
  })

  app.get('/api/v1/usage.csv', { onRequest }, async (request, reply) => {
    const filter = filterOf(request, parseBody(usageExportQuery, request.query))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="usage.csv"')
      .send(Readable.from(lines(filter)))
  })

  /** A batch at a time, so that a year of usage is never in memory. */
  async function* lines(filter: UsageFilter): AsyncGenerator<string> {
    yield `${columns.join(',')}\r\n`
    for (let next: string | null | undefined; next !== null; ) {
      const rows: UsageRow[] = await listUsage(root, filter, { limit: exportBatch, cursor: readCursor(next) })
      yield rows.map((row) => toLine(presentRow(row))).join('')
      next = nextCursor(rows, exportBatch)
    }
  }
}

const nextCursor = (rows: readonly UsageRow[], limit: number): string | null => {
  const last = rows.length === limit ? rows.at(-1) : undefined
  return last ? writeCursor({ at: last.position, id: last.task_id }) : null
}

type Filters = z.infer<typeof usageExportQuery>

const filterOf = (request: FastifyRequest, { from, to, model, credential_id, state }: Filters): UsageFilter => ({
  accountId: callerOf(request).accountId,
  from: toDate(from),
  to: toDate(to),
  model,
  keyId: credential_id,
  state,
})

const presentRow = (row: UsageRow): z.infer<typeof usageRow> => ({
  task_id: row.task_id,
  trace_id: row.trace_id,
  credential_id: row.key_id,
  credential_name: row.key_name,
  model: row.model,
  version: row.version,
  seconds: row.seconds,
  width: row.width,
  height: row.height,
  state: row.state,
  status: row.status,
  elapsed: row.elapsed_seconds === null ? null : Math.round(row.elapsed_seconds * 1000) / 1000,
  credits: row.credits,
  created_at: toSeconds(row.created_at),
  finished_at: toSecondsOrNull(row.finished_at),
})

function toLine(row: z.infer<typeof usageRow>): string {
  const times = { created_at: toTime(row.created_at), finished_at: row.finished_at && toTime(row.finished_at) }
  const fields = { ...row, ...times }
  return `${columns.map((name) => toField(fields[name])).join(',')}\r\n`
}

const toTime = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** A field of CSV. A name that a spreadsheet would take for a formula is made text. */
function toField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
