import type { z } from 'zod'
import type { Logger } from '../logger.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Engine } from './engine.ts'

/** What engines of one type are made by; `registry.ts` lists the types, `engine-settings.ts` their settings. */
export interface EngineType<Settings extends z.ZodType = z.ZodType> {
  /** Makes the engine. Throws ConfigError, in a sentence that names the key and not its value, when it cannot. */
  create(parts: EngineParts<z.output<Settings>>): Engine | Promise<Engine>
  defaults: { concurrency: number; deadlineSeconds: number }
}

/** What an engine is made of. */
export interface EngineParts<Settings> {
  /** Its name in the config. */
  name: string
  /** Its entry in the config, checked and with its defaults. */
  settings: Settings
  /**
   * The value of an environment variable that the config names. Read it when it is needed and keep it nowhere: an
   * operation holds the variable's name. Variables of settings that end in `Env` are set, or the start was stopped.
   */
  secret(variable: string): string | undefined
  /**
   * The way to hosts that the operator named: private addresses may be reached, connections are kept for GET. What is asked
   * for a task carries its `traceparent`.
   */
  fetch: GuardedFetch
  logger: Logger
}
