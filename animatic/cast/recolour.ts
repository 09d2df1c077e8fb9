/** Dresses a drawing in another colour while its shading stays. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Colour } from '../sets/paint/colour.ts'

interface Hsl {
  /** Degrees. */
  hue: number
  /** 0 to 1. */
  saturation: number
  lightness: number
}

/** What people call by these names, where CSS means another shade. */
const pigments: Readonly<Record<string, string>> = {
  orange: '#f27a18',
  yellow: '#f7cd1f',
  purple: '#8a3cc4',
  pink: '#f582b4',
  brown: '#8a5630',
  green: '#2f9e3f',
  gold: '#e6b422',
}

/** Degrees around the drawing's main hue that take the new colour; other parts, as windows or eyes, keep theirs. */
const reach = 48
const bins = 36

/** Turns the drawing's main colour into the CSS colour, in place; the lowest `kept` of its height stays as it is. */
export function recolour(picture: Canvas, colour: string, kept = 0): void {
  const target = picture.getContext('2d')
  const pixels = target.getImageData(0, 0, picture.width, Math.max(1, Math.round(picture.height * (1 - kept))))
  const wanted = toHsl(...readColour(colour))
  const main = mainColour(pixels.data)
  for (let at = 0; at < pixels.data.length; at += 4) {
    if ((pixels.data[at + 3] ?? 0) === 0) continue
    const own = toHsl(pixels.data[at] ?? 0, pixels.data[at + 1] ?? 0, pixels.data[at + 2] ?? 0)
    const apart = Math.abs(((own.hue - main.hue + 540) % 360) - 180)
    const belongs =
      main.saturation < 0.12 ? own.lightness > 0.25 && own.saturation < 0.3 : own.saturation > 0.16 && apart < reach
    if (!belongs) continue
    const lightness = Math.min(0.97, Math.max(0.03, own.lightness + (wanted.lightness - main.lightness) * 0.8))
    const saturation = wanted.saturation < 0.12 ? wanted.saturation : own.saturation * 0.55 + wanted.saturation * 0.3
    const [red, green, blue] = toRgb({ hue: wanted.hue, saturation, lightness })
    pixels.data[at] = red
    pixels.data[at + 1] = green
    pixels.data[at + 2] = blue
  }
  target.putImageData(pixels, 0, 0)
}

/** Lets the canvas read any CSS colour; names of pigments are what people call by them. */
export function readColour(colour: string): Colour {
  const target = createCanvas(1, 1).getContext('2d')
  target.fillStyle = pigments[colour] ?? colour
  target.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = target.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

/** The hue that fills most of the drawing, weighted by its saturation; saturation is near 0 for a grey drawing. */
function mainColour(data: Uint8ClampedArray): Hsl {
  const weight = new Float64Array(bins)
  const lightness = new Float64Array(bins)
  let [seen, saturationSum, lightnessSum] = [0, 0, 0]
  for (let at = 0; at < data.length; at += 16) {
    if ((data[at + 3] ?? 0) < 128) continue
    const own = toHsl(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    const bin = Math.floor(own.hue / (360 / bins)) % bins
    weight[bin] = (weight[bin] ?? 0) + own.saturation
    lightness[bin] = (lightness[bin] ?? 0) + own.saturation * own.lightness
    saturationSum += own.saturation
    lightnessSum += own.lightness
    seen++
  }
  const best = weight.indexOf(Math.max(...weight))
  const saturation = saturationSum / Math.max(1, seen)
  const grey = saturation < 0.12 || (weight[best] ?? 0) === 0
  return {
    hue: (best + 0.5) * (360 / bins),
    saturation,
    lightness: grey ? lightnessSum / Math.max(1, seen) : (lightness[best] ?? 0) / (weight[best] ?? 1),
  }
}

export function toHsl(red: number, green: number, blue: number): Hsl {
  const high = Math.max(red, green, blue) / 255
  const low = Math.min(red, green, blue) / 255
  const lightness = (high + low) / 2
  const spread = high - low
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = spread / (1 - Math.abs(2 * lightness - 1))
  const [r, g, b] = [red / 255, green / 255, blue / 255]
  const sixth = high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: sixth * 60, saturation, lightness }
}

/** The formula of CSS Color Module Level 4, section 7.1. */
function toRgb({ hue, saturation, lightness }: Hsl): [number, number, number] {
  const spread = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}
