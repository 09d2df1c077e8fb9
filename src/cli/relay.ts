/** Carries the messages of an MCP client on standard input and output to a server's /mcp, and its answers back. */
import { SdkHttpError, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { isJSONRPCErrorResponse, isJSONRPCRequest, isJSONRPCResultResponse } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { causesOf } from '../errors.ts'

type Message = Parameters<NonNullable<StdioServerTransport['onmessage']>>[0]
type RequestMessage = Extract<Message, { id: string | number; method: string }>

/** JSON-RPC leaves the codes from here on to servers. */
const serverError = -32_000

/** Sends with the key to the server, wherever it is by now. */
export type Reach = (init: RequestInit) => Promise<Response>

/** Relays until the client closes its end, or the signal aborts. What the server refuses is told to `log`, too. */
export async function relay(reach: Reach, log: (sentence: string) => void, signal: AbortSignal): Promise<void> {
  const over = Promise.withResolvers<void>()
  const client = new StdioServerTransport()
  // Where the server is, `reach` knows.
  const server = new StreamableHTTPClientTransport(new URL('http://rushes.invalid/mcp'), {
    fetch: (_url, init = {}) => reach(init),
  })
  const pending = new Map<string | number, AbortController>()
  const answer = (message: Message) => {
    if ('id' in message && message.id !== undefined && !('method' in message)) pending.delete(message.id)
    client.send(message).catch(() => over.resolve())
  }
  const refuse = (request: RequestMessage, error: unknown) => {
    if (!pending.has(request.id)) return
    const { code, message } = whyNot(error)
    log(message)
    answer(refusalOf(request, code, message))
  }
  client.onmessage = (message) => {
    const cancelled = cancelledBy(message)
    if (cancelled !== undefined) {
      // The server hears of it as the end of the connection, in every revision.
      pending.get(cancelled)?.abort()
      pending.delete(cancelled)
      return
    }
    if (!isJSONRPCRequest(message)) return void server.send(message).catch(() => {})
    const request = new AbortController()
    pending.set(message.id, request)
    const onRequestStreamEnd = () => refuse(message, new Error('the connection to the server broke; its tasks go on'))
    server.send(message, { requestSignal: request.signal, onRequestStreamEnd }).catch((error) => refuse(message, error))
  }
  server.onmessage = (message) => {
    if (isJSONRPCResultResponse(message) && typeof message.result.protocolVersion === 'string') {
      server.setProtocolVersion(message.result.protocolVersion)
    }
    answer(message)
  }
  client.onclose = () => over.resolve()
  signal.addEventListener('abort', () => over.resolve(), { once: true })
  await server.start()
  await client.start()
  await over.promise
  for (const request of pending.values()) request.abort()
  await server.close()
  await client.close()
}

function cancelledBy(message: Message): string | number | undefined {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined
  const id = message.params?.requestId
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

/** The server's own words where it had some. */
function whyNot(error: unknown): { code: number; message: string } {
  const said = error instanceof SdkHttpError ? readError(String(error.data.text)) : undefined
  return said ?? { code: serverError, message: `The server could not be asked: ${causesOf(error).at(-1)}.` }
}

/** A tool's call is answered as a tool would: hosts show that to the agent. */
function refusalOf({ id, method }: RequestMessage, code: number, message: string): Message {
  if (method !== 'tools/call' || code !== serverError) return { jsonrpc: '2.0', id, error: { code, message } }
  return { jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: message }], isError: true } }
}

function readError(text: string) {
  try {
    const answer: unknown = JSON.parse(text)
    // An error that no call could be told for has no id.
    const told = { ...(answer as object), id: 0 }
    return isJSONRPCErrorResponse(told) ? told.error : undefined
  } catch {
    return undefined
  }
}
