import { type SourceKind, sourceKinds } from '../contract/generation-request.ts'
import {
  durationsV1,
  durationsV2,
  orientations,
  parseCreateVideo,
  sizesV1,
  sizesV2,
} from '../contract/sora/create-video.ts'
import { RushesError } from '../errors.ts'
import type { Registry } from './registry.ts'

/** What a caller may ask of a model, over all engines it is mapped to. */
export interface ModelOffer {
  name: string
  durations: { '1.0': number[]; '2.0': number[] }
  sizes: { '1.0': string[]; '2.0': string[] }
  orientations: string[]
  images: { min: number; max: number }
  character: boolean
  sources: SourceKind[]
  audio: boolean
  seed: boolean
  engines: string[]
}

const prompt = 'a cat'

/** Asks the very code that accepts requests which of the choices it would accept for the model. */
export function offerOf(registry: Registry, model: string, engineNames: readonly string[]): ModelOffer {
  const capabilities = engineNames.map((name) => registry.get(name).engine.capabilities)
  const images = {
    min: Math.min(...capabilities.map((can) => can.images.min)),
    max: Math.max(...capabilities.map((can) => can.images.max)),
  }
  const accepts = (fields: object): boolean => {
    try {
      registry.choose(parseCreateVideo({ prompt, model, ...fields }).request, images.min)
      return true
    } catch (error) {
      if (error instanceof RushesError) return false
      throw error
    }
  }
  const v1 = durationsV1.flatMap((duration) =>
    sizesV1.flatMap((size) => orientations.map((orientation) => ({ version: '1.0', duration, size, orientation }))),
  )
  const v2 = durationsV2.flatMap((duration) => sizesV2.map((size) => ({ version: '2.0', duration, size })))
  const [offeredV1, offeredV2] = [v1.filter(accepts), v2.filter(accepts)]
  return {
    name: model,
    durations: { '1.0': unique(offeredV1, 'duration'), '2.0': unique(offeredV2, 'duration') },
    sizes: { '1.0': unique(offeredV1, 'size'), '2.0': unique(offeredV2, 'size') },
    orientations: unique(offeredV1, 'orientation'),
    images,
    character: capabilities.some((can) => can.character),
    sources: sourceKinds.filter((kind) => capabilities.some((can) => can.sources.includes(kind))),
    audio: capabilities.some((can) => can.audio),
    seed: capabilities.some((can) => can.seed),
    engines: [...engineNames],
  }
}

const unique = <Item, Key extends keyof Item>(items: Item[], key: Key): Item[Key][] => [
  ...new Set(items.map((item) => item[key])),
]
