import type { TaskView } from '../contract/sora/present-task.ts'
import { type AssetRow, assetsOf } from '../db/assets.ts'
import type { Queryable } from '../db/queryable.ts'
import type { TaskRow } from '../db/tasks.ts'
import type { LinkSigner } from '../storage/signed-url.ts'

/** Tasks with their files as signed links, ready to be presented, in the order of the rows. */
export async function viewTasks(db: Queryable, links: LinkSigner, rows: readonly TaskRow[]): Promise<TaskView[]> {
  const finished = rows.filter((row) => row.state === 'succeeded').map((row) => row.id)
  const assets = await assetsOf(db, finished)
  return rows.map((row) =>
    viewTask(
      links,
      row,
      assets.filter((asset) => asset.task_id === row.id),
    ),
  )
}

/** One task with its files. */
export function viewTask(links: LinkSigner, row: TaskRow, assets: readonly AssetRow[]): TaskView {
  const failed = row.error_kind !== null && row.error_message !== null
  return {
    id: row.id,
    traceId: row.trace_id,
    accountId: row.account_id,
    applicationId: row.application_id,
    keyId: row.key_id,
    state: row.state,
    progress: row.progress,
    videoId: row.video_id,
    engine: row.engine,
    engineDetails: row.engine_details,
    request: row.request,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: failed ? { kind: row.error_kind ?? 'api_error', message: row.error_message ?? '' } : null,
    video: videoOf(links, row, assets),
  }
}

function videoOf(links: LinkSigner, row: TaskRow, assets: readonly AssetRow[]): TaskView['video'] {
  const film = assets.find(({ kind }) => kind === 'video')
  const thumbnail = assets.find(({ kind }) => kind === 'thumbnail')
  const expiresAt = row.expires_at
  if (!film || !expiresAt) return null
  return {
    url: links.sign(film.key, expiresAt),
    ...(thumbnail && { thumbnailUrl: links.sign(thumbnail.key, expiresAt) }),
    width: film.width ?? row.generation.width,
    height: film.height ?? row.generation.height,
    seconds: film.seconds ?? row.generation.seconds,
    expiresAt,
  }
}
