/** The envelope of /mcp: JSON-RPC 2.0, as the Model Context Protocol has it. */
import { z } from 'zod'
import { type ErrorKind, errorKinds, type RushesError } from '../../errors.ts'

const version = z.literal('2.0')
const callId = z.union([z.string(), z.number().int()])

export const mcpMessage = z.object({
  jsonrpc: version,
  id: callId.optional().meta({ description: 'None in a notification.' }),
  method: z.string().meta({ description: 'Such as `initialize`, `tools/list`, `tools/call`, `resources/read`.' }),
  params: z.record(z.string(), z.unknown()).optional(),
})
export const mcpResult = z.object({ jsonrpc: version, id: callId, result: z.record(z.string(), z.unknown()) })
export const mcpError = z.object({
  jsonrpc: version,
  /** As it was sent, were it no good id. */
  id: z.union([z.string(), z.number()]).nullable().optional(),
  error: z.object({
    code: z.number().int(),
    message: z.string(),
    data: z.unknown().optional().meta({ description: '`code` and `trace_id`, when this server refused the call.' }),
  }),
})

/** Whether a URL belongs to the door that speaks this protocol. */
export const isMcpPath = (url: string): boolean => /^\/mcp(\?|$)/.test(url)

/** JSON-RPC's own codes where one fits (jsonrpc.org/specification#error_object), else the first of those left to servers. */
const rpcCodes: Partial<Record<ErrorKind, number>> = { invalid_parameters: -32_600, api_error: -32_603 }
const serverError = -32_000

export function presentMcpError(error: RushesError, traceId: string): z.infer<typeof mcpError> {
  const data = { code: error.body.code, trace_id: traceId }
  return {
    jsonrpc: '2.0',
    id: null,
    error: { code: rpcCodes[error.kind] ?? serverError, message: error.message, data },
  }
}

/** What an error of this kind means, with its code, for the document. */
export const mcpMeaningOf = (kind: ErrorKind): string => `\`${errorKinds[kind].code}\`: ${errorKinds[kind].meaning}`
