/** `rushes mcp` as an agent's host runs it: the official clients start it and speak to it on its standard input and output. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Command, mcpClients } from '../support/mcp-clients.ts'
import { isListening } from './support/command-line.ts'
import { freePort } from './support/origin.ts'
import { apiKey, createHome, type Home, type Server, scripted, serve } from './support/rushes.ts'

const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'src', 'cli', 'main.ts')
const prompt = 'a cat on a river'

interface Remote {
  url: string
  headers: Record<string, string>
}

/** The client that most hosts ship. */
const openFirst = mcpClients['2025-11-25'] as NonNullable<(typeof mcpClients)[string]>

const commandOf = (env: NodeJS.ProcessEnv): Command => ({
  command: process.execPath,
  args: [main, 'mcp'],
  env: env as Record<string, string>,
})

describe('with a server that is named', () => {
  let home: Home
  let server: Server
  let command: Command
  before(async () => {
    home = await createHome(scripted)
    server = await serve(home)
    command = commandOf({ RUSHES_URL: server.url, RUSHES_API_KEY: apiKey })
  })
  after(async () => {
    await server[Symbol.asyncDispose]()
    await home[Symbol.asyncDispose]()
  })

  for (const [revision, open] of Object.entries(mcpClients)) {
    test(`the client of ${revision} lists tools, generates with progress and fetches the film`, async () => {
      await using client = await open(command)
      assert.equal((await client.listTools()).length, 11)
      const told: number[] = []
      const { structuredContent, content } = await client.call(
        'sora_generate_video_v2',
        { prompt: `${prompt} [slow 1500ms]` },
        { onprogress: ({ progress }) => told.push(progress) },
      )
      assert.equal(structuredContent?.state, 'succeeded')
      assert.ok(
        told.some((percent) => percent > 0 && percent < 100),
        `${told}`,
      )
      const link = content.find(({ type }) => type === 'resource_link')
      const [film] = await client.read(String(link?.uri))
      assert.equal(Buffer.from(String(film?.blob), 'base64').length, link?.size)
    })

    test(`what the client of ${revision} cancels goes on at the server, and can be looked up`, async () => {
      await using client = await open(command)
      const cancel = new AbortController()
      const onprogress = ({ message }: { message?: string | undefined }) => message === 'processing' && cancel.abort()
      const args = { prompt: `${prompt} [stall]` }
      await assert.rejects(client.call('sora_generate_video', args, { signal: cancel.signal, onprogress }))
      const { structuredContent } = await client.call('sora_get_tasks_batch', { limit: 1 })
      assert.ok(structuredContent)
      const [task] = structuredContent.items as [{ task_id: string; state: string }]
      assert.equal(task.state, 'processing')
      const { structuredContent: ended } = await client.call('sora_cancel_task', { task_id: task.task_id })
      assert.equal(ended?.cancelled, true)
    })
  }

  test('a wrong key is a sentence', async () => {
    await assert.rejects(openFirst(commandOf({ RUSHES_URL: server.url, RUSHES_API_KEY: 'wrong' })), /key/)
  })

  test('the examples of docs/mcp.md lead to the tools', async () => {
    const page = await readFile(join(root, 'docs', 'mcp.md'), 'utf8')
    const filled = page
      .replaceAll('http://localhost:8080', server.url)
      .replaceAll('{token}', apiKey)
      .replaceAll('/path/to/rushes', root)
    const [, address = '', header = ''] = /claude mcp add --transport http \S+ (\S+) --header "(.+)"/.exec(filled) ?? []
    const hosts: (Command | Remote)[] = [{ url: address, headers: Object.fromEntries([header.split(': ')]) }]
    for (const [, text = ''] of filled.matchAll(/```json\n(.*?)```/gs)) {
      const { mcpServers, servers } = JSON.parse(text) as Record<string, { rushes: Command | Remote }>
      const { rushes } = mcpServers ?? servers ?? {}
      assert.ok(rushes, text)
      hosts.push(rushes)
    }
    assert.equal(hosts.length, 4)
    for (const host of hosts) {
      const key = 'url' in host ? host.headers.Authorization?.replace(/^Bearer /, '') : undefined
      await using client = await openFirst('url' in host ? { url: new URL(host.url), key: String(key) } : host)
      assert.equal((await client.listTools()).length, 11)
    }
  })

  test('a server that has gone is a sentence for the agent', async () => {
    const elsewhere = await createHome(scripted)
    const another = await serve(elsewhere)
    await using client = await openFirst(commandOf({ RUSHES_URL: another.url, RUSHES_API_KEY: apiKey }))
    await another.stop()
    const { isError, content } = await client.call('sora_list_models')
    assert.equal(isError, true)
    assert.match(String(content[0]?.text), /^The server could not be asked: .*ECONNREFUSED/)
    await elsewhere[Symbol.asyncDispose]()
  })
})

test('without one it starts a server for as long as it is used, and leaves nothing behind', async () => {
  await using home = await createHome(scripted)
  const port = await freePort()
  const env = { ...home.env, PORT: String(port) }
  {
    await using client = await openFirst(commandOf(env))
    const { structuredContent } = await client.call('sora_generate_video_v2', { prompt })
    assert.equal(structuredContent?.state, 'succeeded')
    assert.equal(await isListening(port), true)
  }
  const { stdout } = await home.rushes(['keys', 'list'])
  assert.match(stdout, /revoked .*rushes mcp/)
  assert.equal(await isListening(port), false)
})
