/**
 * The providers of the AI SDK that make videos asynchronously, and what each makes of a size and a length. The SDK's
 * options are the same for all, but a provider knows only some values of them; the rest is here, by their packages of
 * the named majors. Whatever differs by model is said in the config's `options`, `resolution` and `durations`.
 */

import type { ProviderName } from './settings.ts'

/** A film as a caller asked for it. */
export interface Film {
  width: number
  height: number
  seconds: number
}

export interface Provider {
  packageName: string
  /** Of the package; the interface VideoModelV4 came with these. */
  major: number
  /** The function that the package exports, and the setting it takes the key by. */
  factory: string
  keySetting: 'apiKey' | 'apiToken'
  /** The setting for another address of the video API; none where the package has its address written in. */
  addressSetting?: 'baseURL' | 'videoBaseURL'
  /** Where the key is looked for when the config names no variable. */
  keyVariable: string
  /** What the models make, in seconds; the config's `durations` wins. */
  durations(model: string): 'any' | readonly number[]
  seed: boolean
  audio: boolean
  /** `<width>x<height>` as the provider knows it; none when the model chooses. */
  resolution(film: Film, model: string): `${number}x${number}` | undefined
  /** Its own address, where the package has it written in: calls to it go to the config's `baseUrl`. */
  fixedOrigin?: string
  /** How its jobs are stopped, which the SDK has no words for; nothing for an operation that says no address. */
  cancel?(operation: unknown, key: string): CancelCall | undefined
  /** Whether a good answer to a poll, as JSON, says that the job is not known, which the package takes for "wait". */
  forgot?(answer: unknown): boolean
  /** What the package drops although the provider takes it. */
  extra?(film: Film & { seed: number; fps: number | undefined }): Record<string, unknown>
}

export interface CancelCall {
  method: 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
}

const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

const isLarge = ({ width, height }: Film): boolean => Math.min(width, height) > 720

/** Veo makes 1080p of its longest films only. */
const veo = {
  durations: () => [4, 6, 8],
  seed: true,
  audio: true,
  resolution: (film: Film) => (isLarge(film) && film.seconds === 8 ? '1920x1080' : '1280x720'),
} as const

/** `720x1280` and `1280x720` are one tier to some and two sizes to others. */
function upright(film: Film, wide: `${number}x${number}`, square: `${number}x${number}`): `${number}x${number}` {
  const ratio = aspectRatioOf(film)
  if (ratio === '1:1') return square
  const [width, height] = wide.split('x').map(Number)
  return film.width > film.height ? wide : `${height ?? 0}x${width ?? 0}`
}

function addressIn(operation: unknown, key: string): string | undefined {
  const value = (operation as { [key: string]: unknown } | null)?.[key]
  return typeof value === 'string' && URL.canParse(value) ? value : undefined
}

const fal: Provider = {
  packageName: '@ai-sdk/fal',
  major: 3,
  factory: 'createFal',
  keySetting: 'apiKey',
  keyVariable: 'FAL_API_KEY',
  fixedOrigin: 'https://queue.fal.run',
  cancel(operation, key) {
    const url = addressIn(operation, 'responseUrl')
    return url ? { method: 'PUT', url: `${url}/cancel`, headers: { authorization: `Key ${key}` } } : undefined
  },
  durations: () => 'any',
  seed: true,
  audio: false,
  resolution: () => undefined,
  // The package drops fps and resolution, and a seed of 0, without a warning.
  extra: (film) => ({
    resolution: isLarge(film) ? '1080p' : '720p',
    seed: film.seed,
    // Its models call it by either name, and ignore the other.
    ...(film.fps !== undefined && { fps: film.fps, frames_per_second: film.fps }),
  }),
}

const replicate: Provider = {
  packageName: '@ai-sdk/replicate',
  major: 3,
  factory: 'createReplicate',
  keySetting: 'apiToken',
  addressSetting: 'baseURL',
  keyVariable: 'REPLICATE_API_TOKEN',
  cancel(operation, key) {
    const url = addressIn(operation, 'getUrl')
    return url ? { method: 'POST', url: `${url}/cancel`, headers: { authorization: `Bearer ${key}` } } : undefined
  },
  durations: () => 'any',
  seed: true,
  audio: false,
  resolution: () => undefined,
  extra: ({ seed }) => ({ seed }),
}

