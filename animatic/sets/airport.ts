/** An airport: the apron with its yellow lines, airliners at the terminal, the control tower, a plane that takes off. */
import { createCanvas } from '@napi-rs/canvas'
import { lit } from './light.ts'
import { paintControlTower, paintTerminal } from './paint/airfield.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { ridgeBand } from './paint/land.ts'
import { paintPaving } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { landmark, scenery, usualSpan } from './paint/scenery.ts'
import { paintGlow, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintAirliner } from './paint/vehicle-shapes.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintAirport(order: SetOrder): Place {
  const { width, height, season, weather, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  const apron = horizon + unit * 0.055
  const side = random() < 0.5 ? 1 : -1
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      takeOff(order, side),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8398b8',
        crest: horizon - unit * 0.13,
        foot: horizon,
        bottom: horizon + unit * 0.03,
        feature: width * 0.5,
        ruggedness: 0.4,
        distance: 0.84,
      }),
      ridgeBand(order, {
        depth: 0.16,
        colour: season === 'winter' ? '#dbe5ef' : '#86a072',
        crest: horizon - unit * 0.04,
        foot: horizon,
        bottom: apron + 4,
        feature: width * 0.6,
        ruggedness: 0.15,
        distance: 0.6,
      }),
      paintTerminal(order, { x: width * (0.5 + side * 0.3), foot: apron, tall: unit * 0.2 }),
      paintControlTower(order, { x: width * (0.5 - side * 0.3), foot: apron, tall: unit * 0.44 }),
    ],
    ground: [
      paintPaving(order, { top: apron - 1, far: '#aeb2b8', near: '#7d828c', kind: 'tar' }),
      markings(order, apron),
      parked(order, { depth: 0.55, x: width * (0.5 + side * 0.27), y: apron + unit * 0.05, long: unit * 0.56 }),
      parked(order, { depth: 0.5, x: width * (0.5 - side * 0.36), y: apron + unit * 0.025, long: unit * 0.34 }),
      lights(order, apron),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

function parked(order: SetOrder, { depth, x, y, long }: { depth: number; x: number; y: number; long: number }): Layer {
  const { light, random } = order
  const tones = tonesAt(light, 0.2)
  const colour = ['#2f6fb0', '#d2473f', '#2f8f7a', '#e08a30'][Math.floor(random() * 4)] ?? '#2f6fb0'
  const flip = random() < 0.5 ? -1 : 1
  return landmark(order, { depth, x, reach: long * 0.62, top: y - long * 0.4, bottom: y + long * 0.06 }, (target) => {
    target.fillStyle = 'rgba(20,24,44,0.25)'
    target.beginPath()
    target.ellipse(0, y, long * 0.46, long * 0.022, 0, 0, Math.PI * 2)
    target.fill()
    target.scale(flip, 1)
    paintAirliner(target, 0, y, long, colour, tones)
  })
}

/** An airliner that climbs away over and over. */
function takeOff(order: SetOrder, side: number): Layer {
  const { width, height, light } = order
  const long = Math.min(width, height) * 0.15
  const canvas = createCanvas(Math.ceil(long * 1.2), Math.ceil(long * 0.4))
  const brush = canvas.getContext('2d')
  brush.translate(long * 0.6, long * 0.36)
  paintAirliner(brush, 0, 0, long, '#d2564a', tonesAt(light, 0.42))
  return pinned({ depth: 0.1, period: width * usualSpan, x: width * 0.5, reach: width * 0.8 }, (target, seconds) => {
    const flown = (seconds * 0.075 + 0.18) % 1
    target.translate(-side * (0.65 - flown * 1.3) * width, height * (0.46 - flown ** 1.5 * 0.5))
    target.scale(side, 1)
    target.rotate(-0.2)
    target.imageSmoothingQuality = 'low'
    target.drawImage(canvas, -long * 0.6, -long * 0.36)
    if (!lampsAreOn(light)) return
    target.fillStyle = Math.sin(seconds * 6) > 0 ? '#ff6a5a' : '#ffffff'
    target.beginPath()
    target.arc(0, -long * 0.08, Math.max(1.2, long * 0.018), 0, Math.PI * 2)
    target.fill()
  })
}

/** Yellow lines that the aircraft follow, and white ones across. */
function markings(order: SetOrder, apron: number): Layer {
  const { height, light } = order
  return scenery(order, { depth: 1, top: apron, bottom: height * 1.1, span: 1.5 }, ({ target, period }) => {
    const yellow = css(lit(hex('#f2c23c'), light, 0.06), 0.9)
    const y = (share: number) => apron + (height - apron) * share
    target.fillStyle = yellow
    target.fillRect(0, y(0.36), period + 4, Math.max(2, height * 0.006))
    for (let turn = 0; turn < 3; turn++) {
      const x = ((turn + 0.5) / 3) * period
      target.strokeStyle = yellow
      target.lineWidth = Math.max(2, height * 0.006)
      target.beginPath()
      target.moveTo(x - height * 0.5, y(0.36))
      target.quadraticCurveTo(x - height * 0.1, y(0.38), x - height * 0.04, y(0.08))
      target.stroke()
    }
    target.fillStyle = css(lit(hex('#ffffff'), light, 0.06), 0.75)
    for (let dash = 0; dash <= 8; dash++)
      target.fillRect((dash / 8) * period, y(0.86), (period / 8) * 0.55, Math.max(3, height * 0.012))
  })
}

/** Blue lights at the taxiway's edge, lit after dark. */
function lights(order: SetOrder, apron: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const y = apron + unit * 0.1
  return scenery(
    order,
    { depth: 0.8, top: y - unit * 0.05, bottom: y + unit * 0.05, span: 1.5 },
    ({ target, period }) => {
      for (let lamp = 0; lamp < 14; lamp++) {
        const x = ((lamp + 0.5) / 14) * period
        if (lampsAreOn(light)) paintGlow(target, x, y, unit * 0.045, hex('#5aa8ff'), 0.85)
        target.fillStyle = lampsAreOn(light) ? '#cfe6ff' : css(lit(hex('#4a6a9a'), light, 0.1))
        target.fillRect(x - unit * 0.004, y - unit * 0.008, unit * 0.008, unit * 0.012)
      }
    },
  )
}
