import { parseFields } from '../../contract/field-errors.ts'
import { readObject } from '../../contract/json-body.ts'
import { mcpTasks, presentMcpTask } from '../../contract/mcp/answers.ts'
import { getTasksBatchInput } from '../../contract/mcp/inputs.ts'
import { listTasks } from '../../db/tasks.ts'
import { viewTasks } from '../../dispatch/task-view.ts'
import { isUuid } from '../../ids.ts'
import { answerWith, looksOnly, type Tool } from './tool.ts'

export const getTasksBatch: Tool = {
  name: 'sora_get_tasks_batch',
  title: 'Look several videos up',
  description: 'Says where several videos stand, newest first: those of the task_ids, or without them the latest ones.',
  input: getTasksBatchInput,
  output: mcpTasks,
  annotations: looksOnly,
  async run({ context, owner: { accountId } }, args) {
    const { root } = context.dispatch.db
    const { task_ids: asked, limit } = parseFields(getTasksBatchInput, readObject(args))
    const ids = asked?.filter(isUuid)
    const most = Math.max(limit, ids?.length ?? 0)
    const rows = ids?.length === 0 ? [] : await listTasks(root, { accountId, ids, limit: most, offset: 0 })
    const items = (await viewTasks(root, context.dispatch.links, rows)).map(presentMcpTask)
    return answerWith({ items, count: items.length })
  },
}
