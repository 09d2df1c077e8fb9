/**
 * Thousands of requests made from the OpenAPI document, right, almost right and hostile, over every route: none breaks the
 * server, and every answer is one that the document has. OPENAPI_REQUESTS says how many, OPENAPI_SEED which.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import sharp from 'sharp'
import { operatorTokenOf } from '../../src/auth/operator.ts'
import { videoIdOf } from '../../src/contract/openai/present-video.ts'
import { createLogger } from '../../src/logger.ts'
import type { ToolAnswer } from '../support/mcp-clients.ts'
import { type Document, type Route, routesOf, type Schema } from '../support/openapi/document.ts'
import { createJudge, type Judge } from '../support/openapi/judge.ts'
import { createRandom } from '../support/openapi/random.ts'
import { type Intent, type Made, makeRequest, type Sender } from '../support/openapi/requests.ts'
import { createValues, type Known } from '../support/openapi/values.ts'
import { type Person, password, register, registerWithKey } from '../support/person.ts'
import { apiKey, startTestServer, type TestServer, testUrl } from '../support/server.ts'
import { upload } from '../support/upload.ts'

const count = Number(process.env.OPENAPI_REQUESTS ?? 3000)
const mcpCount = Math.ceil(count / 6)
const seed = Number(process.env.OPENAPI_SEED ?? 1)
const atOnce = 12
const roundSize = 500
const secret = 'a-secret-of-the-openapi-run-0123456789'

const random = createRandom(seed)
/** What the server logged as its own fault. */
const faults: string[] = []
let server: TestServer
let document: Document
let judge: Judge
let png: Buffer
let admin: Person

before(async () => {
  const logger = createLogger('error', { write: (line) => void faults.push(line) })
  const limits = { requestsPerMinute: 1_000_000, openTasks: 100_000, syncTimeoutSeconds: 5, referenceSeconds: 2 }
  server = await startTestServer({ file: { limits }, config: { secret }, logger })
  document = (await server.inject({ url: '/openapi.json' })).json()
  judge = createJudge(document)
  admin = await register(server, 'ada')
  png = await sharp({ create: { width: 720, height: 1280, channels: 3, background: '#27ae60' } })
    .png()
    .toBuffer()
})
after(() => server[Symbol.asyncDispose]())

/** Whoever sends, and what is theirs; somebody new each round, since requests log people out and revoke keys. */
async function makeRound(number: number) {
  const bob = await registerFrom(number)
  const make = async (prompt: string) =>
    (await server.post('/sora/videos', { prompt, duration: 10, async: true }, bob.headers)).json().task_id as string
  const [done, failed, slow] = [await make('a cat'), await make('[fail: no]'), await make('[slow 3s] [fail: no]')]
  await server.context.waitForTask(done, AbortSignal.timeout(60_000))
  const file = await upload(server, bob.headers, 'a.png', 'image/png', png)
  const inbox = (await bob.call('POST', '/api/v1/inboxes')).json()
  const ids = [
    done,
    failed,
    slow,
    videoIdOf(done),
    videoIdOf(failed),
    file.id,
    inbox.id,
    bob.credential.id,
    bob.application.id,
  ]
  const urls = [
    inbox.url,
    file.url,
    'http://127.0.0.1:1/x.png',
    'ftp://x',
    `data:image/png;base64,${png.toString('base64')}`,
  ]
  const film = (await server.post('/sora/tasks', { id: done }, bob.headers)).json().response.data[0]
  const links = [film.video_url, film.thumbnail_url].map((link: string) => new URL(link))
  const known: Known = {
    prompt: ['[fail: a lamp broke]', '[fail]', '[forbid: not that]', '[slow 1s] [fail]', '[fail]', '[fail]', 'a cat'],
    model: ['sora-2', 'sora-2-pro'],
    id: [...ids, bob.accountId],
    ids: [[done, failed], [done]],
    video: [{ id: videoIdOf(done) }],
    task_id: [done, failed],
    task_ids: [[done], []],
    timeout: [0, 0.1],
    token: [inbox.url.split('/').at(-1), 'x'],
    key: links.map(({ pathname }) => pathname.replace('/files/', '')),
    expires: links.map(({ searchParams }) => searchParams.get('expires')),
    signature: links.map(({ searchParams }) => searchParams.get('signature')),
    image_urls: [[urls[4]], [file.url], urls.slice(2, 4)],
    image_url: urls,
    character_url: [film.video_url],
    character_start: [0, 1],
    character_end: [2, 3],
    callback_url: urls.slice(0, 3),
    url: urls.slice(0, 3),
    email: [`bob${number}@example.com`, 'nobody@example.com'],
    password: [password, 'wrong'],
    limit: [1, 20, 100],
    cursor: ['', 'x'],
    from: ['2026-01-01', '2020-01-01T00:00:00Z'],
    to: ['2027-01-01'],
    uri: [`rushes://videos/${done}`, 'rushes://videos/x'],
  }
  const page = { origin: testUrl, host: new URL(testUrl).host }
  const senders: Record<string, Sender[]> = {
    key: [{ headers: bob.headers }, { headers: { authorization: `Bearer ${apiKey}` } }],
    session: [{ headers: { ...page, cookie: bob.cookie } }],
    administrator: [{ headers: { ...page, cookie: admin.cookie } }],
    operator: [{ headers: { authorization: `Bearer ${operatorTokenOf(secret)}` } }],
    nobody: [{ headers: {} }, { headers: { authorization: 'Bearer wrong' } }, { headers: { authorization: 'x' } }],
  }
  return { known, senders }
}

