import { invalidField } from '../../contract/field-errors.ts'
import type { SourceKind } from '../../contract/generation-request.ts'
import type { DeriveCall } from '../../contract/openai/derive-video.ts'
import { taskIdOf } from '../../contract/openai/present-video.ts'
import { findTask } from '../../db/tasks.ts'
import { deriveFromFile, deriveFromTask } from '../../dispatch/derive-film.ts'
import type { ApiContext } from '../api-context.ts'
import type { VideoCall } from './accept-video.ts'
import { videoNotFound } from './own-task.ts'

const field = 'video'

/**
 * A call that makes a film from another. `videoId` is the other's where the path names it; elsewhere the body does, or
 * brings the film itself.
 */
export function deriveCall(
  context: ApiContext,
  kind: SourceKind,
  parse: (fields: unknown) => DeriveCall,
  videoId?: string,
): VideoCall {
  const { dispatch, uploadLimits } = context
  return {
    file: { name: field, maxBytes: uploadLimits.videoBytes },
    async understand({ fields, file }, accountId, signal) {
      const call = parse(fields)
      const derivation = { ...call, kind }
      const id = videoId ?? call.videoId
      if (file && id === undefined) return deriveFromFile(dispatch, file.path, derivation, signal)
      if (id === undefined || file) {
        const found = file ? 'a file and an id' : undefined
        throw invalidField(field, found, 'a video file in a form, or {"id": the id of a completed video of yours}')
      }
      const taskId = taskIdOf(id)
      const task = taskId === undefined ? undefined : await findTask(dispatch.db.root, taskId)
      if (task?.account_id !== accountId) throw videoNotFound(id)
      return deriveFromTask(dispatch, task, derivation, signal)
    },
    beside: { source: { kind, ...(videoId && { video_id: videoId }) } },
  }
}
