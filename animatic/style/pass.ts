/** A style is a pass over the finished frame: pixels in, the same pixels painted otherwise out. */
import type { Random } from '../random.ts'

export interface StyleOrder {
  /** Pixels of the frame. */
  width: number
  height: number
  random: Random
}

/**
 * Pixels are opaque RGBA bytes as little-endian words, row by row; `seconds` count from the film's start. The result
 * depends on these two alone, never on the frame before.
 */
export type StylePass = FullPass | HalfPass

/** Needs every pixel that is drawn. */
export interface FullPass {
  /** Repaints a frame in place. */
  paint(pixels: Uint32Array, seconds: number): void
}

/** Keeps no detail of a pixel or two: the frame is drawn at half its width and height, in a quarter of the time. */
export interface HalfPass {
  /** Paints the frame drawn at half its size, which it may change, over the whole of `into`. */
  paintHalf(half: Uint32Array, into: Uint32Array, seconds: number): void
}

export type StylePainter<Pass extends StylePass = StylePass> = (order: StyleOrder) => Pass

/** Red, green and blue, 0 to 255 and whole, as one opaque pixel. */
export function word(red: number, green: number, blue: number): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}

/** A whole number from 0 to 255. */
export function byte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value)
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return part * part * (3 - 2 * part)
}
