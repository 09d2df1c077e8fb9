/**
 * npm run bench -- accept [connections] [seconds] [accounts]: how many requests a second one api process accepts, beside
 * how often bare statements commit the same rows on the same Postgres by as many connections (pgbench, accept.sql). In
 * turns, so that both meet the same machine; DATABASE_URL names the Postgres. Without one, PGlite beside bare PGlite.
 * Many accounts are the harder case: requests of one account wait for each other's commit in bare transactions, too.
 */
import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { connect } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'
import { openPglite, type ThreadedPglite } from '../src/db/pglite/threaded-pglite.ts'
import { createQueue } from '../src/db/queue.ts'
import { queueOf } from '../src/dispatch/dispatch.ts'
import { createLogger } from '../src/logger.ts'
import { scriptedConfig, startApiServer } from './api-server.ts'
import { accountsSql, createBenchDatabase, keyOf } from './database.ts'
import type { LoadReport } from './load.ts'
import { median } from './median.ts'
import { usageOf } from './process-usage.ts'
import { runLoad } from './run-load.ts'
import { say } from './say.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const callers = 64
const rounds = 3
const warmUpSeconds = 2
const script = join(import.meta.dirname, 'accept.sql')
const body = {
  prompt: '[stall] cat running on the river',
  model: 'sora-2',
  duration: 10,
  size: 'small',
  async: true,
}

export async function benchAccept(...settings: string[]): Promise<void> {
  const [connections = 10, seconds = 5, accounts = 16] = settings.map(Number)
  say('accounts, callers', `${accounts}, ${callers}`)
  if (process.env.DATABASE_URL === undefined) await besidePglite(seconds, accounts)
  else await besidePostgres({ connections, seconds, accounts })
}

interface Bare {
  connections: number
  seconds: number
  accounts: number
}

async function besidePostgres(settings: Bare): Promise<void> {
  await using database = await createBenchDatabase()
  await using server = await startApiServer(database, settings.connections)
  await database.query(accountsSql(settings.accounts))
  const [{ described = '' } = {}] = await database.query<{ described: string }>(
    `select string_agg(name || '=' || setting, ', ') as described from pg_settings
    where name in ('fsync', 'synchronous_commit', 'server_version')`,
  )
  say('Postgres, connections', `${described}, ${settings.connections}`)
  await compare(server, settings, 'pgbench', () => commitByPgbench(database.url, settings))
}

/** The tables of bare PGlite, too, are the server's own; it runs on a thread of its own there as well. */
async function besidePglite(seconds: number, accounts: number): Promise<void> {
  await using server = await startBenchServer(scriptedConfig, {}, (dataDirectory) =>
    fillPglite(dataDirectory, accounts),
  )
  const directory = await mkdtemp(join(tmpdir(), 'rushes-bench-'))
  const pglite = await fillPglite(directory, accounts).then(() => openPglite(join(directory, 'database')))
  try {
    await compare(server, { connections: 1, seconds, accounts }, 'PGlite', () =>
      commitByPglite(pglite, seconds, accounts),
    )
  } finally {
    await pglite.close()
    await rm(directory, { recursive: true })
  }
}

async function compare(
  server: BenchServer,
  { seconds, accounts }: Bare,
  bareName: string,
  commitBare: () => Promise<number>,
): Promise<void> {
  const keys = Array.from({ length: accounts }, (_, index) => keyOf(index + 1))
  const accept = (forSeconds: number) =>
    runLoad({ url: server.url, path: '/sora/videos', keys, body, callers, seconds: forSeconds })
  await accept(warmUpSeconds)
  const bare: number[] = []
  const accepted: LoadReport[] = []
  let cpuSeconds = 0
  for (let round = 0; round < rounds; round++) {
    bare.push(await commitBare())
    const before = await usageOf(server.pid)
    const report = await accept(seconds)
    if (report.refused > 0) throw new Error(`${report.refused} calls were refused: ${report.firstRefusal}`)
    cpuSeconds += (await usageOf(server.pid)).cpuSeconds - before.cpuSeconds
    accepted.push(report)
  }
  const rates = accepted.map((report) => report.accepted / report.seconds)
  const ratios = rates.map((rate, round) => rate / (bare[round] ?? Number.NaN))
  const latencies = accepted.flatMap((report) => report.latencies).sort((one, other) => one - other)
  const share = (part: number) => latencies[Math.floor(latencies.length * part)]?.toFixed(1)
  const list = (values: number[]) => values.map((value) => value.toFixed(0)).join(', ')
  say(`bare transactions of the same rows a second (${bareName})`, list(bare))
  say('requests accepted a second by one process', list(rates))
  say('  as a ratio, median of the rounds (asked: 0.60)', median(ratios).toFixed(2))
  say('  an answer took (p50, p99)', `${share(0.5)}, ${share(0.99)} ms`)
  const spent = accepted.reduce((sum, report) => sum + report.seconds, 0)
  const loadCores = median(accepted.map(({ cores }) => cores)).toFixed(2)
  say('  cores of the server process, of the load', `${(cpuSeconds / spent).toFixed(2)}, ${loadCores}`)
}

/** Transactions a second by pgbench. */
async function commitByPgbench(url: string, { connections, seconds, accounts }: Bare): Promise<number> {
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    connections,
    '-j',
    2,
    '-T',
    seconds,
    '-D',
    `accounts=${accounts}`,
    '-f',
    script,
  ]
  const { stdout } = await promisify(execFile)(await findPgbench(), [...options.map(String), url])
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (rate === undefined) throw new Error(`pgbench said no rate: ${stdout}`)
  return Number(rate)
}

/** Makes the tables of a server, its queue's and the bench's accounts in a data directory that nobody has open. */
async function fillPglite(dataDirectory: string, accounts: number): Promise<void> {
  const logger = createLogger('silent')
  const db = await connect({ databaseUrl: undefined, dataDirectory, poolSize: 1 }, logger)
  await migrate(db)
  const queue = await createQueue(db, [queueOf('scripted')], logger)
  await db.execute(accountsSql(accounts))
  await queue.stop()
  await db.close()
}

/** Transactions a second by the statements of accept.sql, their variables filled in, one after another. */
async function commitByPglite(pglite: ThreadedPglite, seconds: number, accounts: number): Promise<number> {
  const text = (await readFile(script, 'utf8')).replace(/^(--|\\).*$/gm, '')
  const statements = text
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean)
  const startedAt = performance.now()
  let count = 0
  for (; performance.now() - startedAt < seconds * 1000; count++) {
    const values: Record<string, number> = {
      who: randomInt(accounts) + 1,
      high: randomInt(2 ** 40),
      low: randomInt(2 ** 40),
    }
    const session = await pglite.session()
    for (const statement of statements) {
      await session.query(statement.replace(/(?<!:):(who|high|low)/g, (_, name: string) => String(values[name])))
    }
    session.end()
  }
  return count / ((performance.now() - startedAt) / 1000)
}

/** Debian keeps it with the server's programs. */
async function findPgbench(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0]
  return newest === undefined ? 'pgbench' : `/usr/lib/postgresql/${newest}/bin/pgbench`
}