/** From an address of their own: registrations are counted by that. */
const registerFrom = (number: number) =>
  registerWithKey(
    {
      ...server,
      inject: (options) => server.inject({ ...options, remoteAddress: `172.16.${number >> 8}.${number & 255}` }),
    },
    `bob${number}`,
  )

function senderFor(senders: Record<string, Sender[]>, { path, operation }: Route): Sender {
  // Every round needs the administrator.
  if (path === '/api/v1/session') return random.pick([...(senders.session ?? []), ...(senders.nobody ?? [])])
  const schemes = (operation.security ?? document.security).flatMap(Object.keys)
  if (schemes.includes('session') && random.chance(0.3)) return random.pick(senders.administrator ?? [])
  if (schemes.length === 0 || random.chance(0.06)) return random.pick(Object.values(senders).flat())
  return random.pick(senders[random.pick(schemes)] ?? [])
}

test(`${count} requests over every route (OPENAPI_SEED=${seed}) break neither the server nor the document`, async () => {
  const routes = routesOf(document)
  const wrong: string[] = []
  const welcome = new Set<string>()
  for (let sent = 0, round = 0; sent < count; sent += roundSize, round++) {
    const { known, senders } = await makeRound(round)
    const values = createValues(document, random, known)
    const files = [
      { name: 'a.png', type: 'image/png', bytes: png },
      { name: 'a.mp4', type: 'video/mp4', bytes: Buffer.from('no film') },
    ]
    const making = { document, random, values, senderFor: (route: Route) => senderFor(senders, route), files }
    const intents: Intent[] = ['fitting', 'fitting', 'almost', 'hostile']
    const batch = Array.from({ length: Math.min(roundSize, count - sent) }, (_, index) =>
      makeRequest(making, routes[(sent + index) % routes.length] as Route, random.pick(intents)),
    )
    await forEach(batch, async (made) => {
      const { statusCode, sentences } = await send(made)
      const name = `${made.route.method} ${made.route.path}`
      if (statusCode < 300) welcome.add(name)
      for (const one of sentences) wrong.push(`${name} (${made.intent}): ${one}\n    ${shown(made)}`)
    })
  }
  const kinds = new Map(wrong.map((one) => [one.slice(0, 120), one]))
  assert.equal(
    wrong.length,
    0,
    `${wrong.length} are wrong with seed ${seed}, such as\n${[...kinds.values()].slice(0, 40).join('\n')}`,
  )
  assert.deepEqual(faults, [], `seed ${seed}`)
  // Else the requests would tell little of what lies behind the first check. Which are welcome is chance: an id is of the
  // right kind now and then.
  const never = routes.map(({ method, path }) => `${method} ${path}`).filter((name) => !welcome.has(name))
  if (count >= 3000) assert.ok(never.length < routes.length / 3, `never welcome, seed ${seed}: ${never.join(', ')}`)
})

