/** A stadium: a mown pitch with white lines, stands full of people, floodlights, flags on the roof's edge. */
import { lit } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, darken, hex, mix } from './paint/colour.ts'
import { crowdColours, paintCrowd, paintFlashes } from './paint/crowd.ts'
import { drawFlag } from './paint/flag.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { pinned } from './paint/pinned.ts'
import { landmark, scenery, usualSpan } from './paint/scenery.ts'
import { paintGlow, paintLine, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintStandRoof } from './paint/stand-roof.ts'
import { paintTowers } from './paint/towers.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintStadium(order: SetOrder): Place {
  const { width, height, season, weather, light } = order
  const unit = Math.min(width, height)
  const pitch = height * 0.645
  const stand = unit * 0.34
  return {
    backdrop: [
      ...paintSky(order, pitch),
      ...paintClouds(order, pitch * 0.8),
      paintTowers(order, {
        depth: 0.08,
        ground: pitch - unit * 0.05,
        low: unit * 0.3,
        high: unit * 0.46,
        wide: unit * 0.08,
        distance: 0.84,
        gap: 0.4,
      }),
      paintStandRoof(order, { foot: pitch - stand * 0.84, tall: unit * 0.09 }),
      ...flags(order, pitch - stand * 0.84 - unit * 0.085),
      paintCrowd(order, { depth: 0.3, top: pitch - stand, bottom: pitch - stand * 0.36, rows: 12, distance: 0.42 }),
      paintCrowd(order, {
        depth: 0.36,
        top: pitch - stand * 0.38,
        bottom: pitch - unit * 0.045,
        rows: 6,
        distance: 0.26,
      }),
      paintFlashes(order, pitch - stand, pitch - unit * 0.06),
      boards(order, pitch),
      ...[0.12, 0.88].map((share) => floodlight(order, share * width, pitch)),
    ],
    ground: [lawn(order, pitch), goal(order, pitch)],
    foreground: [],
    medium: 'ground',
    horizon: pitch,
    floor: height * 0.87,
    dust: season === 'winter' || weather === 'snow' ? 'snow' : 'grass',
    // Floodlights make an evening game as bright as a dull day.
    ...(light.darkness > 0.4 ? { light: { ...light, ambient: mix(light.ambient, hex('#f4f6ff'), 0.7) } } : {}),
  }
}

function flags(order: SetOrder, top: number): Layer[] {
  const { width, height, light } = order
  const long = Math.min(width, height) * 0.06
  const tones = tonesAt(light, 0.38)
  return [0.1, 0.38, 0.66, 0.94].map((share, index) =>
    pinned({ depth: 0.28, period: width * usualSpan, x: width * share, reach: long * 1.2 }, (target, seconds) => {
      paintLine(target, [0, top + long * 0.4, 0, top - long * 0.75], Math.max(1, long * 0.05), tones.flat('#dfe4ec'))
      drawFlag(
        target,
        { y: top - long * 0.75, long, colour: tones.flat(crowdColours[index] ?? crowdColours[0]), phase: index * 2 },
        seconds,
      )
    }),
  )
}

/** Coloured boards round the pitch. */
function boards(order: SetOrder, pitch: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.2)
  return scenery(
    order,
    { depth: 0.5, top: pitch - unit * 0.055, bottom: pitch + unit * 0.03, span: 1.5 },
    ({ target, period }) => {
      target.fillStyle = tones.flat('#7d4a40')
      target.fillRect(0, pitch - unit * 0.006, period + 4, unit * 0.04)
      const count = 10
      for (let board = 0; board <= count; board++) {
        const [left, wide] = [(board / count) * period, period / count]
        target.fillStyle = tones.flat(['#2f5f9a', '#d2473f', '#f2ede2', '#2f8a6a', '#e0a030'][board % 5] ?? '#2f5f9a')
        target.fillRect(left, pitch - unit * 0.05, wide - 1, unit * 0.045)
        target.fillStyle = tones.flat(board % 5 === 2 ? '#3f4f78' : '#f8f4ea')
        for (let letter = 0, x = left + wide * 0.16; letter < 6; letter++) {
          const across = wide * (0.05 + random() * 0.06)
          target.fillRect(x, pitch - unit * 0.038, across, unit * 0.02)
          x += across + wide * 0.03
        }
      }
    },
  )
}

