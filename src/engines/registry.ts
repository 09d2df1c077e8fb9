import { oneOf, show } from '../contract/field-errors.ts'
import { type GenerationRequest, newSecondsOf } from '../contract/generation-request.ts'
import { ConfigError, RushesError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { Metrics } from '../metrics.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { acedataEngine } from './acedata/acedata-engine.ts'
import { aiSdkEngine } from './ai-sdk/ai-sdk-engine.ts'
import { animaticEngine } from './animatic/animatic-engine.ts'
import { type Circuit, createCircuit } from './circuit.ts'
import { comfyuiEngine } from './comfyui/comfyui-engine.ts'
import type { Capabilities, Engine } from './engine.ts'
import {
  type EngineEntry,
  type EngineTypeName,
  engineSettings,
  engineTypeNames,
  isEngineType,
} from './engine-settings.ts'
import type { EngineType } from './engine-type.ts'
import { observe } from './observe.ts'
import { openaiVideosEngine } from './openai-videos/openai-videos-engine.ts'
import { scriptedEngine } from './scripted/scripted-engine.ts'

/** One line a type; its settings are in `engine-settings.ts`. */
const engineTypes: { [Name in EngineTypeName]: EngineType<(typeof engineSettings)[Name]> } = {
  'ai-sdk': aiSdkEngine,
  acedata: acedataEngine,
  animatic: animaticEngine,
  comfyui: comfyuiEngine,
  'openai-videos': openaiVideosEngine,
  scripted: scriptedEngine,
}

/** A server that is restarted is back within minutes, and is asked again twice a minute. */
const circuitOptions = { failures: 5, openMilliseconds: 30_000 }

export interface ConfiguredEngine {
  name: string
  type: EngineTypeName
  engine: Engine
  concurrency: number
  deadlineSeconds: number
  patienceSeconds: number
  /** Whether it is worth asking, as far as this process knows. */
  circuit: Circuit
}

export interface Registry {
  all(): readonly ConfiguredEngine[]
  /** The engine of a task; one that is no longer configured is an `api_error`. */
  get(name: string): ConfiguredEngine
  /** The model's engines that can do the request, in order. Throws `not_offered`, saying why when none can. */
  choices(request: GenerationRequest, imageCount: number): ConfiguredEngine[]
  /** The first of them that is not out of order; the first when all are. Throws `not_offered`. */
  choose(request: GenerationRequest, imageCount: number): ConfiguredEngine
  close(): Promise<void>
}

export interface RegistryOptions {
  engines: Readonly<Record<string, EngineEntry>>
  models: Readonly<Record<string, readonly string[]>>
  readSecret(variable: string): string | undefined
  /** The way to the servers of engines: hosts that the operator named. */
  fetch: GuardedFetch
  logger: Logger
  /** Where calls of engines are timed; nowhere when absent. */
  metrics?: Metrics
}

/**
 * Makes the engines that the models name. An engine named like its type needs no entry.
 * Throws ConfigError for engines and types that do not exist, and for secrets that are not set.
 */
export async function createRegistry(config: RegistryOptions): Promise<Registry> {
  const named = new Set([...Object.keys(config.engines), ...Object.values(config.models).flat()])
  const engines = new Map<string, ConfiguredEngine>()
  for (const name of named) engines.set(name, await createEngine(name, config))
  const offered = oneOf(Object.keys(config.models))

  function choices(request: GenerationRequest, imageCount: number): ConfiguredEngine[] {
    const names = Object.hasOwn(config.models, request.model) ? config.models[request.model] : undefined
    if (!names) {
      const found = `model is ${show('model', request.model)}`
      throw new RushesError('not_offered', `${found}; offered here: ${offered}.`)
    }
    const obstacles: string[] = []
    const able = names.flatMap((name) => {
      const choice = engines.get(name)
      if (!choice) return []
      const obstacle = whatIsMissing(choice.engine.capabilities, request, imageCount)
      if (obstacle !== undefined) obstacles.push(obstacle)
      return obstacle === undefined ? [choice] : []
    })
    if (able.length > 0) return able
    throw new RushesError('not_offered', `${obstacles[0] ?? 'No engine can do this.'} Model: ${request.model}.`)
  }

  return {
    all: () => [...engines.values()],
    get(name) {
      const found = engines.get(name)
      if (found) return found
      throw new RushesError('api_error', `The engine ${name}, which this task was made for, is no longer configured.`)
    },
    choices,
    choose(request, imageCount) {
      const able = choices(request, imageCount)
      // There is at least one, or `choices` has thrown.
      return able.find(({ circuit }) => !circuit.isOpen()) ?? (able[0] as ConfiguredEngine)
    },
    async close() {
      await Promise.all([...engines.values()].map(({ engine }) => engine.close?.()))
    },
  }
}

async function createEngine(name: string, config: RegistryOptions): Promise<ConfiguredEngine> {
  const entry = config.engines[name] ?? entryOfBuiltIn(name)
  for (const [key, value] of Object.entries(entry)) {
    if (!key.endsWith('Env') || typeof value !== 'string' || config.readSecret(value) !== undefined) continue
    throw new ConfigError(
      `RUSHES_CONFIG: engines.${name}.${key} names the environment variable ${value}, which is not set.`,
    )
  }
  // Each type's own settings are what its `create` takes; the table above says so, this line cannot.
  const type = engineTypes[entry.type] as EngineType
  const { readSecret: secret, fetch, logger, metrics } = config
  const engine = await type.create({ name, settings: entry, secret, fetch, logger })
  return {
    name,
    type: entry.type,
    engine: metrics ? observe(engine, name, metrics) : engine,
    concurrency: entry.concurrency ?? type.defaults.concurrency,
    deadlineSeconds: entry.deadlineSeconds ?? type.defaults.deadlineSeconds,
    patienceSeconds: entry.patienceSeconds,
    circuit: createCircuit(circuitOptions),
  }
}

function entryOfBuiltIn(name: string): EngineEntry {
  const entry = isEngineType(name) ? engineSettings[name].safeParse({ type: name }) : undefined
  if (entry?.success) return entry.data
  const needs = entry
    ? 'which needs an entry in engines'
    : `which has no entry; the types are ${oneOf(engineTypeNames)}`
  throw new ConfigError(`RUSHES_CONFIG: models name the engine ${name}, ${needs}.`)
}

/** Why an engine with these capabilities cannot do the request, as a sentence; nothing when it can. */
export function whatIsMissing(can: Capabilities, request: GenerationRequest, imageCount: number): string | undefined {
  const size = `${request.width}x${request.height}`
  const seconds = newSecondsOf(request)
  if (request.source && !can.sources.includes(request.source.kind)) {
    return `The engine makes no ${request.source.kind} of a film.`
  }
  if (can.durations !== 'any' && !can.durations.includes(seconds)) {
    return `duration is ${seconds}; the engine offers ${oneOf(can.durations)} seconds.`
  }
  if (can.sizes !== 'any' && !can.sizes.includes(size)) return `size is ${size}; the engine offers ${oneOf(can.sizes)}.`
  if (imageCount > can.images.max) {
    return can.images.max === 0
      ? 'image_urls is given; the engine takes no reference images.'
      : `image_urls holds ${imageCount} images; the engine takes at most ${can.images.max}.`
  }
  if (imageCount < can.images.min) return `image_urls holds ${imageCount} images; the engine needs ${can.images.min}.`
  if (request.character && !can.character) return 'character_url is given; the engine takes no characters.'
  return undefined
}