const google: Provider = {
  packageName: '@ai-sdk/google',
  major: 4,
  factory: 'createGoogle',
  keySetting: 'apiKey',
  addressSetting: 'baseURL',
  keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
  ...veo,
}

const googleVertex: Provider = {
  packageName: '@ai-sdk/google-vertex',
  major: 5,
  factory: 'createGoogleVertex',
  keySetting: 'apiKey',
  addressSetting: 'baseURL',
  keyVariable: 'GOOGLE_VERTEX_API_KEY',
  ...veo,
}

const xai: Provider = {
  packageName: '@ai-sdk/xai',
  major: 5,
  factory: 'createXai',
  keySetting: 'apiKey',
  addressSetting: 'baseURL',
  keyVariable: 'XAI_API_KEY',
  durations: () => from(1, 15),
  seed: false,
  audio: true,
  resolution: () => '1280x720',
}

const alibaba: Provider = {
  packageName: '@ai-sdk/alibaba',
  major: 2,
  factory: 'createAlibaba',
  keySetting: 'apiKey',
  addressSetting: 'videoBaseURL',
  keyVariable: 'ALIBABA_API_KEY',
  // https://help.aliyun.com/zh/model-studio/text-to-video-api-reference: a task that does not exist is UNKNOWN.
  forgot: (answer) => (answer as { output?: { task_status?: unknown } } | null)?.output?.task_status === 'UNKNOWN',
  durations: (model) => (/^wan2\.[0-6]/.test(model) ? [5, 10, 15] : from(2, 15)),
  seed: true,
  audio: true,
  resolution: (film) =>
    isLarge(film) ? upright(film, '1920x1080', '1440x1440') : upright(film, '1280x720', '960x960'),
}

const minimax: Provider = {
  packageName: '@ai-sdk/minimax',
  major: 3,
  factory: 'createMiniMax',
  keySetting: 'apiKey',
  addressSetting: 'videoBaseURL',
  keyVariable: 'MINIMAX_API_KEY',
  durations: () => from(4, 15),
  seed: false,
  audio: true,
  // 768P, the one tier that all of its models have.
  resolution: (film) => upright(film, '1366x768', '768x768'),
}

/** The gateway passes on to the same packages, by the first part of a model's name: `google/veo-3.1-generate-001`. */
const gateway: Provider = {
  packageName: '@ai-sdk/gateway',
  major: 4,
  factory: 'createGateway',
  keySetting: 'apiKey',
  addressSetting: 'baseURL',
  keyVariable: 'AI_GATEWAY_API_KEY',
  durations: (model) => behind(model)?.durations(model.slice(model.indexOf('/') + 1)) ?? 'any',
  seed: true,
  audio: true,
  resolution: (film, model) => behind(model)?.resolution(film, model.slice(model.indexOf('/') + 1)),
}

function behind(model: string): Provider | undefined {
  const name = model.split('/')[0] ?? ''
  return Object.hasOwn(providers, name) && name !== 'gateway' ? providers[name as ProviderName] : undefined
}

export const providers: Readonly<Record<ProviderName, Provider>> = {
  fal,
  replicate,
  google,
  'google-vertex': googleVertex,
  xai,
  alibaba,
  minimax,
  gateway,
}

const ratios = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1, '4:3': 4 / 3, '3:4': 3 / 4 } as const

/** The nearest of the shapes that providers know; 1792x1024 is nearest to 16:9. */
export function aspectRatioOf({ width, height }: { width: number; height: number }): keyof typeof ratios {
  const distance = (ratio: number) => Math.abs(Math.log(ratio / (width / height)))
  const names = Object.keys(ratios) as (keyof typeof ratios)[]
  return names.reduce((best, name) => (distance(ratios[name]) < distance(ratios[best]) ? name : best))
}
