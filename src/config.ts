/**
 * The one reader of the environment and, by config-file.ts, of the config file: read, decide, freeze. Whatever is wrong
 * stops the start with a sentence that names the variable or the key, and never the value of a secret.
 */
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { type ConfigFileSettings, readConfigFile } from './config-file.ts'
import { oneOf } from './contract/field-errors.ts'
import { ConfigError } from './errors.ts'
import type { LogLevel } from './logger.ts'
import type { S3StoreOptions } from './storage/s3-store.ts'

export { type ConfigFile, defineConfig, type Limits, type PriceRule, parseConfigFile } from './config-file.ts'

export const roles = ['all', 'api', 'worker'] as const
export type Role = (typeof roles)[number]

export interface Config extends ConfigFileSettings {
  host: string
  port: number
  /** Where callers reach the server; by default the address it listens on. */
  publicUrl: string | undefined
  dataDirectory: string
  /** Signs links; made and kept in the data directory when absent. */
  secret: string | undefined
  /** A key that works from the first start. */
  apiKey: string | undefined
  /** Postgres; PGlite in the data directory when absent. */
  databaseUrl: string | undefined
  /** Postgres without a pooler in between, for wake-ups; `databaseUrl` when absent. */
  databaseListenUrl: string | undefined
  databasePoolSize: number
  /** The bucket that files are kept in; the data directory when absent. */
  s3: S3StoreOptions | undefined
  /** What this process does: answers callers, works on tasks, or both. */
  role: Role
  /** Where it answers /metrics, on the host it listens on; nowhere when absent. */
  metricsPort: number | undefined
  /** Whether traces are sent, by OpenTelemetry's variables. */
  tracing: boolean
  /** The engines whose tasks this process works on; all of them when absent. */
  workerEngines: readonly string[] | undefined
  /** Whether references, callbacks and results may live at private addresses. */
  allowPrivateUrls: boolean
  logLevel: LogLevel
  /** Of a test that decides what happens at each crash point (crash-points.ts); none outside of tests. */
  crashPoints: string | undefined
  /** Who may register. */
  registration: 'open' | 'invite' | 'closed'
  /** Where the web console was built; its usual place when absent. */
  consoleDirectory: string | undefined
  /** Sends mail; without it links go to the log and the administrator. */
  smtpUrl: string | undefined
  /** Who the mail is from. */
  mailFrom: string | undefined
  /** Tells this worker's claims from others'; the same after a restart. */
  workerName: string
  /** The value of a variable that the config file names as holding a secret; nothing when it is not set. */
  readSecret(variable: string): string | undefined
}

