/** What the tools of the MCP door answer, as structured content. */
import { z } from 'zod'
import { errorKinds } from '../../errors.ts'
import { offeredModel } from '../management/applications.ts'
import type { TaskView } from '../sora/present-task.ts'
import { isTerminal, publicState } from '../task-state.ts'

const maxPromptCharacters = 300

export const mcpTask = z.object({
  task_id: z.uuid(),
  state: z
    .enum(['pending', 'processing', 'succeeded', 'failed', 'cancelled'])
    .meta({ description: '`pending` and `processing` are under way; the others are ends.' }),
  progress: z.number().int().meta({ description: 'Percent.' }),
  prompt: z.string().meta({ description: `The first ${maxPromptCharacters} characters of what was asked for.` }),
  created_at: z.number().meta({ description: 'Unix seconds.' }),
  video_url: z.url().optional().meta({ description: 'Plays without a header until `expires_at`.' }),
  thumbnail_url: z.url().optional(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  duration: z.number().optional().meta({ description: 'Seconds.' }),
  expires_at: z.number().optional().meta({ description: 'Unix seconds.' }),
  engine: z.string().meta({ description: 'What makes the video.' }),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
})
export const mcpTasks = z.object({ items: z.array(mcpTask), count: z.number().int() })
export const mcpCancelled = z.object({
  task_id: z.uuid(),
  cancelled: z.boolean().meta({ description: 'False when it had ended before.' }),
  state: mcpTask.shape.state,
})
export const mcpModels = z.object({ models: z.array(offeredModel) })
export const mcpActions = z.object({ actions: z.array(z.object({ tool: z.string(), description: z.string() })) })

export type McpTask = z.infer<typeof mcpTask>

export function presentMcpTask(task: TaskView): McpTask {
  const { video, error } = task
  const prompt = typeof task.request.prompt === 'string' ? task.request.prompt : ''
  return {
    task_id: task.id,
    state: isTerminal(task.state) ? task.state : publicState(task.state),
    progress: task.progress,
    prompt: [...prompt.slice(0, 2 * maxPromptCharacters)].slice(0, maxPromptCharacters).join(''),
    created_at: task.createdAt.getTime() / 1000,
    ...(video && {
      video_url: video.url,
      ...(video.thumbnailUrl && { thumbnail_url: video.thumbnailUrl }),
      width: video.width,
      height: video.height,
      duration: video.seconds,
      expires_at: Math.floor(video.expiresAt.getTime() / 1000),
    }),
    engine: task.engine,
    ...(error && { error: { code: errorKinds[error.kind].code, message: error.message } }),
  }
}
