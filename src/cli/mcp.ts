import type { Command } from 'commander'
import { relay } from './relay.ts'
import { type ServerChoice, type ServerWithKey, serverFor } from './server-for.ts'

/** An agent's host may keep its tools for weeks. */
const keyLifeMilliseconds = 30 * 86_400_000

/** rushes mcp: the tools of /mcp for hosts that start their servers themselves. */
export function addMcp(program: Command): void {
  program
    .command('mcp')
    .description(
      'give an agent the tools of /mcp on standard input and output; uses the server that runs here, or starts one',
    )
    .option('--server <url>', 'a server elsewhere (or RUSHES_URL)')
    .option('--key <key>', 'its key (or RUSHES_API_KEY)')
    .action(serveAgent)
}

async function serveAgent(options: ServerChoice): Promise<void> {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())
  const open = () => serverFor(options, { keyName: 'rushes mcp', keyLifeMilliseconds })
  let server: ServerWithKey = await open()
  let opening: Promise<ServerWithKey> | undefined

  /** The server that was here may have been stopped since; then another has its place, or is started. */
  const openAgain = (): Promise<ServerWithKey> => {
    opening ??= (async () => {
      await server[Symbol.asyncDispose]()
      server = await open()
      return server
    })().finally(() => {
      opening = undefined
    })
    return opening
  }
  const send = ({ url, key }: ServerWithKey, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${key}`)
    return fetch(`${url}/mcp`, { ...init, headers })
  }
  const reach = async (init: RequestInit) => {
    try {
      return await send(server, init)
    } catch (error) {
      if (!isRefused(error)) throw error
      return send(await openAgain(), init)
    }
  }
  try {
    await relay(reach, (sentence) => process.stderr.write(`rushes mcp: ${sentence}\n`), stopping.signal)
  } finally {
    await server[Symbol.asyncDispose]()
  }
}

/** Nothing was sent then. */
const isRefused = (error: unknown): boolean =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED'
