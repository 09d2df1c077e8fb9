/** The official MCP clients, unmodified, behind one face: the one most hosts ship, and the one of the newest revision. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as FirstStdio } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as FirstHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

export interface ToolAnswer {
  isError?: boolean | undefined
  structuredContent?: Record<string, unknown>
  content: { type: string; text?: string; uri?: string; data?: string; mimeType?: string; size?: number }[]
}

export interface CallOptions {
  signal?: AbortSignal
  timeout?: number
  onprogress?: (progress: { progress: number; total?: number | undefined; message?: string | undefined }) => void
}

export interface McpClient extends AsyncDisposable {
  listTools(): Promise<
    { name: string; description?: string; inputSchema: Json; outputSchema?: Json; annotations?: Json }[]
  >
  call(name: string, args?: Json, options?: CallOptions): Promise<ToolAnswer>
  listResources(): Promise<{ uri: string; mimeType?: string }[]>
  read(uri: string): Promise<{ uri: string; mimeType?: string; blob?: string; text?: string }[]>
}

type Json = Record<string, unknown>
export interface Command {
  command: string
  args: string[]
  env: Record<string, string>
}

const info = { name: 'test', version: '1' }

/** By the revision that each speaks; each opens a connection over either transport. */
export const mcpClients: Record<string, (to: { url: URL; key: string } | Command) => Promise<McpClient>> = {
  async '2025-11-25'(to) {
    const client = new FirstClient(info)
    const transport = 'url' in to ? new FirstHttp(to.url, bearer(to.key)) : new FirstStdio({ ...to, stderr: 'inherit' })
    // Its own types disagree with exactOptionalPropertyTypes.
    await client.connect(transport as Parameters<typeof client.connect>[0])
    return {
      listTools: async () => (await client.listTools()).tools,
      call: async (name, args = {}, options = {}) =>
        (await client.callTool({ name, arguments: args }, undefined, options)) as ToolAnswer,
      listResources: async () => (await client.listResources()).resources,
      read: async (uri) => (await client.readResource({ uri })).contents as Awaited<ReturnType<McpClient['read']>>,
      [Symbol.asyncDispose]: () => client.close(),
    }
  },
  async '2026-07-28'(to) {
    const client = new Client(info, { versionNegotiation: { mode: { pin: '2026-07-28' } } })
    const transport =
      'url' in to
        ? new StreamableHTTPClientTransport(to.url, bearer(to.key))
        : new StdioClientTransport({ ...to, stderr: 'inherit' })
    await client.connect(transport)
    return {
      listTools: async () => (await client.listTools()).tools as Awaited<ReturnType<McpClient['listTools']>>,
      call: async (name, args = {}, options = {}) =>
        (await client.callTool({ name, arguments: args }, options)) as ToolAnswer,
      listResources: async () => (await client.listResources()).resources as { uri: string }[],
      read: async (uri) => (await client.readResource({ uri })).contents as Awaited<ReturnType<McpClient['read']>>,
      [Symbol.asyncDispose]: () => client.close(),
    }
  },
}

const bearer = (key: string) => ({ requestInit: { headers: { authorization: `Bearer ${key}` } } })
