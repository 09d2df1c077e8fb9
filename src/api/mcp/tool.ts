import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { TaskState } from '../../contract/task-state.ts'
import { findTask, type TaskRow } from '../../db/tasks.ts'
import type { Owner } from '../../dispatch/create-task.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'

/** One call of a tool: who makes it, and how they hear of what happens meanwhile. */
export interface ToolCall {
  context: ApiContext
  owner: Owner
  traceId: string
  /** Whether its key is still good, asked after a wait. */
  mayStillCall(): Promise<boolean>
  /** Undefined when the client asked for none. */
  onProgress: ((state: TaskState, percent: number) => void) | undefined
  /** Aborts when nobody waits for the answer any longer. */
  signal: AbortSignal
}

export interface Tool {
  name: string
  title: string
  description: string
  input: z.ZodObject
  output: z.ZodObject
  annotations: ToolAnnotations
  /** What it throws becomes an answer that says so: a RushesError's sentence is the agent's to read. */
  run(call: ToolCall, args: Record<string, unknown>): Promise<CallToolResult>
}

/** What agents' hosts are told of tools that only look. */
export const looksOnly: ToolAnnotations = { readOnlyHint: true, openWorldHint: false }

/** Structured content, and the same as text for clients that know none. */
export function answerWith(structured: Record<string, unknown>, sentence?: string): CallToolResult {
  const json = { type: 'text' as const, text: JSON.stringify(structured) }
  const content = sentence === undefined ? [json] : [{ type: 'text' as const, text: sentence }, json]
  return { content, structuredContent: structured }
}

/** Throws `no_api` when there is no such task, or it is somebody else's. */
export async function ownTaskOf({ context, owner }: ToolCall, id: string): Promise<TaskRow> {
  const task = isUuid(id) ? await findTask(context.dispatch.db.root, id) : undefined
  if (task?.account_id === owner.accountId) return task
  throw new RushesError('no_api', `There is no task ${JSON.stringify(id.slice(0, 80))} of yours.`)
}
