/** The MCP server that answers one call: its tools and resources, as the caller may use them. */
import { type CallToolResult, McpServer, type ServerContext } from '@modelcontextprotocol/server'
import { causesOf, RushesError } from '../../errors.ts'
import { packageVersion } from '../../version.ts'
import { cancelTask } from './cancel-task.ts'
import { generateVideo } from './generate-video.ts'
import { generateVideoAsync } from './generate-video-async.ts'
import { generateVideoFromImage } from './generate-video-from-image.ts'
import { generateVideoV2 } from './generate-video-v2.ts'
import { generateVideoV2Async } from './generate-video-v2-async.ts'
import { generateVideoWithCharacter } from './generate-video-with-character.ts'
import { getTask } from './get-task.ts'
import { getTasksBatch } from './get-tasks-batch.ts'
import { listActions } from './list-actions.ts'
import { listModels } from './list-models.ts'
import { reportProgress } from './report-progress.ts'
import { shownOnly } from './shown-only.ts'
import type { Tool, ToolCall } from './tool.ts'
import { registerVideoResource } from './video-resource.ts'

const acting = [
  generateVideo,
  generateVideoFromImage,
  generateVideoWithCharacter,
  generateVideoAsync,
  generateVideoV2,
  generateVideoV2Async,
  getTask,
  getTasksBatch,
  cancelTask,
  listModels,
]
/** Every tool with its fields as the client is shown them. What is sent is checked by the tool, in its own sentences. */
const tools = [...acting, listActions(acting)].map((tool) => ({ tool, input: shownOnly(tool.input) }))

const instructions =
  'Makes videos with sound from words, images and characters. A sora_generate_… tool waits for its video and answers ' +
  'with a link and a thumbnail; when that takes too long it answers with a task_id for sora_get_task.'

export type Caller = Omit<ToolCall, 'onProgress'>

export function createMcpServer(caller: Caller): McpServer {
  const server = new McpServer({ name: 'rushes', title: 'Rushes', version: packageVersion }, { instructions })
  for (const { tool, input } of tools) {
    const { name, title, description, output, annotations } = tool
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: output, annotations },
      (args: unknown, call) => runTool(caller, tool, args as Record<string, unknown>, call),
    )
  }
  registerVideoResource(server, caller)
  return server
}

async function runTool(
  caller: Caller,
  tool: Tool,
  args: Record<string, unknown>,
  { mcpReq }: ServerContext,
): Promise<CallToolResult> {
  const signal = AbortSignal.any([caller.signal, mcpReq.signal])
  const progress = reportProgress(mcpReq, caller.context.heartbeatSeconds)
  try {
    return await tool.run({ ...caller, signal, onProgress: progress?.tell }, args)
  } catch (error) {
    return { content: [{ type: 'text', text: sentenceOf(error, caller, tool) }], isError: true }
  } finally {
    progress?.stop()
  }
}

function sentenceOf(error: unknown, { context, traceId }: Caller, { name }: Tool): string {
  if (error instanceof RushesError) {
    const { message, retryAfterSeconds: seconds } = error
    return seconds === undefined ? message : `${message} Try again in ${seconds} seconds.`
  }
  const causes = causesOf(error)
  context.dispatch.logger.error({ trace_id: traceId, tool: name, causes }, 'a tool failed')
  return `Something broke on the server; the trace id ${traceId} finds it in the log.`
}
