/** Puts a prompt's hour and weather on a still picture: once, before it moves. */
import type { Random } from '../../random.ts'
import { type Light, lightOf } from '../light.ts'
import { brightness, type Colour, mix } from '../paint/colour.ts'
import type { Composition } from './compose.ts'

export interface GradeOrder {
  light: Light
  /** Mean brightness of the picture as it came, 0 to 1: a night picture is not darkened again. */
  brightness: number
  /** How much of the light's own sky is laid over the picture's: 0 keeps the picture's. */
  skyShare: number
  /** A framed picture and what is around it are of one distance: haze lies over both alike. */
  isFramed: boolean
  random: Random
}

/** How far a framed picture is taken to be, 0 to 1. */
const framedDistance = 0.45

/** Pixels of one star's share of the sky. */
const pixelsPerStar = 2600

/** Grades the RGBA bytes in place. By day and in clear weather nothing changes. */
export function grade(
  bytes: Uint8ClampedArray,
  { picture: { width, height }, nearness, sky }: Pick<Composition, 'picture' | 'nearness' | 'sky'>,
  order: GradeOrder,
): void {
  const { light, skyShare } = order
  const plain = lightOf('day', 'clear')
  const dims = Math.min(1, Math.max(0, (order.brightness - 0.14) / 0.24))
  const gain = mix([255, 255, 255], light.ambient, dims).map(
    (value) => (value / 255) * (1 - 0.16 * light.darkness * dims),
  )
  const grey = Math.min(0.6, dullness(light) * 0.9)
  const haze = Math.max(0, light.hazeShare - plain.hazeShare) * 1.5 + (skyShare > 0 ? 0.1 : 0)
  const isSky = new Float32Array(width * height)
  if (grey < 0.01 && haze < 0.01 && gain.every((value) => value > 0.995)) return
  for (let y = 0, index = 0; y < height; y++) {
    const above = skyAt(light, Math.min(1, y / (height * 0.6)))
    for (let x = 0; x < width; x++, index++) {
      const at = index * 4
      const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
      const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
      const line = sky.slope[index]! * (luma / 255) + sky.offset[index]!
      const open = Math.min(1, Math.max(0, (line - 0.3) / 0.4))
      isSky[index] = open
      const far = order.isFramed ? framedDistance : Math.max(0, 1 - nearness[index]! * 1.25)
      const veil = haze * far * far * (1 - open * 0.3)
      const over = skyShare * open * dims
      // The sky's own clouds stay as lighter and darker places of the new one.
      const cloud = 0.55 + (0.45 * luma) / 200
      for (let channel = 0; channel < 3; channel++) {
        const own = bytes[at + channel]!
        const graded = (own + (luma - own) * grey) * gain[channel]!
        const covered = graded + (above[channel]! * cloud - graded) * over
        bytes[at + channel] = covered + (light.haze[channel]! - covered) * Math.min(0.92, veil)
      }
    }
  }
  if (light.darkness > 0.8 && light.cloud.cover < 0.6 && skyShare > 0)
    addStars(bytes, width, height, isSky, order.random)
}

/** How grey the weather makes things: what its ambient light lost against a clear day's. */
function dullness({ cloud }: Light): number {
  return Math.max(0, cloud.cover - 0.6) * 0.9
}

/** The light's sky, 0 at the zenith and 1 at the horizon. */
function skyAt({ sky }: Light, share: number): Colour {
  const exact = share * (sky.length - 1)
  const at = Math.min(sky.length - 2, Math.floor(exact))
  return mix(sky[at] ?? [0, 0, 0], sky[at + 1] ?? [0, 0, 0], exact - at)
}

function addStars(bytes: Uint8ClampedArray, width: number, height: number, sky: Float32Array, random: Random): void {
  const count = Math.round((width * height) / pixelsPerStar)
  for (let star = 0; star < count; star++) {
    const x = Math.floor(random() * (width - 2))
    const y = Math.floor(random() * (height * 0.7))
    const [bright, large] = [0.35 + 0.65 * random() ** 3, random() < 0.3 ? 2 : 1]
    const index = y * width + x
    if (sky[index]! < 0.9 || sky[index + width + 1]! < 0.9) continue
    for (let spot = 0; spot < large * large; spot++) {
      const at = (index + (spot & 1) + (spot >> 1) * width) * 4
      for (let channel = 0; channel < 3; channel++) {
        bytes[at + channel] = bytes[at + channel]! + (235 - bytes[at + channel]!) * bright
      }
    }
  }
}

/** The light that falls on what is put into the picture: the hour's, in the picture's own tone and brightness. */
export function lightWithin(bytes: Uint8ClampedArray, light: Light): Light {
  const mean: [number, number, number] = [0, 0, 0]
  const step = 4 * 97
  const count = Math.ceil(bytes.length / step)
  for (let at = 0; at < bytes.length; at += step) {
    for (const channel of [0, 1, 2] as const) mean[channel] += bytes[at + channel]! / count
  }
  const lightness = brightness(mean)
  const dark = Math.min(1, Math.max(0, (0.36 - lightness) / 0.3))
  return {
    ...light,
    haze: mix(light.haze, mean, 0.5),
    sky: light.sky.map((colour) => mix(colour, mean, 0.4)),
    darkness: Math.max(light.darkness, dark),
  }
}
