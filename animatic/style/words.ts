/** Arithmetic on opaque RGBA words, red and blue in one multiplication: what every pass does for every pixel. */

/** The mean of two pixels, channel by channel. */
export function meanOf(one: number, other: number): number {
  return ((one & other) + (((one ^ other) & 0xfefefefe) >>> 1)) >>> 0
}

/** The pixel with `light` of 256 of its brightness. */
export function shaded(pixel: number, light: number): number {
  const redBlue = (Math.imul(pixel & 0xff00ff, light) >>> 8) & 0xff00ff
  const green = Math.imul((pixel >>> 8) & 255, light) & 0xff00
  return 0xff000000 | redBlue | green
}

/** `share` of 256 of `to` laid over `from`. */
export function blended(from: number, to: number, share: number): number {
  const rest = 256 - share
  const redBlue = (Math.imul(from & 0xff00ff, rest) + Math.imul(to & 0xff00ff, share)) >>> 8
  const green = Math.imul((from >>> 8) & 255, rest) + Math.imul((to >>> 8) & 255, share)
  return 0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00)
}

/**
 * How the light of a ridge of paint (128 leaves a pixel, less darkens it, more lightens it) falls on a ground of `ground`
 * of 256 light, for `relieved`: what is left of the pixel, of 256, below what of white is laid over it, of 127.
 */
export function ridgeOf(relief: number, ground = 256): number {
  const white = relief > 128 ? relief - 128 : 0
  const left = relief > 128 ? 384 - relief : 128 + relief
  return ((left * ground) >> 8) | (((white * ground) >> 8) << 9)
}

/** The pixel with the light of a ridge on it. */
export function relieved(pixel: number, ridge: number): number {
  const left = ridge & 511
  const redBlue = (Math.imul(pixel & 0xff00ff, left) >>> 8) & 0xff00ff
  const green = Math.imul((pixel >>> 8) & 255, left) & 0xff00
  return ((redBlue | green) + Math.imul(ridge >>> 9, 0x10101)) | 0xff000000
}

/** Whole numbers of any size as a pixel: what is below 0 or above 255 ends there. */
export function packed(red: number, green: number, blue: number): number {
  return (
    0xff000000 |
    ((blue < 0 ? 0 : blue > 255 ? 255 : blue) << 16) |
    ((green < 0 ? 0 : green > 255 ? 255 : green) << 8) |
    (red < 0 ? 0 : red > 255 ? 255 : red)
  )
}
