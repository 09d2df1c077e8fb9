import { parseFields } from '../../contract/field-errors.ts'
import { readObject } from '../../contract/json-body.ts'
import { mcpCancelled, presentMcpTask } from '../../contract/mcp/answers.ts'
import { cancelTaskInput } from '../../contract/mcp/inputs.ts'
import { cancelTask as cancel } from '../../dispatch/cancel-task.ts'
import { viewTask } from '../../dispatch/task-view.ts'
import { answerWith, ownTaskOf, type Tool } from './tool.ts'

export const cancelTask: Tool = {
  name: 'sora_cancel_task',
  title: 'Cancel a video',
  description: 'Ends a video that is under way: the engine stops and its credits are given back. A finished one stays.',
  input: cancelTaskInput,
  output: mcpCancelled,
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async run(call, args) {
    const { dispatch } = call.context
    const { task_id: id } = parseFields(cancelTaskInput, readObject(args))
    const { account_id: accountId } = await ownTaskOf(call, id)
    const task = (await cancel(dispatch, id, accountId)) ?? (await ownTaskOf(call, id))
    const cancelled = task.state === 'cancelled'
    const { task_id, state } = presentMcpTask(viewTask(dispatch.links, task, []))
    const sentence = cancelled
      ? 'The video was cancelled.'
      : `There is nothing to cancel: the video is ${state} already.`
    return answerWith({ task_id, cancelled, state }, sentence)
  },
}
