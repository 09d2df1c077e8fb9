/** There is one way out of the server, src/net: whatever else opens a connection or a process is named here, with its reason. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** `file: what it uses`, and where that leads. No caller names the address in any of them. */
const named: Record<string, string> = {
  'animatic/render/render-film.ts: node:child_process': 'the process that renders, which reads files by their path',
  'src/api/slow-senders.ts: node:net': 'knows the sockets of callers by their class; opens none',
  'src/auth/mail.ts: nodemailer': "the operator's mail server",
  'src/cli/doctor.ts: node-av': 'asks which codecs are there; opens no file',
  'src/cli/doctor.ts: node:net': 'whether the port of this server is free',
  'src/cli/make-video.ts: fetch': 'the command line, to the server of its user',
  'src/cli/mcp.ts: fetch': 'the command line, to the server of its user',
  'src/cli/server-session.ts: fetch': 'the command line, to the server of its user',
  'src/crash-points.ts: fetch': "a test's address from the environment, and only where a test has set it",
  'src/db/connect.ts: pg': "the operator's database",
  'src/db/migrate.ts: pg': "the operator's database",
  'src/db/wake.ts: pg': "the operator's database",
  'src/directory-lock.ts: node:net': 'a socket in a directory that says that it is in use',
  'src/engines/comfyui/progress-feed.ts: WebSocket':
    "the websocket of the operator's ComfyUI, which follows no redirects",
  'src/engines/comfyui/progress-feed.ts: undici': "the websocket of the operator's ComfyUI, which follows no redirects",
  'src/main.ts: node:net': 'whether the port of this server is free',
  'src/media/media-process.ts: node:child_process': 'the process that decodes, which reads files by their path',
  'src/net/connections.ts: undici': 'the way out itself',
  'src/net/connector.ts: node:net': 'the way out itself',
  'src/net/connector.ts: node:tls': 'the way out itself',
  'src/net/guarded-fetch.ts: node:dns/promises': 'the way out itself',
  'src/storage/file-body.ts: node:http': 'knows answers by their class; makes none',
  'src/storage/file-body.ts: node:net': 'knows the sockets of callers by their class; opens none',
  'src/storage/s3-store.ts: @aws-sdk/client-s3': "the operator's bucket",
  'src/storage/s3-store.ts: @aws-sdk/lib-storage': "the operator's bucket",
  'src/storage/s3-store.ts: @aws-sdk/s3-request-presigner': "the operator's bucket",
}

const modules =
  /^(node:(http|https|http2|net|tls|dgram|dns|dns\/promises|child_process)|undici|nodemailer|pg|ws|node-av|@aws-sdk\/.+|@smithy\/.+)$/
/** Of these modules, what opens nothing. */
const harmless = /^(isIP|STATUS_CODES|validateHeaderValue|type .+)$/
const calls = /(?<![\w.]|function )(fetch|globalThis\.fetch)\(|new (WebSocket|EventSource|XMLHttpRequest)\(/g

/** Uses of the network and of processes in the sources of a folder, tests left out. */
async function usesIn(folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter(
    (name) =>
      name.endsWith('.ts') &&
      !/node_modules|(^|\/)(script|test)\/|\.(test|conformance)\.ts$|(^|\/)test-[\w-]+\.ts$/.test(name),
  )
  const found = await Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(root, folder, name), 'utf8')).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      const imported = [...text.matchAll(/import (?!type )([^'"]*?) from '([^']+)'|import\('([^']+)'\)/g)]
        .filter(([, what = '', from = '', later]) => modules.test(later ?? from) && !areHarmless(what))
        .map(([, , from, later]) => later ?? from)
      const called = [...text.matchAll(calls)].map(([, fetch, made]) => fetch ?? made)
      return [...imported, ...called].map((use) => `${folder}/${name}: ${use}`)
    }),
  )
  return [...new Set(found.flat())].sort()
}

const areHarmless = (what: string): boolean => {
  const inner = /^\{([\s\S]*)\}$/.exec(what.trim())?.[1]
  const list = inner
    ?.split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return list?.every((one) => harmless.test(one)) ?? false
}

test('nothing but the guarded fetch opens a connection or a process, except what is named with its reason', async () => {
  const uses = [...(await usesIn('src')), ...(await usesIn('animatic'))].sort()
  assert.deepEqual(uses, Object.keys(named).sort())
})
