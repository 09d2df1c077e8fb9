/** A job as the AI SDK's call options, for the provider at hand. */
import { readFile } from 'node:fs/promises'
import type {
  Experimental_VideoModelV4CallOptions as CallOptions,
  JSONObject,
  Experimental_VideoModelV4File as VideoFile,
} from '@ai-sdk/provider'
import { ConfigError } from '../../errors.ts'
import type { Job } from '../engine.ts'
import { fillPlaceholders, placeholdersIn } from '../placeholders.ts'
import { aspectRatioOf, providers } from './providers.ts'
import type { AiSdkSettings } from './settings.ts'

export type CallSettings = Pick<
  AiSdkSettings,
  'provider' | 'model' | 'imagesAs' | 'resolution' | 'fps' | 'generateAudio' | 'options'
>

/** The largest reference images are 25 MB; the SDK's models want them whole. */
export async function callOptionsOf(job: Job, settings: CallSettings, signal: AbortSignal): Promise<CallOptions> {
  const { model, fps, resolution } = settings
  const provider = providers[settings.provider]
  const images = await Promise.all(job.images.map((image) => fileOf(image)))
  const [first, last] = images
  const references = settings.imagesAs === 'references'
  const frames = settings.imagesAs === 'first-and-last-frame' && images.length > 1
  const lastFrame = frames && last ? { image: last, frameType: 'last_frame' as const } : undefined
  return {
    prompt: job.prompt,
    n: 1,
    aspectRatio: aspectRatioOf(job),
    resolution: (resolution as CallOptions['resolution']) ?? provider.resolution(job, model),
    duration: job.seconds,
    fps,
    seed: provider.seed ? job.seed : undefined,
    image: references ? undefined : first,
    frameImages: lastFrame && first ? [{ image: first, frameType: 'first_frame' }, lastFrame] : undefined,
    inputReferences: references && images.length > 0 ? images : undefined,
    generateAudio: settings.generateAudio,
    providerOptions: { [settings.provider]: providerOptionsOf(job, settings, lastFrame?.image) },
    abortSignal: signal,
  }
}

function providerOptionsOf(job: Job, settings: CallSettings, lastFrame: VideoFile | undefined): JSONObject {
  const { provider, fps } = settings
  const extra = providers[provider].extra?.({ ...job, fps }) ?? {}
  // The one package that drops frame images (fal) has models that take the last one by this name.
  const frame = provider === 'fal' && lastFrame ? { end_image_url: dataUrlOf(lastFrame) } : {}
  const { width, height, seconds, seed } = job
  const shape = { width, height, aspect_ratio: aspectRatioOf(job) }
  const values = { ...shape, seconds, seconds_text: String(seconds), seed, fps }
  const merged = { ...extra, ...frame, ...fillPlaceholders(settings.options, values) }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as JSONObject
}

/** @throws ConfigError for a placeholder of the config's `options` that no job has a value for */
export function checkOptions(engine: string, { options, fps }: CallSettings): void {
  const known = [
    'width',
    'height',
    'seconds',
    'seconds_text',
    'seed',
    'aspect_ratio',
    ...(fps === undefined ? [] : ['fps']),
  ]
  const unknown = [...placeholdersIn(options)].find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new ConfigError(
    `RUSHES_CONFIG: engines.${engine}.options has the placeholder {{${unknown}}}; there are ${known.join(', ')}.`,
  )
}

const fileOf = async ({ path, contentType }: Job['images'][number]): Promise<VideoFile> => ({
  type: 'file',
  mediaType: contentType,
  data: new Uint8Array(await readFile(path)),
})

const dataUrlOf = (file: VideoFile): string =>
  file.type === 'url'
    ? file.url
    : `data:${file.mediaType};base64,${Buffer.from(file.data as Uint8Array).toString('base64')}`
