/** What a video model takes: frame counts and sizes come in steps, and beyond some size or length it falls apart. */

import type { FilmRules } from '../film-format.ts'

export interface ModelProfile extends FilmRules {
  maxSeconds: number
  images: { min: number; max: number }
  audio: boolean
}

const hd = 1280 * 720
const anyModel = { fps: 24, frameStep: 4, multipleOf: 16, maxPixels: Number.POSITIVE_INFINITY, maxSeconds: 3600 }

/**
 * By the model's name; the first that fits. From the model cards: Wan 2.1 and 2.2 A14B 81 frames at 16 a second, Wan 2.2
 * TI2V-5B 121 at 24 and 1280x704, HunyuanVideo 129 (1.5: 121) at 24, LTX-Video 8n+1 frames in steps of 32 pixels.
 */
const known: readonly [RegExp, Partial<ModelProfile>][] = [
  [/wan.?2\.?2.*ti2v/i, { fps: 24, multipleOf: 32, maxPixels: 1280 * 704, maxSeconds: 5 }],
  [/wan.?2\.?1.*1\.3b/i, { fps: 16, maxPixels: 832 * 480, maxSeconds: 5 }],
  [/wan/i, { fps: 16, maxPixels: hd, maxSeconds: 5 }],
  [/hunyuan.?video/i, { fps: 24, maxPixels: hd, maxSeconds: 5 }],
  [
    /ltx-?2|ltx.?video-?2/i,
    { fps: 24, frameStep: 8, multipleOf: 32, maxPixels: 1920 * 1088, maxSeconds: 20, audio: true },
  ],
  [/ltx/i, { fps: 24, frameStep: 8, multipleOf: 32, maxPixels: hd, maxSeconds: 10 }],
  [/mochi/i, { fps: 24, frameStep: 6, maxPixels: 848 * 480, maxSeconds: 5 }],
  [/cogvideo/i, { fps: 16, frameStep: 8, maxPixels: 1360 * 768, maxSeconds: 10 }],
]

/** What is known of a model by its name; a model nobody knows takes everything. */
export function profileOf(model: string): ModelProfile {
  const found = known.find(([name]) => name.test(model))?.[1] ?? {}
  return { ...anyModel, audio: false, images: imagesOf(model), ...found }
}

/** Text-to-video models take no image, image-to-video models cannot do without one, and many take both. */
function imagesOf(model: string): ModelProfile['images'] {
  if (/ti2v|it2v/i.test(model)) return { min: 0, max: 1 }
  if (/i2v|image.?to.?video/i.test(model)) return { min: 1, max: 1 }
  if (/t2v|text.?to.?video/i.test(model)) return { min: 0, max: 0 }
  return { min: 0, max: 1 }
}
