/** Colours as numbers, so that light can be worked out before anything is painted. */

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** `#rrggbb` as numbers. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** The colour as CSS, `alpha` from 0 to 1. */
export function css([red, green, blue]: Colour, alpha = 1): string {
  return `rgba(${Math.round(red)},${Math.round(green)},${Math.round(blue)},${alpha})`
}

/** `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share))
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, from[2] + (to[2] - from[2]) * part]
}

/** What a surface of this colour shows under a light of that colour. */
export function multiply(colour: Colour, light: Colour): Colour {
  return [(colour[0] * light[0]) / 255, (colour[1] * light[1]) / 255, (colour[2] * light[2]) / 255]
}

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

export function lighten(colour: Colour, share: number): Colour {
  return mix(colour, white, share)
}

export function darken(colour: Colour, share: number): Colour {
  return mix(colour, black, share)
}

/** How bright the colour looks, 0 to 1 (the luma weights of ITU-R BT.709). */
export function brightness([red, green, blue]: Colour): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}

/** Takes `share` of the colour's saturation away. */
export function fade(colour: Colour, share: number): Colour {
  const grey = brightness(colour) * 255
  return mix(colour, [grey, grey, grey], share)
}
