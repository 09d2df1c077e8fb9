/** A task as /v1 shows it. */
import type { ErrorKind } from '../../errors.ts'
import type { GenerationRequest } from '../generation-request.ts'
import type { TaskState } from '../task-state.ts'
import type { OpenaiVideo } from './answers.ts'
import { openaiCodeOf } from './errors.ts'

/** What there is to show of a task: a row of the database. */
export interface TaskToShow {
  id: string
  state: TaskState
  /** Percent. */
  progress: number
  generation: GenerationRequest
  created_at: Date
  finished_at: Date | null
  expires_at: Date | null
  error_kind: ErrorKind | null
  error_message: string | null
}

/** The id of a task at this door. */
export const videoIdOf = (taskId: string): string => `video_${taskId.replaceAll('-', '')}`

/** The id of the task behind a video's id; undefined when it is none. */
export function taskIdOf(videoId: string): string | undefined {
  const [, a, b, c, d, e] =
    /^video_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(videoId) ?? []
  return a && `${a}-${b}-${c}-${d}-${e}`
}

/** Clients end their wait at any other word. */
const statuses: Record<TaskState, OpenaiVideo['status']> = {
  queued: 'queued',
  submitting: 'in_progress',
  running: 'in_progress',
  storing: 'in_progress',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'failed',
}

export function presentVideo(task: TaskToShow): OpenaiVideo {
  const { generation, error_kind: kind, finished_at: finishedAt, expires_at: expiresAt } = task
  const status = statuses[task.state]
  return {
    id: videoIdOf(task.id),
    object: 'video',
    model: generation.model,
    status,
    progress: status === 'completed' ? 100 : task.progress,
    created_at: toSeconds(task.created_at),
    completed_at: status === 'completed' && finishedAt ? toSeconds(finishedAt) : null,
    expires_at: expiresAt && toSeconds(expiresAt),
    prompt: generation.prompt,
    size: `${generation.width}x${generation.height}`,
    seconds: String(generation.seconds),
    remixed_from_video_id: generation.source?.taskId ? videoIdOf(generation.source.taskId) : null,
    error:
      status === 'failed'
        ? { code: openaiCodeOf(kind ?? 'api_error'), message: task.error_message ?? 'The task failed.' }
        : null,
  }
}

const toSeconds = (date: Date): number => Math.floor(date.getTime() / 1000)
