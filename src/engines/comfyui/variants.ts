/** The workflows of one engine: which there are, what each takes, and which one makes a job. */
import { ConfigError } from '../../errors.ts'
import type { Capabilities, Job } from '../engine.ts'
import { durationsUpTo } from '../entry.ts'
import { type FilmRules, framesFor, sizeFor } from '../film-format.ts'
import { type PlaceholderValues, placeholdersIn } from '../placeholders.ts'
import type { ComfyuiSettings } from './settings.ts'
import {
  imagesOf,
  isReady,
  nodesWithImage,
  type ReadyWorkflow,
  readOwnWorkflow,
  readReadyWorkflow,
  type WorkflowNodes,
} from './workflow.ts'

export interface Variants {
  text?: WorkflowNodes
  image?: WorkflowNodes
  character?: WorkflowNodes
  rules: FilmRules
  negativePrompt: string
  /** Where model files of a ready workflow can be had. */
  downloads: Readonly<Record<string, string>>
  audio: boolean
  /** The longest film that the model makes well. */
  maxSeconds: number | undefined
}

const ownRules: FilmRules = { fps: 24, frameStep: 4, multipleOf: 16, maxPixels: 921_600 }

/** @throws ConfigError */
export function readVariants(name: string, settings: ComfyuiSettings): Variants {
  const key = (setting: string) => `RUSHES_CONFIG: engines.${name}.${setting}`
  const ready = settings.workflow && isReady(settings.workflow) ? readReadyWorkflow(settings.workflow) : undefined
  const own = (setting: 'workflow' | 'imageWorkflow' | 'characterWorkflow') => {
    const path = settings[setting]
    return path === undefined ? undefined : readOwnWorkflow(path, key(setting))
  }
  const text = ready?.nodes ?? own('workflow')
  const image = own('imageWorkflow') ?? (ready && nodesWithImage(ready))
  const character = own('characterWorkflow')
  if (!text && !image && !character) {
    throw new ConfigError(`${key('workflow')} is missing: name a ready workflow or the path of an exported one.`)
  }
  if (text && placeholdersIn(text).has('image')) {
    throw new ConfigError(`${key('workflow')} has {{image}}: name it as imageWorkflow.`)
  }
  if (image && imagesOf(image) === 0) throw new ConfigError(`${key('imageWorkflow')} has no {{image}}.`)
  if (character && !placeholdersIn(character).has('video')) {
    throw new ConfigError(`${key('characterWorkflow')} has no {{video}}.`)
  }
  return {
    ...(text && { text }),
    ...(image && { image }),
    ...(character && { character }),
    rules: rulesOf(settings, ready),
    negativePrompt: settings.negativePrompt ?? ready?.negativePrompt ?? '',
    downloads: ready?.files ?? {},
    audio: settings.audio ?? ready?.audio ?? false,
    maxSeconds: settings.maxSeconds ?? ready?.maxSeconds,
  }
}

function rulesOf(settings: ComfyuiSettings, ready: ReadyWorkflow | undefined): FilmRules {
  const base = ready ?? ownRules
  return {
    fps: settings.fps ?? base.fps,
    frameStep: settings.frameStep ?? base.frameStep,
    multipleOf: settings.multipleOf ?? base.multipleOf,
    maxPixels: settings.maxPixels ?? base.maxPixels,
  }
}

export function capabilitiesOf(variants: Variants, { sizes }: ComfyuiSettings): Capabilities {
  const { text, image, character, audio, maxSeconds } = variants
  const all = [text, image, character].filter((one) => one !== undefined)
  const images = image ? imagesOf(image) : 0
  return {
    durations: durationsUpTo(maxSeconds),
    sizes: sizes ?? 'any',
    images: { min: text || character ? 0 : images, max: images },
    character: character !== undefined,
    sources: [],
    audio,
    seed: all.every((workflow) => placeholdersIn(workflow).has('seed')),
    cancel: true,
    progress: true,
    // The prompt's id is the task's: a server that has it is asked for it instead of being given it again.
    resubmit: 'with-key',
  }
}

/** The workflow that makes the job; undefined when none takes what the job brings. */
export function variantFor({ text, image, character }: Variants, job: Job): WorkflowNodes | undefined {
  const variant = job.character ? character : job.images.length > 0 ? image : text
  return variant && imagesOf(variant) === job.images.length ? variant : undefined
}

/** The values of the placeholders. @param uploaded the names that the server gave the references */
export function valuesOf(
  job: Job,
  { rules, negativePrompt }: Variants,
  uploaded: { images: readonly string[]; video: string | undefined },
): PlaceholderValues {
  const { width, height } = sizeFor(job.width, job.height, rules)
  const { character } = job
  return {
    prompt: job.prompt,
    negative_prompt: negativePrompt,
    width,
    height,
    half_width: width / 2,
    half_height: height / 2,
    frames: framesFor(job.seconds, rules),
    film_frames: Math.max(1, Math.round(job.seconds * rules.fps)),
    fps: rules.fps,
    seconds: job.seconds,
    seed: job.seed,
    output: `rushes/${job.taskId}`,
    ...Object.fromEntries(uploaded.images.map((name, index) => [index === 0 ? 'image' : `image_${index + 1}`, name])),
    ...(character && {
      video: uploaded.video,
      video_start: character.startSeconds,
      video_seconds: character.endSeconds - character.startSeconds,
    }),
  }
}
