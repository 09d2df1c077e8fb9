/** How the servers that speak /v1/videos differ, as values. */
import type { EngineAnswer } from '../remote/engine-http.ts'
import { isObject } from '../remote/engine-http.ts'
import type { Flavor } from './settings.ts'

export interface FlavorTraits {
  /** The form of a job without a file: JSON, or the one form that the server reads. */
  body: 'json' | 'multipart'
  /** Whether it takes `fps`, `num_frames` and `seed`; otherwise `size` and `seconds` say it all. */
  takesFrames: boolean
  /** Whether DELETE stops the work; elsewhere it only forgets the job. */
  deleteStops: boolean
  hasDelete: boolean
  /** A second run costs money where others' GPUs do the work. */
  resubmit: 'safe' | 'never'
  /** What it is known to make of a film that is sent along. */
  sources: readonly ('edit' | 'extension')[]
  /** How it takes an image that is not a file. */
  imageField(url: string): { [key: string]: unknown }
}

const ofOpenai: FlavorTraits = {
  body: 'json',
  takesFrames: false,
  deleteStops: false,
  hasDelete: true,
  resubmit: 'never',
  sources: [],
  imageField: (url) => ({ input_reference: { image_url: url } }),
}

const ofOwnGpus = { takesFrames: true, resubmit: 'safe' } as const

export const flavorTraits: Readonly<Record<Flavor, FlavorTraits>> = {
  openai: ofOpenai,
  sglang: { ...ofOpenai, ...ofOwnGpus, imageField: (url) => ({ reference_url: url }) },
  'vllm-omni': {
    ...ofOpenai,
    ...ofOwnGpus,
    body: 'multipart',
    deleteStops: true,
    imageField: (url) => ({ image_reference: JSON.stringify({ image_url: url }) }),
  },
  'tensorrt-llm': { ...ofOpenai, ...ofOwnGpus, imageField: (url) => ({ input_reference: url }) },
  litellm: ofOpenai,
  'new-api': { ...ofOpenai, hasDelete: false },
  rushes: { ...ofOpenai, deleteStops: true, sources: ['edit', 'extension'] },
}

/** Which server gave this answer to GET /models; nothing when it cannot be told. */
export function flavorOf({ status, headers, body }: EngineAnswer): Flavor | undefined {
  const names = Object.keys(headers)
  if (names.some((name) => name.startsWith('x-litellm-'))) return 'litellm'
  if (names.some((name) => name === 'x-new-api-version' || name === 'x-oneapi-request-id')) return 'new-api'
  if (status !== 200 || !isObject(body)) return undefined
  const owners = modelsIn(body).map(({ owned_by }) => String(owned_by).toLowerCase())
  if (owners.includes('rushes')) return 'rushes'
  if (owners.includes('sglang') || 'model_path' in body) return 'sglang'
  if (owners.some((owner) => owner.startsWith('vllm'))) return 'vllm-omni'
  if (owners.some((owner) => /tensorrt|nvidia/.test(owner))) return 'tensorrt-llm'
  return 'openai'
}

/** The names of the models that an answer to GET /models lists. */
export const modelNamesIn = (body: unknown): string[] =>
  isObject(body)
    ? [...modelsIn(body).map(({ id }) => id), body.model_path].filter((name) => typeof name === 'string')
    : []

const modelsIn = (body: { [key: string]: unknown }): { [key: string]: unknown }[] =>
  Array.isArray(body.data) ? body.data.filter(isObject) : []
