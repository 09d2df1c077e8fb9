/** What the tools that make a video have in common: the same way in as every door's, then a wait, or none. */
import type { z } from 'zod'
import { acceptTask } from '../../billing/accept-task.ts'
import { invalidField } from '../../contract/field-errors.ts'
import { readObject } from '../../contract/json-body.ts'
import { mcpTask } from '../../contract/mcp/answers.ts'
import { parseCreateVideo } from '../../contract/sora/create-video.ts'
import { acceptSignal, countCreate } from '../accept-call.ts'
import { awaitVideo } from './await-video.ts'
import type { Tool, ToolCall } from './tool.ts'

interface Generator {
  name: string
  title: string
  description: string
  input: z.ZodObject
  version: '1.0' | '2.0'
  /** A field that this tool cannot do without, and what it is, for the sentence that says so. */
  needs?: { field: string; allowed: string }
  /** Fields that stand where the agent gave none. */
  defaults?: (args: Record<string, unknown>) => Record<string, unknown>
  /** False: the task id is the answer. */
  waits: boolean
}

export function generateTool({ version, needs, defaults, waits, ...described }: Generator): Tool {
  return {
    ...described,
    output: mcpTask,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    async run(call, args) {
      const given = readObject(args)
      if (needs && given[needs.field] === undefined) throw invalidField(needs.field, undefined, needs.allowed)
      const body = { ...defaults?.(given), ...given, version, ...(!waits && { async: true }) }
      const { taskId, timeout } = await accept(call, body)
      return awaitVideo(call, taskId, waits ? timeout : 0)
    },
  }
}

async function accept(call: ToolCall, body: Record<string, unknown>) {
  const { context, owner, traceId } = call
  const create = parseCreateVideo(body)
  await countCreate(context, owner)
  // Whoever cancels now has no id yet, and shall have no task.
  using within = acceptSignal(context, [call.signal])
  const accepting = { owner, create, body, traceId, idempotencyKey: undefined }
  const { id: taskId } = await acceptTask(context.billing, accepting, within.signal)
  return { taskId, timeout: create.answerAtOnce ? 0 : create.timeoutSeconds }
}
