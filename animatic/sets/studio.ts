/** A photographer's studio: a seamless backdrop that bends into the floor, softboxes on stands, a pool of light, dust in it. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { readColour } from '../cast/recolour.ts'
import { lightOf } from './light.ts'
import { brightness, type Colour, css, darken, lighten, mix } from './paint/colour.ts'
import { paintStrip } from './paint/strip.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const usual = '#c9ced8'
/** Below this brightness the paper counts as dark: light shows on it as a halo. */
const darkPaper = 0.3

export function paintStudio(order: SetOrder): Place {
  const { height } = order
  const colour = readColour(order.backdrop ?? usual)
  const isDark = brightness(colour) < darkPaper
  const bend = height * 0.66
  return {
    backdrop: [
      paper(order, colour, bend),
      softboxes(order, isDark, bend),
      pool(order, colour, isDark),
      motes(order, isDark),
    ],
    ground: [],
    foreground: [],
    medium: 'ground',
    light: { ...lightOf('day', 'clear'), darkness: isDark ? 0.1 : 0, haze: colour },
    horizon: bend,
    floor: height * 0.85,
    dust: 'none',
    indoors: true,
  }
}

/** Wall and floor in one piece; the bend is where it is least lit. */
function paper({ width, height }: SetOrder, colour: Colour, bend: number): Layer {
  const top = -height * 0.25
  return paintStrip({ depth: 0.5, period: width, top, height: height * 1.6 }, ({ target, period, height: tall }) => {
    const shade = target.createLinearGradient(0, 0, 0, tall)
    const at = (y: number) => (y - top) / tall
    shade.addColorStop(0, css(darken(colour, 0.4)))
    shade.addColorStop(at(bend - height * 0.2), css(lighten(colour, 0.02)))
    shade.addColorStop(at(bend), css(darken(colour, 0.12)))
    shade.addColorStop(at(bend + height * 0.12), css(lighten(colour, 0.06)))
    shade.addColorStop(at(height * 1.1), css(darken(colour, 0.24)))
    shade.addColorStop(1, css(darken(colour, 0.4)))
    target.fillStyle = shade
    target.fillRect(0, 0, period + 4, tall)
  })
}

/** Two lamps behind big white cloths, one at each side of where the subject stands. */
function softboxes({ width, height }: SetOrder, isDark: boolean, bend: number): Layer {
  const top = -height * 0.1
  const foot = bend + height * 0.03
  return paintStrip({ depth: 0.5, period: width * 1.1, top, height: foot - top + 4 }, (band) => {
    for (const side of [0.1, 0.9])
      band.place(band.period * side, width * 0.12, (x) => {
        paintSoftbox(band.target, x, { foot: foot - top, tall: height * 0.5, tilt: side < 0.5 ? 0.18 : -0.18, isDark })
      })
  })
}

interface Softbox {
  foot: number
  tall: number
  tilt: number
  isDark: boolean
}

function paintSoftbox(target: SKRSContext2D, x: number, { foot, tall, tilt, isDark }: Softbox): void {
  const metal = isDark ? '#3a3d46' : '#5c606b'
  const head = foot - tall
  target.strokeStyle = metal
  target.lineWidth = tall * 0.014
  target.lineCap = 'round'
  for (const [spread, from] of [
    [0, 0],
    [-0.13, 0.2],
    [0.13, 0.2],
  ] as const) {
    target.beginPath()
    target.moveTo(x, foot - tall * (spread === 0 ? 0.85 : from))
    target.lineTo(x + tall * spread, foot)
    target.stroke()
  }
  target.save()
  target.translate(x, head)
  target.rotate(tilt)
  const [wide, high] = [tall * 0.4, tall * 0.46]
  target.fillStyle = '#23252c'
  target.beginPath()
  target.roundRect(
    -wide / 2 - tall * 0.02,
    -high / 2 - tall * 0.02,
    wide + tall * 0.04,
    high + tall * 0.04,
    tall * 0.03,
  )
  target.fill()
  const glow = target.createRadialGradient(0, 0, 0, 0, 0, wide * 0.8)
  glow.addColorStop(0, '#ffffff')
  glow.addColorStop(1, isDark ? '#d9dce8' : '#eef0f6')
  target.fillStyle = glow
  target.fillRect(-wide / 2, -high / 2, wide, high)
  target.restore()
}

/** What the lamps throw on the wall and on the floor under the subject; it goes with the camera. */
function pool({ width, height }: SetOrder, colour: Colour, isDark: boolean): Layer {
  const white = mix(colour, [255, 251, 242], isDark ? 0.55 : 0.9)
  return {
    draw(target) {
      const spot = (y: number, wide: number, high: number, strength: number) => {
        target.save()
        target.translate(width / 2, y)
        target.scale(1, high / wide)
        const glow = target.createRadialGradient(0, 0, 0, 0, 0, wide)
        glow.addColorStop(0, css(white, strength))
        glow.addColorStop(0.5, css(white, strength * 0.38))
        glow.addColorStop(1, css(white, 0))
        target.fillStyle = glow
        target.fillRect(-wide, -wide, wide * 2, wide * 2)
        target.restore()
      }
      spot(height * 0.44, width * 0.4, height * 0.42, isDark ? 0.34 : 0.5)
      spot(height * 0.86, width * 0.36, height * 0.1, isDark ? 0.3 : 0.55)
    },
  }
}

/** Dust that drifts through the light. */
function motes({ width, height, random }: SetOrder, isDark: boolean): Layer {
  const specks = Array.from({ length: 26 }, () => ({
    x: random(),
    y: random(),
    size: height * (0.0012 + random() * 0.0022),
    phase: random() * 6.3,
  }))
  return {
    draw(target, _view, seconds) {
      target.fillStyle = isDark ? 'rgba(255,246,226,0.5)' : 'rgba(255,255,255,0.75)'
      for (const { x, y, size, phase } of specks) {
        const across = (x + Math.sin(seconds * 0.22 + phase) * 0.03) * width
        const down = ((((y - seconds * 0.012) % 1) + 1) % 1) * height * 0.8
        target.beginPath()
        target.arc(across, down, size * (1 + 0.4 * Math.sin(seconds * 1.1 + phase)), 0, Math.PI * 2)
        target.fill()
      }
    },
  }
}
