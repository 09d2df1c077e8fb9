import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { connect as connectSocket } from 'node:net'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { findRunningServer } from '../data-directory.ts'
import { connect } from '../db/connect.ts'
import { checkModels } from '../engines/check-models.ts'
import { probeEngines } from '../engines/probe-engines.ts'
import { createRegistry } from '../engines/registry.ts'
import { createLogger } from '../logger.ts'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { explainToUser } from './explain.ts'

const minFreeBytes = 1_000_000_000

/** rushes doctor: what is in order here, and what is not, a line each. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look whether everything the server needs is in order')
    .action(async () => {
      let broken = 0
      const check = async (name: string, look: () => Promise<string>) => {
        try {
          process.stdout.write(`  ok   ${name}: ${await look()}\n`)
        } catch (error) {
          broken++
          process.stdout.write(`  BAD  ${name}: ${explainToUser(error)}\n`)
        }
      }
      let config: Config | undefined
      await check('node', checkNode)
      await check('settings', async () => {
        config = await readConfig(process.env)
        return `${Object.keys(config.models).length} models`
      })
      if (config) for (const [name, look] of await checksOf(config)) await check(name, look)
      if (broken > 0) throw new Error(`${broken} of the checks failed.`)
    })
}

async function checkNode(): Promise<string> {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 24) throw new Error(`this is Node ${process.versions.node}; 24 or newer is needed.`)
  return process.versions.node
}

type Check = [name: string, look: () => Promise<string>]

async function checksOf(config: Config): Promise<Check[]> {
  return [
    ...(await checkEngines(config)),
    ['data directory', () => checkDirectory(config.dataDirectory)],
    ['server', () => checkServer(config)],
    ['database', () => checkDatabase(config)],
    ['media', checkMedia],
  ]
}

/** A check for each engine; one for all when they cannot be made. */
async function checkEngines(config: Config): Promise<Check[]> {
  const fetch = createGuardedFetch({ allowPrivateAddresses: true })
  try {
    const registry = await createRegistry({ ...config, fetch, logger: createLogger('silent') })
    checkModels(registry, config.models)
    const healths = await probeEngines(registry, new AbortController().signal)
    await registry.close()
    return healths.map(({ name, ok, message }) => [
      `engine ${name}`,
      async () => {
        if (!ok) throw new Error(message)
        return message
      },
    ])
  } catch (error) {
    return [['engines', async () => Promise.reject(error)]]
  } finally {
    await fetch.close()
  }
}

async function checkDirectory(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await access(directory, constants.W_OK)
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  if (free < minFreeBytes) throw new Error(`${(free / 1e9).toFixed(1)} GB are free; films need room.`)
  return `${directory}, ${(free / 1e9).toFixed(0)} GB free`
}

async function checkServer(config: Config): Promise<string> {
  const running = await findRunningServer(config.dataDirectory)
  if (running) return `running at ${running.url || 'an address to come'}`
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connectSocket({ host: config.host, port: config.port, timeout: 1000 })
    socket.once('connect', () => resolve(socket.destroy() && true))
    for (const event of ['error', 'timeout']) socket.once(event, () => resolve(socket.destroy() && false))
  })
  if (taken) throw new Error(`PORT: something else is using port ${config.port} on ${config.host}; choose another.`)
  return `not running; port ${config.port} is free`
}

async function checkDatabase(config: Config): Promise<string> {
  if (config.databaseUrl === undefined) return 'embedded, in the data directory'
  const db = await connect({ ...config, poolSize: 2 }, createLogger('silent'))
  await db.close()
  return 'Postgres answers'
}

async function checkMedia(): Promise<string> {
  const { AV_CODEC_ID_H264, Codec } = await import('node-av')
  if (!Codec.findEncoder(AV_CODEC_ID_H264)) throw new Error('the FFmpeg in node_modules has no H.264 encoder.')
  return 'FFmpeg with H.264'
}
