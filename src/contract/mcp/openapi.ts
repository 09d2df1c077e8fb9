/** What the OpenAPI document says of /mcp. What its tools take and answer, the protocol itself tells. */
import { answer, failuresOf, type Json, json, reference } from '../openapi-parts.ts'
import { mcpError, mcpMeaningOf, mcpMessage, mcpResult } from './messages.ts'

export const mcpRequests = { McpMessage: mcpMessage }
export const mcpAnswers = { McpResult: mcpResult, McpError: mcpError }

const refused = (description: string): Json => answer(description, reference('McpError'))

const failures = failuresOf(
  ['invalid_parameters', 'invalid_token', 'not_acquired', 'forbidden', 'content_too_large', 'api_error'],
  mcpMeaningOf,
  reference('McpError'),
)

export const mcpPaths: Json = {
  '/mcp': {
    post: {
      operationId: 'mcp',
      summary: 'Call a tool, as agents do',
      description:
        'The Model Context Protocol over streamable HTTP, revisions 2024-11-05 to 2026-07-28. Each call stands for ' +
        'itself; a call that tells its progress is answered as server-sent events.',
      tags: ['Agents'],
      requestBody: { required: true, content: json(reference('McpMessage')) },
      responses: {
        200: {
          ...answer('The result, or the error of a call that was understood.', {}),
          content: {
            ...json({ anyOf: [reference('McpResult'), reference('McpError')] }),
            'text/event-stream': { schema: { type: 'string' } },
          },
        },
        202: { description: 'A notification was taken.' },
        ...failures,
        404: refused('No such method.'),
        406: refused('The `accept` header lacks `application/json` or `text/event-stream`.'),
      },
    },
  },
}
