/** Tasks as the console shows them. */
import type { z } from 'zod'
import { present, readCursor, writeCursor } from '../../contract/management/common.ts'
import type { storedFile, taskDetail, taskItem, taskListQuery } from '../../contract/management/tasks.ts'
import { presentRecord } from '../../contract/sora/present-task.ts'
import { type AssetRow, assetsOf } from '../../db/assets.ts'
import { listDeliveries } from '../../db/delivery-list.ts'
import { countAhead, type EventRow, eventsOf, type ListedTask, type TaskSearch } from '../../db/task-list.ts'
import type { Dispatch } from '../../dispatch/dispatch.ts'
import { viewTask } from '../../dispatch/task-view.ts'
import { errorKinds } from '../../errors.ts'
import { presentDelivery, toDate, toSeconds, toSecondsOrNull } from './present.ts'

const dayMilliseconds = 86_400_000

export function searchOf(query: z.infer<typeof taskListQuery>, accountId: string | undefined): TaskSearch {
  const { q, model, state, credential_id, from, to, limit, cursor } = query
  return {
    accountId,
    words: q?.split(/\s+/).filter(Boolean) ?? [],
    model,
    state,
    keyId: credential_id,
    from: toDate(from),
    to: toDate(to),
    limit,
    cursor: readCursor(cursor),
  }
}

/** `beside` is what the page shows of a task beside what every page does. */
export async function presentTaskPage<Beside extends object>(
  dispatch: Dispatch,
  rows: readonly ListedTask[],
  limit: number,
  beside: (row: ListedTask) => Beside,
) {
  const assets = await assetsOf(
    dispatch.db.root,
    rows.map(({ id }) => id),
  )
  const items = rows.map((row) => ({
    ...presentTaskItem(
      dispatch,
      row,
      assets.filter((asset) => asset.task_id === row.id),
    ),
    ...beside(row),
  }))
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { ...present(items), next_cursor: last ? writeCursor({ at: last.position, id: last.id }) : null }
}

export async function presentTaskDetail(dispatch: Dispatch, row: ListedTask): Promise<z.infer<typeof taskDetail>> {
  const { root } = dispatch.db
  const [assets, events, deliveries, ahead] = await Promise.all([
    assetsOf(root, [row.id]),
    eventsOf(root, row.id),
    listDeliveries(root, { accountId: row.account_id, taskId: row.id, limit: 10, cursor: undefined }),
    row.state === 'queued' ? countAhead(root, row) : null,
  ])
  return {
    ...presentTaskItem(dispatch, row, assets),
    seed: row.generation.seed,
    request: row.request,
    response: presentRecord(viewTask(dispatch.links, row, assets)).response,
    callback_url: row.callback_url,
    ahead,
    details: row.engine_details,
    events: presentEvents(events),
    files: assets.map((asset) => presentFile(dispatch, row, asset)),
    deliveries: deliveries.map(presentDelivery),
  }
}

function presentTaskItem({ links }: Dispatch, row: ListedTask, assets: readonly AssetRow[]): z.infer<typeof taskItem> {
  const { video, error } = viewTask(links, row, assets)
  const { generation } = row
  return {
    id: row.id,
    trace_id: row.trace_id,
    account_id: row.account_id,
    credential_id: row.key_id,
    state: row.state,
    progress: row.progress,
    prompt: generation.prompt,
    model: row.model,
    version: generation.version,
    engine: row.engine,
    seconds: generation.seconds,
    width: generation.width,
    height: generation.height,
    credits: row.credits ?? 0,
    error: error && { code: errorKinds[error.kind].code, message: error.message },
    video_id: row.video_id,
    video_url: video?.url ?? null,
    thumbnail_url: video?.thumbnailUrl ?? null,
    created_at: toSeconds(row.created_at),
    started_at: toSecondsOrNull(row.started_at),
    finished_at: toSecondsOrNull(row.finished_at),
    expires_at: toSecondsOrNull(row.expires_at),
  }
}

function presentFile({ links }: Dispatch, row: ListedTask, asset: AssetRow): z.infer<typeof storedFile> {
  // Full days, so that the same file has the same link for a while and stays in the browser's cache.
  const tomorrow = new Date(Math.ceil(Date.now() / dayMilliseconds + 1) * dayMilliseconds)
  return {
    kind: asset.kind,
    url: links.sign(asset.key, row.expires_at ?? tomorrow),
    content_type: asset.content_type,
    bytes: asset.bytes,
    width: asset.width,
    height: asset.height,
    duration: asset.seconds,
  }
}

const presentEvents = (events: readonly EventRow[]) =>
  events.map(({ type, at, data }, index) => {
    const next = events[index + 1]
    const seconds = next ? Math.round(next.at.getTime() - at.getTime()) / 1000 : null
    return { type, at: toSeconds(at), seconds, data: data as Record<string, unknown> }
  })