test(`${mcpCount} calls of every tool (OPENAPI_SEED=${seed}) are answered by the tool's own schema, or refused in a sentence`, async () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const { known, senders } = await makeRound(65_000)
  const [{ headers } = { headers: {} }] = senders.key ?? []
  const values = createValues(document, random, known)
  const { tools } = (await callMcp(headers, 'tools/list', {})).result as unknown as { tools: McpTool[] }
  const validators = new Map(tools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema)]))
  const welcome = new Set<string>()
  const calls = Array.from({ length: mcpCount }, (_, index) => {
    const { name, inputSchema } = tools[index % tools.length] as McpTool
    const fitting = values.fitting(inputSchema)
    const args = random.pick([fitting, fitting, values.almost(fitting), values.hostile()])
    return { name, arguments: args }
  })
  await forEach(calls, async (call) => {
    const { error, result } = await callMcp(headers, 'tools/call', call)
    const told = JSON.stringify(call).slice(0, 300)
    // What is no call of a tool by the protocol itself, such as arguments that are no object, is an error of it.
    if (error) return assert.notEqual(error.code, -32_603, `${told} ${error.message}`)
    const { isError, content, structuredContent } = result as unknown as ToolAnswer
    const [{ text = '' } = {}] = content
    if (isError) return assert.doesNotMatch(text, /Something broke|trace id/, told)
    welcome.add(call.name)
    const validate = validators.get(call.name)
    assert.ok(validate?.(structuredContent), `${told}: ${ajv.errorsText(validate?.errors)}`)
  })
  assert.ok(welcome.size > tools.length / 2, `welcome, seed ${seed}: ${[...welcome].join(', ')}`)
  assert.deepEqual(faults, [], `seed ${seed}`)
})

interface McpTool {
  name: string
  inputSchema: Schema
  outputSchema: Schema
}

async function callMcp(headers: Sender['headers'], method: string, params: object) {
  const payload = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const answer = await server.post('/mcp', payload, { ...headers, accept: 'application/json, text/event-stream' })
  const [, data = answer.body] = /^data: (.+)$/m.exec(answer.body) ?? []
  assert.ok(answer.statusCode < 500, `${payload.slice(0, 300)}: ${data}`)
  return JSON.parse(data) as { result?: Record<string, unknown>; error?: { code: number; message: string } }
}

async function send(made: Made): Promise<{ statusCode: number; sentences: string[] }> {
  const { route, options } = made
  const isStream =
    '200' in route.operation.responses && 'text/event-stream' in (route.operation.responses[200]?.content ?? {})
  const answer = isStream && route.method === 'GET' ? await openStream(options) : await server.inject(options)
  const { statusCode, body } = answer
  const sentences = judge(route, answer)
  if (statusCode >= 500 && /Something broke|trace id/.test(body)) sentences.push(`the server broke: ${body}`)
  return { statusCode, sentences }
}

/** A stream has no end of its own: what it says first is enough. */
async function openStream(options: Made['options']) {
  const answer = await server.context.app.inject({ ...options, payloadAsStream: true })
  const stream = answer.stream()
  const { statusCode, headers } = answer
  const isStream = String(headers['content-type']).startsWith('text/event-stream')
  let body = ''
  for await (const chunk of stream) {
    body += chunk
    if (isStream) break
  }
  stream.destroy()
  answer.raw.res.destroy()
  return { statusCode, headers, body: isStream ? body.slice(0, body.lastIndexOf('\n\n') + 2) : body }
}

async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

function shown({ options }: Made): string {
  const { method, url, headers, payload } = options
  const { authorization, cookie, ...others } = headers as Record<string, string>
  const who = authorization ? 'a key' : cookie ? 'a session' : 'nobody'
  const body = payload === undefined ? '' : ` ${String(payload).slice(0, 300)}`
  return `${method} ${String(url).slice(0, 200)} as ${who} ${JSON.stringify(others)}${body}`
}
