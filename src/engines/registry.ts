import type { EngineEntry } from '../config.ts'
import { oneOf, show } from '../contract/field-errors.ts'
import type { GenerationRequest } from '../contract/generation-request.ts'
import { ConfigError, RushesError } from '../errors.ts'
import { animaticEngine } from './animatic/animatic-engine.ts'
import type { Capabilities, Engine } from './engine.ts'
import type { EngineType } from './engine-type.ts'
import { scriptedEngine } from './scripted/scripted-engine.ts'

const engineTypes: Record<string, EngineType> = { animatic: animaticEngine, scripted: scriptedEngine }

export interface ConfiguredEngine {
  name: string
  engine: Engine
  concurrency: number
  deadlineSeconds: number
}

export interface Registry {
  all(): readonly ConfiguredEngine[]
  /** The engine of a task; one that is no longer configured is an `api_error`. */
  get(name: string): ConfiguredEngine
  /** The first of the model's engines that can do the request. Throws `not_offered`, saying why none can. */
  choose(request: GenerationRequest, imageCount: number): ConfiguredEngine
  close(): Promise<void>
}

/**
 * Makes the engines that the models name. An engine named like its type needs no entry.
 * Throws ConfigError for engines and types that do not exist.
 */
export function createRegistry(config: {
  engines: Readonly<Record<string, EngineEntry>>
  models: Readonly<Record<string, readonly string[]>>
}): Registry {
  const named = new Set([...Object.keys(config.engines), ...Object.values(config.models).flat()])
  const engines = new Map<string, ConfiguredEngine>()
  for (const name of named) engines.set(name, createEngine(name, config.engines[name]))
  const offered = oneOf(Object.keys(config.models))

  return {
    all: () => [...engines.values()],
    get(name) {
      const found = engines.get(name)
      if (found) return found
      throw new RushesError('api_error', `The engine ${name}, which this task was made for, is no longer configured.`)
    },
    choose(request, imageCount) {
      const names = Object.hasOwn(config.models, request.model) ? config.models[request.model] : undefined
      if (!names) {
        const found = `model is ${show('model', request.model)}`
        throw new RushesError('not_offered', `${found}; offered here: ${offered}.`)
      }
      let reason = ''
      for (const name of names) {
        const choice = engines.get(name)
        if (!choice) continue
        const obstacle = whatIsMissing(choice.engine.capabilities, request, imageCount)
        if (obstacle === undefined) return choice
        reason ||= obstacle
      }
      throw new RushesError('not_offered', `${reason} Model: ${request.model}.`)
    },
    async close() {
      await Promise.all([...engines.values()].map(({ engine }) => engine.close?.()))
    },
  }
}

function createEngine(name: string, entry: EngineEntry | undefined): ConfiguredEngine {
  const typeName = entry?.type ?? name
  const type = Object.hasOwn(engineTypes, typeName) ? engineTypes[typeName] : undefined
  if (!type) {
    const what = entry ? `engines.${name}.type is ${typeName}` : `models name the engine ${name}, which has no entry`
    throw new ConfigError(`RUSHES_CONFIG: ${what}; the types are ${oneOf(Object.keys(engineTypes))}.`)
  }
  return {
    name,
    engine: type.create(name, entry ?? { type: typeName }),
    concurrency: entry?.concurrency ?? type.defaults.concurrency,
    deadlineSeconds: entry?.deadlineSeconds ?? type.defaults.deadlineSeconds,
  }
}

/** Why an engine with these capabilities cannot do the request, as a sentence; nothing when it can. */
export function whatIsMissing(can: Capabilities, request: GenerationRequest, imageCount: number): string | undefined {
  const size = `${request.width}x${request.height}`
  if (can.durations !== 'any' && !can.durations.includes(request.seconds)) {
    return `duration is ${request.seconds}; the engine offers ${oneOf(can.durations)} seconds.`
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