function floodlight(order: SetOrder, x: number, pitch: number): Layer {
  const { width, height, light } = order
  const tall = Math.min(Math.min(width, height) * 0.6, pitch * 0.92)
  const tones = tonesAt(light, 0.36)
  return landmark(
    order,
    { depth: 0.34, x, reach: tall * 0.5, top: pitch - tall * 1.4, bottom: pitch - tall * 0.3 },
    (target) => {
      const top = pitch - tall
      paintLine(target, [0, pitch, 0, top], tall * 0.018, tones.flat('#a8b0bc'))
      if (lampsAreOn(light)) paintGlow(target, 0, top, tall * 0.4, hex('#eef4ff'), 0.75)
      for (let row = 0; row < 3; row++)
        for (let lamp = 0; lamp < 5; lamp++) {
          target.fillStyle = lampsAreOn(light) ? '#ffffff' : tones.flat('#cfd8e2')
          target.fillRect(
            (lamp - 2.5) * tall * 0.034,
            top - tall * 0.05 + row * tall * 0.03,
            tall * 0.028,
            tall * 0.023,
          )
        }
    },
  )
}

/** Grass mown in stripes that fan out, with the touch line and the circle. */
function lawn(order: SetOrder, pitch: number): Layer {
  const { width, height, season, weather } = order
  const light = lampsAreOn(order.light)
    ? { ...order.light, ambient: mix(order.light.ambient, hex('#eef4ff'), 0.68) }
    : order.light
  const white = season === 'winter' || weather === 'snow'
  const bottom = height * 1.16
  return scenery(order, { depth: 1, top: pitch + height * 0.012, bottom, span: 1.6 }, ({ target, period }) => {
    const green = lit(hex(white ? '#e4ecf2' : season === 'autumn' ? '#86a04a' : '#5aa84c'), light, 0.1)
    const rows = 9
    const yAt = (row: number) => pitch + (height * 1.1 - pitch) * (row / rows) ** 1.6
    for (let row = 0; row < rows; row++) {
      target.fillStyle = css(darken(green, row % 2 ? 0.16 : 0.03))
      target.fillRect(0, yAt(row), period + 4, bottom - yAt(row))
    }
    const depthShade = target.createLinearGradient(0, pitch, 0, height)
    depthShade.addColorStop(0, css(light.haze, 0.22))
    depthShade.addColorStop(0.5, css(light.haze, 0))
    target.fillStyle = depthShade
    target.fillRect(0, pitch, period + 4, height - pitch)
    target.fillStyle = css(lit(hex(white ? '#d2564a' : '#fbfbf6'), light, 0.02), 0.9)
    target.fillRect(0, yAt(1), period + 4, Math.max(2, height * 0.006))
    target.fillRect(0, yAt(7.3), period + 4, Math.max(3, height * 0.013))
    target.strokeStyle = target.fillStyle
    target.lineWidth = Math.max(2, height * 0.007)
    target.beginPath()
    target.ellipse(width * 0.5, yAt(4.2), width * 0.26, (yAt(5.6) - yAt(2.8)) / 2, 0, 0, Math.PI * 2)
    target.stroke()
  })
}

/** A goal to one side, its net seen slantwise. */
function goal(order: SetOrder, pitch: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tall = unit * 0.19
  const foot = pitch + unit * 0.075
  const side = random() < 0.5 ? 1 : -1
  const tones = tonesAt(light, 0.06)
  return landmark(
    order,
    {
      depth: 0.8,
      x: width * (0.5 + side * 0.42),
      reach: tall * 1.6,
      top: foot - tall * 1.2,
      bottom: foot + tall * 0.1,
    },
    (target) => {
      target.strokeStyle = tones.flat('#eef2f6', 0.4)
      target.lineWidth = 1
      target.beginPath()
      for (let line = 0; line <= 18; line++) {
        const x = (line / 18 - 0.5) * tall * 2.4
        target.moveTo(x, foot - tall)
        target.lineTo(x * 0.9 + side * tall * 0.2, foot - tall * 0.08)
      }
      for (let line = 0; line <= 9; line++) {
        const y = foot - tall * (1 - line / 9.6)
        target.moveTo(-tall * 1.2, y)
        target.lineTo(tall * 1.2, y)
      }
      target.stroke()
      paintLine(
        target,
        [-tall * 1.2, foot, -tall * 1.2, foot - tall, tall * 1.2, foot - tall, tall * 1.2, foot],
        tall * 0.055,
        tones.flat('#ffffff'),
      )
    },
  )
}
