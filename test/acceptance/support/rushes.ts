/** The program under test, as its users run it: commands, environment variables, a data directory, HTTP. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '../../support/database.ts'
import { type Child, type Exit, start } from './child.ts'

const entry = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'main.ts')

/** The key a home's server knows from its first start. */
export const apiKey = 'acceptance-key-0123456789'

/** Models on the engine that makes its films at once and does what brackets in the prompt say. */
export const scripted = { models: { 'sora-2': ['scripted'], 'sora-2-pro': ['scripted'] } }

/** An empty place for a server: a data directory and, with TEST_DATABASE_URL, a Postgres database of its own. */
export interface Home {
  directory: string
  env: NodeJS.ProcessEnv
  /** Whether the database is in the data directory. */
  embedded: boolean
  start(args: string[], env?: NodeJS.ProcessEnv): Child
  /** Runs a command to its end. */
  rushes(args: string[], env?: NodeJS.ProcessEnv): Promise<Exit>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * `config` is what the config file holds; without one the server runs with its own defaults. The embedded database is there
 * already, without a row in it, unless the home is to be empty.
 */
export async function createHome(config?: object, { isEmpty = false } = {}): Promise<Home> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-acceptance-'))
  const database = await createDatabase(process.env.TEST_DATABASE_URL)
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    TMPDIR,
    NODE_COMPILE_CACHE,
    RUSHES_DATA_DIR: join(directory, 'data'),
    PORT: '0',
    LOG_LEVEL: 'warn',
  }
  if (database) env.DATABASE_URL = database.url
  else if (!isEmpty) await prepareDatabase(join(directory, 'data'))
  if (config) {
    env.RUSHES_CONFIG = join(directory, 'rushes.config.json')
    await writeFile(env.RUSHES_CONFIG, JSON.stringify(config))
  }
  const begin = (args: string[], more: NodeJS.ProcessEnv = {}) =>
    start(process.execPath, [entry, ...args], { ...env, ...more })
  return {
    directory: join(directory, 'data'),
    env,
    embedded: database === undefined,
    start: begin,
    rushes: (args, more) => begin(args, more).exit(),
    async [Symbol.asyncDispose]() {
      await database?.remove()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function createDatabase(server: string | undefined) {
  if (server === undefined) return undefined
  const name = `rushes_acceptance_${randomBytes(6).toString('hex')}`
  const execute = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await execute(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => execute(`drop database if exists ${name} with (force)`) }
}

/** A server ends itself by force after half a minute. */
const stopMilliseconds = 45_000

export interface Server {
  url: string
  child: Child
  /** POSTs JSON; text and bytes are sent as they are. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends SIGTERM and checks that the server ends of its own accord, with 0. */
  stop(): Promise<Exit>
  [Symbol.asyncDispose](): Promise<void>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  json: unknown
}

/** Starts `rushes serve` and waits until it answers that it is ready. */
export async function serve(home: Home, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = home.start(['serve'], { RUSHES_API_KEY: apiKey, ...env })
  const [, url = ''] = await child.line(/Rushes answers at (http\S+)/)
  assert.equal((await fetch(`${url}/readyz`)).status, 200)
  let stopped: Promise<Exit> | undefined
  const stop = async () => {
    // A second signal would end it by force.
    if (!stopped) child.process.kill('SIGTERM')
    stopped ??= child.exit(stopMilliseconds)
    const exit = await stopped
    assert.deepEqual([exit.code, exit.signal], [0, null], exit.stderr)
    return exit
  }
  const post: Server['post'] = (path, body, headers) => postTo(`${url}${path}`, body, headers)
  return { url, child, post, stop, [Symbol.asyncDispose]: async () => void (await stop()) }
}

async function postTo(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
}
