/** The config file: what it may say, its defaults, and what is wrong with it in a sentence that names the key. */
import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { oneOf } from './contract/field-errors.ts'
import { policySettings } from './dispatch/policy-settings.ts'
import { engineEntry, engineTypeNames } from './engines/engine-settings.ts'
import { ConfigError } from './errors.ts'

const megabyte = 1024 * 1024

const priceRule = z
  .strictObject({
    model: z.string().optional(),
    version: z.enum(['1.0', '2.0']).optional(),
    seconds: z.number().positive().optional(),
    /** `small` up to 720 pixels on the shorter side. */
    size: z.enum(['small', 'large']).optional(),
    credits: z.number().int().min(0).max(1_000_000_000).optional(),
    /** Rounded up to whole credits. */
    creditsPerSecond: z.number().min(0).max(1_000_000).optional(),
  })
  .refine(
    ({ credits, creditsPerSecond }) => (credits === undefined) !== (creditsPerSecond === undefined),
    'a price has either credits or creditsPerSecond',
  )
export type PriceRule = z.infer<typeof priceRule>

const prices = z
  .array(priceRule)
  .refine((rules) => {
    const last = rules.at(-1)
    return last && [last.model, last.version, last.seconds, last.size].every((one) => one === undefined)
  }, 'the last price must fit every request: credits or creditsPerSecond alone')
  .default([
    { model: 'sora-2-pro', size: 'large', creditsPerSecond: 5 },
    { model: 'sora-2-pro', creditsPerSecond: 3 },
    { size: 'large', creditsPerSecond: 2 },
    { creditsPerSecond: 1 },
  ])

const accounts = z
  .strictObject({
    /** Who may register; by default `open` where only this machine can reach the server, else `invite`. */
    registration: z.enum(['open', 'invite', 'closed']).optional(),
    /** What an account's first application gets. */
    freeCredits: z.number().int().min(0).max(1_000_000_000_000).default(300),
  })
  .prefault({})

const limits = z
  .strictObject({
    /** Create calls a minute and key. */
    requestsPerMinute: z.number().int().min(1).default(600),
    /** Create calls a minute and account, by all its keys; like the other limits of an account twice a key's by default. */
    accountRequestsPerMinute: z.number().int().min(1).optional(),
    /** Tasks of one key that one engine works on at once; more wait. */
    inFlight: z.number().int().min(1).max(10_000).default(5),
    /** Tasks of one account, by all its keys, that one engine works on at once. */
    accountInFlight: z.number().int().min(1).max(20_000).optional(),
    /** Open tasks of one key, running and waiting; more are refused. */
    openTasks: z.number().int().min(1).max(1_000_000).default(1000),
    /** Open tasks of one account, by all its keys. */
    accountOpenTasks: z.number().int().min(1).max(2_000_000).optional(),
    /** Open tasks of everybody; past it the server sends callers away before its database suffers. */
    serverOpenTasks: z.number().int().min(1).max(10_000_000).default(200_000),
    /** How long a synchronous call may be held open. */
    syncTimeoutSeconds: z.number().int().min(1).max(86_400).default(1800),
    imageBytes: z
      .number()
      .int()
      .min(1)
      .default(25 * megabyte),
    videoBytes: z
      .number()
      .int()
      .min(1)
      .default(200 * megabyte),
    /** What the files that an account has uploaded may take, all together. */
    accountUploadBytes: z
      .number()
      .int()
      .min(1)
      .default(5 * 1024 * megabyte),
    /** What the host of a reference has to send it whole. */
    referenceSeconds: z.number().int().min(1).max(600).default(60),
    /** A request's body; a 25 MB image in base 64 fits. */
    bodyBytes: z.number().int().min(1024).default(36_000_000),
  })
  .transform((given) => ({
    ...given,
    accountRequestsPerMinute: given.accountRequestsPerMinute ?? 2 * given.requestsPerMinute,
    accountInFlight: given.accountInFlight ?? 2 * given.inFlight,
    accountOpenTasks: given.accountOpenTasks ?? 2 * given.openTasks,
  }))
  .prefault({})
export type Limits = z.infer<typeof limits>

const configFile = z.strictObject({
  engines: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/), engineEntry).default({}),
  models: z
    .record(z.string().min(1).max(200), z.array(z.string()).min(1))
    .default({ 'sora-2': ['animatic'], 'sora-2-pro': ['animatic'] }),
  /** The first rule that fits a request says its price; the last must fit all. */
  prices,
  accounts,
  limits,
  /** What is not made here. */
  policy: policySettings,
  /** How long finished tasks, their files and links are kept. */
  retentionDays: z.number().int().min(1).max(3650).default(30),
  /** Pauses before the second delivery of a callback, the third and so on. */
  callbackRetrySeconds: z.array(z.number().min(0)).default([60, 300, 1800, 7200, 21_600]),
})
export type ConfigFile = z.input<typeof configFile>
/** What the file says, its defaults filled in. */
export type ConfigFileSettings = z.output<typeof configFile>

/** Gives a `rushes.config.ts` its types. */
export const defineConfig = (config: ConfigFile): ConfigFile => config

/** Reads and checks the file at `path`; without one, the defaults. Throws ConfigError. */
export async function readConfigFile(path: string | undefined): Promise<ConfigFileSettings> {
  return parseConfigFile(path === undefined ? {} : await loadConfigFile(resolve(path)))
}

/** Checks what a config file says and fills in the defaults. Throws ConfigError that names the key, never the value. */
export function parseConfigFile(input: unknown): ConfigFileSettings {
  const result = configFile.safeParse(input)
  if (result.success) return result.data
  throw new ConfigError(`RUSHES_CONFIG: ${sentenceOf(result.error.issues[0])}.`)
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.join('.') || 'the file'
  if (issue?.code === 'unrecognized_keys') return `${place} has no key ${issue.keys.join(', ')}`
  if (issue?.code === 'invalid_union' && issue.path.at(-1) === 'type') {
    return `${place} is no type of engine; the types are ${oneOf(engineTypeNames)}`
  }
  return `${place}: ${issue?.message.replace(/\.$/, '')}`
}

async function loadConfigFile(path: string): Promise<unknown> {
  try {
    if (extname(path) === '.json') return JSON.parse(await readFile(path, 'utf8'))
    return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default
  } catch (cause) {
    throw new ConfigError(`RUSHES_CONFIG names a file that could not be read: ${(cause as Error).message}`, { cause })
  }
}
