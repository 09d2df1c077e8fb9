/**
 * npm run bench -- accept [connections] [seconds] [accounts]: how many requests a second one api process accepts, beside
 * how often bare statements commit the same rows on the same Postgres by as many connections (pgbench, accept.sql). In
 * turns, so that both meet the same machine; DATABASE_URL names the Postgres. Without one, PGlite beside bare PGlite.
 */
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { s3TestKeys, startS3Server } from '../src/storage/test-s3-server.ts'
import { accountsSql, createBenchDatabase, keyOf } from './database.ts'
import type { LoadReport } from './load.ts'
import { usageOf } from './process-usage.ts'
import { runLoad } from './run-load.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const callers = 64
const rounds = 3
const warmUpSeconds = 2
const script = join(import.meta.dirname, 'accept.sql')
/** Nothing may keep the load from being accepted. */
export const unlimited = {
  requestsPerMinute: 10_000_000,
  openTasks: 1_000_000,
  accountOpenTasks: 2_000_000,
  serverOpenTasks: 10_000_000,
}
export const body = {
  prompt: '[stall] cat running on the river',
  model: 'sora-2',
  duration: 10,
  size: 'small',
  async: true,
}

export async function benchAccept(...settings: string[]): Promise<void> {
  const [connections = 10, seconds = 5, accounts = 1] = settings.map(Number)
  await using database = await createBenchDatabase()
  const s3 = await startS3Server()
  try {
    await using server = await startBenchServer(
      { engines: { scripted: { type: 'scripted' } }, models: { 'sora-2': ['scripted'] }, limits: unlimited },
      {
        ...s3TestKeys,
        RUSHES_ROLE: 'api',
        RUSHES_SECRET: 'secret-of-the-bench-'.repeat(2),
        DATABASE_URL: database.url,
        DATABASE_POOL_SIZE: String(connections),
        S3_BUCKET: s3.bucket,
        S3_ENDPOINT: s3.endpoint,
        LOG_LEVEL: 'info',
      },
    )
    await database.query(accountsSql(accounts))
    const keys = Array.from({ length: accounts }, (_, index) => keyOf(index + 1))
    const accept = (forSeconds: number) =>
      runLoad({ url: server.url, path: '/sora/videos', keys, body, callers, seconds: forSeconds })
    await accept(warmUpSeconds)
    const bare: number[] = []
    const accepted: LoadReport[] = []
    const cpuBefore = await usageOf(server.pid)
    let acceptSeconds = 0
    for (let round = 0; round < rounds; round++) {
      bare.push(await commitBare(database.url, { connections, seconds, accounts }))
      const report = await accept(seconds)
      if (report.refused > 0) throw new Error(`${report.refused} calls were refused: ${report.firstRefusal}`)
      accepted.push(report)
      acceptSeconds += report.seconds
    }
    const cpu = (await usageOf(server.pid)).cpuSeconds - cpuBefore.cpuSeconds
    const [{ settings: fsync = '' } = {}] = await database.query<{ settings: string }>(
      "select string_agg(name || '=' || setting, ', ') as settings from pg_settings where name in ('fsync', 'synchronous_commit', 'server_version')",
    )
    const rates = accepted.map((report) => report.accepted / report.seconds)
    say('Postgres', fsync)
    say('connections, accounts, callers', `${connections}, ${accounts}, ${callers}`)
    say('bare transactions of the same rows a second (pgbench)', bare.map((rate) => rate.toFixed(0)).join(', '))
    say('requests accepted a second, by one api process', rates.map((rate) => rate.toFixed(0)).join(', '))
    say(
      '  as a ratio, median of the rounds (asked: 0.60)',
      median(rates.map((rate, round) => rate / (bare[round] ?? 0))).toFixed(2),
    )
    const latencies = accepted.flatMap((report) => report.latencies).sort((one, other) => one - other)
    const share = (part: number) => latencies[Math.floor(latencies.length * part)]?.toFixed(1)
    say('  an answer took (p50, p99)', `${share(0.5)}, ${share(0.99)} ms`)
    say(
      '  cores of the api process, of the load',
      `${(cpu / acceptSeconds).toFixed(2)}, ${median(accepted.map(({ cores }) => cores)).toFixed(2)}`,
    )
  } finally {
    await s3.stop()
  }
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Transactions a second by pgbench. */
async function commitBare(
  url: string,
  { connections, seconds, accounts }: { connections: number; seconds: number; accounts: number },
): Promise<number> {
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

/** Debian keeps it with the server's programs. */
async function findPgbench(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0]
  return newest === undefined ? 'pgbench' : `/usr/lib/postgresql/${newest}/bin/pgbench`
}