/** The values of every secret that the configuration holds or names, for the log to leave out. */
export function secretsOf(config: Config): string[] {
  const { secret, apiKey, databaseUrl, databaseListenUrl, smtpUrl, readSecret } = config
  const passwords = [databaseUrl, databaseListenUrl, smtpUrl].map((url) => url && new URL(url).password)
  const named = [config.policy.moderation ?? {}, ...Object.values(config.engines)].flatMap((entry) =>
    Object.entries(entry).flatMap(([key, value]) => (key.endsWith('Env') && typeof value === 'string' ? [value] : [])),
  )
  const variables = [...named, 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
  return [secret, apiKey, ...passwords, ...variables.map(readSecret)].flatMap((one) => one || [])
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration. Throws ConfigError with a sentence for the operator. */
export async function readConfig(environment: Environment): Promise<Config> {
  const env = { ...environment }
  for (const name of Object.keys(env)) if (env[name]?.trim() === '') delete env[name]
  const file = await readConfigFile(env.RUSHES_CONFIG)
  const host = env.HOST ?? '127.0.0.1'
  const publicUrl = readUrl(env, 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, '')
  const dataDirectory = resolve(env.RUSHES_DATA_DIR ?? './data')
  const config: Config = {
    ...file,
    host,
    port: readInteger(env, 'PORT', 8080, 0, 65_535),
    publicUrl,
    dataDirectory,
    secret: readLongEnough(env, 'RUSHES_SECRET', 16),
    apiKey: readLongEnough(env, 'RUSHES_API_KEY', 16),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseListenUrl: readUrl(env, 'DATABASE_LISTEN_URL', ['postgres:', 'postgresql:']),
    databasePoolSize: readInteger(env, 'DATABASE_POOL_SIZE', 10, 2, 1000),
    s3: readS3(env),
    role: readChoice(env, 'RUSHES_ROLE', 'all', roles),
    metricsPort: env.METRICS_PORT === undefined ? undefined : readInteger(env, 'METRICS_PORT', 0, 1, 65_535),
    tracing: readTracing(env),
    workerEngines: readEngines(env, file),
    allowPrivateUrls: readBoolean(env, 'RUSHES_ALLOW_PRIVATE_URLS', isForThisMachine(host, publicUrl)),
    registration: file.accounts.registration ?? (isForThisMachine(host, publicUrl) ? 'open' : 'invite'),
    consoleDirectory: env.RUSHES_CONSOLE_DIR && resolve(env.RUSHES_CONSOLE_DIR),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env.MAIL_FROM,
    crashPoints: readCrashPoints(env, isForThisMachine(host, publicUrl)),
    logLevel: readChoice(env, 'LOG_LEVEL', 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    workerName: env.RUSHES_WORKER_NAME ?? `${hostname()}:${dataDirectory}`,
    readSecret: (variable) => env[variable],
  }
  if (config.role !== 'all') checkShared(config)
  return deepFreeze(config)
}

/** One role of several: the processes meet in a database and a bucket, and trust each other's links by one secret. */
function checkShared({ role, databaseUrl, s3, secret }: Config): void {
  const needed = { DATABASE_URL: databaseUrl, S3_BUCKET: s3, RUSHES_SECRET: secret }
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length === 0) return
  throw new ConfigError(
    `RUSHES_ROLE: the role ${role} shares its work with other processes and needs ${missing.join(' and ')}.`,
  )
}

function readS3(env: Environment): S3StoreOptions | undefined {
  const bucket = env.S3_BUCKET
  if (bucket === undefined) return undefined
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new ConfigError('S3_BUCKET is no name of a bucket.')
  const prefix = env.S3_PREFIX?.replace(/\/*$/, '/') ?? ''
  if (!/^([A-Za-z0-9_-][A-Za-z0-9._-]*\/)*$/.test(prefix)) {
    throw new ConfigError('S3_PREFIX is no path of letters, digits, "-", "_" and "." between slashes.')
  }
  const endpoint = readUrl(env, 'S3_ENDPOINT', ['http:', 'https:'])
  return {
    bucket,
    endpoint,
    // The servers of others take any region, but the SDK wants one.
    region: env.AWS_REGION ?? (endpoint && 'us-east-1'),
    forcePathStyle: readBoolean(env, 'S3_FORCE_PATH_STYLE', endpoint !== undefined),
    prefix,
    presign: readBoolean(env, 'S3_PRESIGN', true),
  }
}

function readEngines(env: Environment, file: Pick<Config, 'engines' | 'models'>): string[] | undefined {
  const names = env.RUSHES_ENGINES?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const known = [...new Set([...Object.keys(file.engines), ...Object.values(file.models).flat()])]
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown !== undefined || names?.length === 0) {
    throw new ConfigError(
      `RUSHES_ENGINES names ${unknown ? `the engine ${unknown}` : 'none'}; the engines are ${oneOf(known)}.`,
    )
  }
  if (names && env.RUSHES_ROLE === 'api') {
    throw new ConfigError('RUSHES_ENGINES is for processes that work on tasks; the role api works on none.')
  }
  return names
}

/** `baggage` is what OpenTelemetry's default names beside; there is none to carry. */
const knownPropagators = ['tracecontext', 'baggage', 'none']

/** OpenTelemetry's own meaning of its variables, but off until one of them names where traces go. */
function readTracing(env: Environment): boolean {
  const propagators = (env.OTEL_PROPAGATORS ?? '').split(',').map((name) => name.trim())
  const unknown = propagators.find((name) => name !== '' && !knownPropagators.includes(name))
  if (unknown !== undefined) {
    throw new ConfigError(`OTEL_PROPAGATORS names one that is none of ${oneOf(knownPropagators)}.`)
  }
  if (readBoolean(env, 'OTEL_SDK_DISABLED', false)) return false
  const exporter = env.OTEL_TRACES_EXPORTER
  if (exporter !== undefined) return readChoice(env, 'OTEL_TRACES_EXPORTER', 'none', ['otlp', 'none']) === 'otlp'
  return (env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined
}

/** A server that waits for a test at every step is of no use to anybody else. */
function readCrashPoints(env: Environment, forThisMachine: boolean): string | undefined {
  const address = readUrl(env, 'RUSHES_CRASH_POINTS', ['http:'])
  if (address === undefined) return undefined
  if (forThisMachine && isLoopback(new URL(address).hostname)) return address
  throw new ConfigError(
    'RUSHES_CRASH_POINTS is for tests: allowed is an address of this machine, on a server that only this machine can reach.',
  )
}

/** A loopback server with a public address stands behind a proxy: others can reach it. */
const isForThisMachine = (host: string, publicUrl: string | undefined): boolean =>
  isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname))

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127\./.test(host)

function readInteger(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name]
  if (text === undefined) return fallback
  const value = Number(text)
  if (/^\d+$/.test(text.trim()) && value >= min && value <= max) return value
  throw new ConfigError(`${name} is not an integer from ${min} to ${max}.`)
}

function readBoolean(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name]?.trim().toLowerCase()
  if (text === undefined) return fallback
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  if (['0', 'false', 'no', 'off'].includes(text)) return false
  throw new ConfigError(`${name} is neither true nor false.`)
}

function readChoice<T extends string>(env: Environment, name: string, fallback: T, choices: readonly T[]): T {
  const text = env[name]
  if (text === undefined) return fallback
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new ConfigError(`${name} is none of ${choices.join(', ')}.`)
}

function readLongEnough(env: Environment, name: string, minLength: number): string | undefined {
  const text = env[name]
  if (text === undefined || (text.length >= minLength && /^[\x21-\x7e]+$/.test(text))) return text
  throw new ConfigError(`${name} must be at least ${minLength} printable ASCII characters, without spaces.`)
}

function readUrl(env: Environment, name: string, protocols: string[]): string | undefined {
  const text = env[name]
  if (text === undefined) return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  throw new ConfigError(`${name} is not a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}.`)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
