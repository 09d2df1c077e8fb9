import type { Making } from '../script/retell/plan-makings.ts'
import type { ShotPlan } from '../script/shot-plan.ts'
import type { RenderCost } from './messages.ts'

export const framesPerSecond = 30

/** Everything that decides a film. The same order gives the same bytes. */
export interface FilmOrder {
  prompt: string
  /** Pixels; even numbers. */
  width: number
  height: number
  seconds: number
  /** 32-bit unsigned integer. */
  seed: number
  /** Paths of decoded-and-checked reference images (PNG, JPEG or WebP), shown as moving plates. */
  images: readonly string[]
  /** A clip whose frames between start and end are put into the scene. */
  character?: { path: string; startSeconds: number; endSeconds: number }
  /** The film to make this one from. */
  source?: FilmSource
  /** Where the finished MP4 is put; nothing is there before it is whole, nor after a failure. */
  outputPath: string
}

export interface FilmSource {
  kind: Exclude<Making['kind'], 'new'>
  path: string
  seconds: number
  /** The steps in which this package made it, with the order's seed; without them there is only the file. */
  makings?: readonly Making[] | undefined
}

export interface RenderProgress {
  framesDone: number
  framesTotal: number
}

export interface Film {
  path: string
  width: number
  height: number
  seconds: number
  framesPerSecond: number
  plan: ShotPlan
  cost: RenderCost
}
