import { parseFields } from '../../contract/field-errors.ts'
import { readObject } from '../../contract/json-body.ts'
import { mcpTask } from '../../contract/mcp/answers.ts'
import { getTaskInput } from '../../contract/mcp/inputs.ts'
import { awaitVideo } from './await-video.ts'
import { looksOnly, ownTaskOf, type Tool } from './tool.ts'

export const getTask: Tool = {
  name: 'sora_get_task',
  title: 'Look a video up',
  description:
    'Says where a video stands, and gives its link and thumbnail when it is ready. With a timeout it waits for the end ' +
    'that long, so that nobody needs to ask again and again.',
  input: getTaskInput,
  output: mcpTask,
  annotations: looksOnly,
  async run(call, args) {
    const { task_id: id, timeout } = parseFields(getTaskInput, readObject(args))
    const task = await ownTaskOf(call, id)
    return awaitVideo(call, task.id, timeout)
  },
}
