/** A task as the Sora API shows it: the answer of a create call, the callback, and the record of the task endpoint. */
import { type ErrorKind, errorKinds } from '../../errors.ts'
import { recordIdOf } from '../../ids.ts'
import { type EndState, isTerminal, publicState, type TaskState } from '../task-state.ts'
import type { CancelledTask, Failure, ProgressLine, Running, Success, TaskRecord } from './answers.ts'

/** What there is to show of a task. */
export interface TaskView {
  id: string
  traceId: string
  accountId: string
  applicationId: string
  keyId: string
  state: TaskState
  /** Percent. */
  progress: number
  videoId: string
  engine: string
  engineDetails: Record<string, unknown> | null
  request: Record<string, unknown>
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  error: { kind: ErrorKind; message: string } | null
  video: { url: string; thumbnailUrl?: string; width: number; height: number; seconds: number; expiresAt: Date } | null
}

/** The body that ends a synchronous call and fills a callback; only for a task that has ended. */
export function presentOutcome(task: TaskView): Success | Failure {
  const { video } = task
  if (task.state !== 'succeeded' || !video) {
    const { kind, message } = task.error ?? { kind: 'api_error', message: 'The task failed.' }
    const error = { code: errorKinds[kind].code, message }
    return { success: false, task_id: task.id, trace_id: task.traceId, error }
  }
  return {
    success: true,
    task_id: task.id,
    trace_id: task.traceId,
    data: [
      {
        id: task.videoId,
        video_url: video.url,
        state: 'succeeded',
        width: video.width,
        height: video.height,
        duration: video.seconds,
        ...(video.thumbnailUrl && { thumbnail_url: video.thumbnailUrl }),
        expires_at: Math.floor(video.expiresAt.getTime() / 1000),
        engine: task.engine,
      },
    ],
  }
}

/** The HTTP status of a task's outcome. */
export const statusOfOutcome = (task: TaskView): number =>
  task.state === 'succeeded' ? 200 : errorKinds[task.error?.kind ?? 'api_error'].status

function presentRunning(task: TaskView): Running {
  // No `success` here, and no word that a client takes for an end.
  const video = { id: task.videoId, state: publicState(task.state), progress: task.progress }
  return { task_id: task.id, trace_id: task.traceId, data: [video] }
}

/** The record of POST /sora/tasks. `response` is always an object: a null one crashes one client and ends another's wait. */
export function presentRecord(task: TaskView): TaskRecord {
  const response = isTerminal(task.state) ? presentOutcome(task) : presentRunning(task)
  const { createdAt, startedAt, finishedAt } = task
  const began = startedAt ?? createdAt
  return {
    _id: recordIdOf(task.id, createdAt),
    id: task.id,
    trace_id: task.traceId,
    type: 'videos',
    created_at: toSeconds(createdAt),
    ...(startedAt && { started_at: toSeconds(startedAt) }),
    ...(finishedAt && {
      finished_at: toSeconds(finishedAt),
      elapsed: (finishedAt.getTime() - began.getTime()) / 1000,
    }),
    application_id: task.applicationId,
    credential_id: task.keyId,
    user_id: task.accountId,
    request: task.request,
    response,
    ...('data' in response && { data: response.data }),
    ...(task.engineDetails && { engine_details: task.engineDetails }),
  }
}

/** What came of cancelling a task, by what it is afterwards. */
export const presentCancelled = (id: string, state: EndState): CancelledTask => ({
  id,
  cancelled: state === 'cancelled',
  state,
})

/** One line of an ndjson answer while the video is being made. */
export const presentProgress = (taskId: string, state: TaskState, progress: number): ProgressLine => ({
  task_id: taskId,
  state: publicState(state),
  progress,
})

const toSeconds = (date: Date): number => date.getTime() / 1000
