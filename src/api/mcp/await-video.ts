/** Waits for a task in a tool's call, and answers with what has become of it: words, the thumbnail, a link to the film. */
import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server'
import { presentMcpTask } from '../../contract/mcp/answers.ts'
import { isTerminal } from '../../contract/task-state.ts'
import { type AssetRow, assetsOf } from '../../db/assets.ts'
import type { Dispatch } from '../../dispatch/dispatch.ts'
import { viewTask } from '../../dispatch/task-view.ts'
import { causesOf, RushesError } from '../../errors.ts'
import { type Held, waitUntilEnd } from '../hold-until-end.ts'
import { readWhole } from './read-whole.ts'
import { answerWith, ownTaskOf, type ToolCall } from './tool.ts'
import { videoUri } from './video-resource.ts'

/** Clients that show no progress give a call up after a minute; the id must have reached them by then. */
const silentSeconds = 50
/** Thumbnails are some dozens of kB; an agent has no use for more in its context. */
const maxThumbnailBytes = 1_000_000

/** Waits up to `seconds` (as long as the client will, when undefined) and answers with the video, or with where it stands. */
export async function awaitVideo(call: ToolCall, taskId: string, seconds: number | undefined): Promise<CallToolResult> {
  const { context, onProgress, signal } = call
  const longest = onProgress ? context.syncTimeoutSeconds : silentSeconds
  const limit = Math.min(seconds ?? longest, context.syncTimeoutSeconds)
  const held =
    limit > 0 ? await waitUntilEnd(context, taskId, limit, { ...(onProgress && { onProgress }) }, signal) : 'over'
  if (!(await call.mayStillCall())) {
    throw new RushesError('invalid_token', `The key was revoked while it waited for task ${taskId}, which goes on.`)
  }
  return describeVideo(call, taskId, held)
}

async function describeVideo(call: ToolCall, taskId: string, held: Held): Promise<CallToolResult> {
  const { dispatch, stopping } = call.context
  const row = await ownTaskOf(call, taskId)
  const assets = await assetsOf(dispatch.db.root, [row.id])
  const task = presentMcpTask(viewTask(dispatch.links, row, assets))
  if (!isTerminal(row.state)) {
    const why = held === 'stopping' ? 'The server stops' : 'It is not ready yet'
    return answerWith(
      task,
      `${why}: the video is ${task.state}, ${task.progress} percent, and goes on. Ask sora_get_task for task_id ` +
        `"${task.task_id}"; its timeout waits for the end.`,
    )
  }
  if (row.state !== 'succeeded') {
    return answerWith(
      task,
      `The video ${row.state === 'cancelled' ? 'was cancelled' : 'failed'}: ${task.error?.message}`,
    )
  }
  const answer = answerWith(task, `The video is ready: ${task.video_url} (plays without a header).`)
  const thumbnail = assets.find(({ kind }) => kind === 'thumbnail')
  answer.content.push(...(await showThumbnail(dispatch, thumbnail, stopping)))
  const film = assets.find(({ kind }) => kind === 'video')
  if (film) {
    answer.content.push({
      type: 'resource_link',
      uri: videoUri(task.task_id),
      name: `${task.task_id}.mp4`,
      title: task.prompt,
      mimeType: film.content_type,
      size: film.bytes,
    })
  }
  return answer
}

async function showThumbnail(
  { store, logger }: Dispatch,
  asset: AssetRow | undefined,
  signal: AbortSignal,
): Promise<ContentBlock[]> {
  if (!asset || asset.bytes > maxThumbnailBytes) return []
  const bytes = await readWhole(store, asset.key, signal).catch((error: unknown) => {
    // The film is made: a call that failed now would be made again, and cost twice.
    logger.warn({ task_id: asset.task_id, causes: causesOf(error) }, 'a thumbnail could not be shown')
    return undefined
  })
  return bytes ? [{ type: 'image', data: bytes.toString('base64'), mimeType: asset.content_type }] : []
}
