import type { EngineEntry } from '../config.ts'
import type { Engine } from './engine.ts'

/** What engines of one type are made by; `registry.ts` lists the types. */
export interface EngineType {
  /** Makes the engine from its entry of the config. Throws ConfigError when that is wrong. */
  create(name: string, entry: EngineEntry): Engine
  defaults: { concurrency: number; deadlineSeconds: number }
}
