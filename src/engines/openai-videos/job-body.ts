import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Job, JobImage } from '../engine.ts'
import { framesFor, sizeFor } from '../film-format.ts'
import type { EngineCall } from '../remote/engine-http.ts'
import type { FlavorTraits } from './flavor.ts'
import type { ModelProfile } from './model-profile.ts'
import type { OpenaiVideosSettings } from './settings.ts'

type Fields = { [key: string]: unknown }

/** The body of POST /videos, in the form and with the fields that the server's flavor reads. */
export async function jobBody(
  job: Job,
  settings: Pick<OpenaiVideosSettings, 'model' | 'imageAs' | 'extra'>,
  traits: FlavorTraits,
  profile: ModelProfile,
): Promise<Pick<EngineCall, 'json' | 'form'>> {
  const [image] = job.images
  const file = image && settings.imageAs === 'file' ? image : undefined
  const fields: Fields = {
    model: settings.model,
    prompt: job.prompt,
    ...shapeOf(job, traits, profile),
    ...settings.extra,
    ...(image && !file && traits.imageField(await linkTo(image, settings.imageAs))),
  }
  if (!file && traits.body === 'json') return { json: fields }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  // Older SGLang servers read these from a form only so.
  if (traits.takesFrames && Object.keys(settings.extra).length > 0) {
    form.set('extra_body', JSON.stringify(settings.extra))
  }
  if (file) form.set('input_reference', await openAsBlob(file.path, { type: file.contentType }), 'reference.png')
  return { form }
}

function shapeOf({ width, height, seconds, seed }: Job, { takesFrames }: FlavorTraits, profile: ModelProfile): Fields {
  const fitted = sizeFor(width, height, profile)
  const size = `${fitted.width}x${fitted.height}`
  // The protocol's own type for seconds is a string.
  if (!takesFrames) return { size, seconds: String(seconds) }
  return { size, seconds: Math.round(seconds), fps: profile.fps, num_frames: framesFor(seconds, profile), seed }
}

async function linkTo(image: JobImage, imageAs: 'url' | 'data' | 'file'): Promise<string> {
  if (imageAs === 'url') return image.url
  return `data:${image.contentType};base64,${(await readFile(image.path)).toString('base64')}`
}
