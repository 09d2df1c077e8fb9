/** The account's films as resources: `rushes://videos/{task_id}`. */
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import { presentMcpTask } from '../../contract/mcp/answers.ts'
import { assetsOf } from '../../db/assets.ts'
import { searchTasks } from '../../db/task-list.ts'
import { viewTask, viewTasks } from '../../dispatch/task-view.ts'
import { RushesError } from '../../errors.ts'
import { readWhole } from './read-whole.ts'
import { ownTaskOf, type ToolCall } from './tool.ts'

/** In base 64 and its envelope that stays below the 10 MB that the SDKs take as one message; larger films come as their link. */
const maxFilmBytes = 7_000_000
const maxListed = 50

export const videoUri = (taskId: string): string => `rushes://videos/${taskId}`

export function registerVideoResource(server: McpServer, call: Omit<ToolCall, 'onProgress'>): void {
  const { context, owner } = call
  const { dispatch, stopping } = context
  const list = async () => {
    const search = {
      accountId: owner.accountId,
      words: [] as string[],
      state: 'succeeded' as const,
      limit: maxListed,
      cursor: undefined,
    }
    const views = await viewTasks(dispatch.db.root, dispatch.links, await searchTasks(dispatch.db.root, search))
    const resources = views.map(presentMcpTask).map(({ task_id, prompt }) => ({
      uri: videoUri(task_id),
      name: `${task_id}.mp4`,
      title: prompt,
      mimeType: 'video/mp4',
    }))
    return { resources }
  }
  server.registerResource(
    'video',
    new ResourceTemplate(videoUri('{task_id}'), { list }),
    {
      title: 'A video',
      description: `The film of a task that has succeeded, as MP4; over ${maxFilmBytes} bytes its link, as text.`,
      mimeType: 'video/mp4',
    },
    async (uri, { task_id: id }) => ({ contents: [await read(uri.href, String(id))] }),
  )

  async function read(uri: string, id: string) {
    const row = await ownTaskOf({ ...call, onProgress: undefined }, id).catch((error: unknown) => {
      throw error instanceof RushesError ? new ResourceNotFoundError(uri, error.message) : error
    })
    const assets = await assetsOf(dispatch.db.root, [row.id])
    const film = row.state === 'succeeded' ? assets.find(({ kind }) => kind === 'video') : undefined
    if (!film) throw new ResourceNotFoundError(uri, `The task ${row.id} is ${row.state} and has no film.`)
    if (film.bytes > maxFilmBytes) {
      const { video_url: url } = presentMcpTask(viewTask(dispatch.links, row, assets))
      const text = `The film has ${film.bytes} bytes; up to ${maxFilmBytes} are read this way. It is at ${url}`
      return { uri, mimeType: 'text/plain', text }
    }
    const bytes = await readWhole(dispatch.store, film.key, stopping)
    if (!bytes) throw new ResourceNotFoundError(uri, `The film of task ${row.id} was deleted.`)
    return { uri, mimeType: film.content_type, blob: bytes.toString('base64') }
  }
}
