import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { OfferedModel } from '../../api/types.ts'

/** What the form holds. It lives in the page's address, so that it can be shared, kept and gone back to. */
export interface FormState {
  version: '1.0' | '2.0'
  model: string
  prompt: string
  /** Seconds. */
  duration: number
  size: string
  /** Of version 1.0. */
  orientation: string
  /** Links of references. */
  images: string[]
  /** Of version 1.0: a video's link, and which seconds of it. */
  character: string
  characterStart: number
  characterEnd: number
  callbackUrl: string
  seed: number | null
}

const defaults = { duration: { '1.0': 10, '2.0': 8 }, size: { '1.0': 'small', '2.0': '1280x720' } }

/** The form's state by the address, with choices that the model and version do not have set to ones they have. */
export function readForm(params: URLSearchParams, models: readonly OfferedModel[]): FormState {
  const version = params.get('version') === '2.0' ? '2.0' : '1.0'
  const model = models.find(({ name }) => name === params.get('model')) ?? models[0]
  const durations = model?.durations[version] ?? []
  const seed = params.get('seed')
  return {
    version,
    model: model?.name ?? 'sora-2',
    prompt: params.get('prompt') ?? '',
    duration: pick(durations, Number(params.get('duration')), defaults.duration[version]),
    size: pick(model?.sizes[version] ?? [], params.get('size') ?? '', defaults.size[version]),
    orientation: pick(model?.orientations ?? [], params.get('orientation') ?? '', 'landscape'),
    images: params.getAll('image').slice(0, model?.images.max ?? 0),
    character: version === '1.0' && model?.character ? (params.get('character') ?? '') : '',
    characterStart: Number(params.get('character_start') ?? 0) || 0,
    characterEnd: Number(params.get('character_end') ?? 3) || 0,
    callbackUrl: params.get('callback_url') ?? '',
    seed: seed !== null && /^\d+$/.test(seed) ? Number(seed) : null,
  }
}

/** `wanted` where it is a choice, else `usual`, else the first. */
function pick<Choice>(choices: readonly Choice[], wanted: Choice, usual: Choice): Choice {
  return [wanted, usual].find((one) => choices.includes(one)) ?? choices[0] ?? usual
}

/** The address's query for a form; what is empty is left out. */
export function writeForm(form: FormState): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) =>
    value !== '' && value !== null && params.set(name, String(value))
  set('version', form.version)
  set('model', form.model)
  set('prompt', form.prompt)
  set('duration', form.duration)
  set('size', form.size)
  if (form.version === '1.0') set('orientation', form.orientation)
  for (const image of form.images) params.append('image', image)
  if (form.character) {
    set('character', form.character)
    set('character_start', form.characterStart)
    set('character_end', form.characterEnd)
  }
  set('callback_url', form.callbackUrl)
  set('seed', form.seed)
  return params
}

/** The body of POST /sora/videos that the form stands for. */
export function requestOf(form: FormState): Record<string, unknown> {
  const { version, model, prompt, duration, size, orientation, images, character, callbackUrl, seed } = form
  return {
    prompt,
    model,
    version,
    duration,
    size,
    ...(version === '1.0' && { orientation }),
    ...(images.length > 0 && { image_urls: images }),
    ...(character && {
      character_url: character,
      character_start: form.characterStart,
      character_end: form.characterEnd,
    }),
    ...(callbackUrl && { callback_url: callbackUrl }),
    ...(seed !== null && { seed }),
  }
}

/** The form in the address, and what changes part of it. */
export function useForm(models: readonly OfferedModel[]) {
  const [params, setParams] = useSearchParams()
  const form = useMemo(() => readForm(params, models), [params, models])
  const change = useCallback(
    (part: Partial<FormState>) =>
      setParams((current) => writeForm({ ...readForm(current, models), ...part }), { replace: true }),
    [models, setParams],
  )
  return { form, change }
}
