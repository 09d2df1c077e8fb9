/** A car park before a shopping centre: rows of cars between painted bays, lamps on tall masts, trees in tubs. */
import { lit } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintMall } from './paint/mall.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { alongBand, placeAlike, scenery } from './paint/scenery.ts'
import { paintLine, pickOf, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintTowers } from './paint/towers.ts'
import { paintBroadleaf, paintBush } from './paint/tree.ts'
import { carColours, paintCar } from './paint/vehicle-shapes.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintParkingLot(order: SetOrder): Place {
  const { width, height, season, weather } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.59
  const lot = horizon + unit * 0.045
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      paintTowers(order, {
        depth: 0.08,
        ground: horizon + 2,
        low: unit * 0.1,
        high: unit * 0.36,
        wide: unit * 0.075,
        distance: 0.82,
        gap: 0.3,
      }),
      ridgeBand(order, {
        depth: 0.16,
        colour: season === 'winter' ? '#d3dde9' : season === 'autumn' ? '#b8945a' : '#82a27e',
        crest: horizon - unit * 0.05,
        foot: horizon,
        bottom: lot + 4,
        feature: width * 0.3,
        ruggedness: 0.35,
        distance: 0.56,
      }),
      treeRow(order, {
        depth: 0.24,
        ground: horizon + unit * 0.02,
        tall: unit * 0.2,
        density: 10,
        distance: 0.48,
        paint: paintBroadleaf,
      }),
      ...[0.18, 0.98].map((share) => paintMall(order, { x: width * share, foot: lot, tall: unit * 0.24 })),
    ],
    ground: [
      paintPaving(order, { top: lot - 1, far: '#868b95', near: '#5f646f', kind: 'tar' }),
      cars(order, { depth: 0.5, y: lot + unit * 0.03, long: unit * 0.19, count: 11, distance: 0.24 }),
      bays(order, { depth: 0.66, top: lot + unit * 0.045, bottom: lot + unit * 0.1, wide: unit * 0.3 }),
      ...paintLampRow(order, {
        depth: 0.6,
        foot: lot + unit * 0.07,
        tall: unit * 0.44,
        at: [0.1, 0.46, 0.8],
        distance: 0.16,
        kind: 'arm',
        colour: '#6a717c',
      }),
      cars(order, { depth: 0.66, y: lot + unit * 0.085, long: unit * 0.27, count: 7, distance: 0.12 }),
      paintStripe(order, {
        depth: 0.74,
        top: lot + unit * 0.098,
        bottom: lot + unit * 0.112,
        colour: season === 'winter' ? '#eef3fa' : '#c4bfb8',
      }),
      treeRow(order, {
        depth: 0.78,
        ground: lot + unit * 0.112,
        tall: unit * 0.045,
        density: 5,
        distance: 0.1,
        paint: paintBush,
      }),
      arrows(order, height * 0.93),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

interface CarsOrder {
  depth: number
  y: number
  long: number
  count: number
  distance: number
}

/** Cars side by side with gaps; snow lies on them in winter. */
function cars(order: SetOrder, { depth, y, long, count, distance }: CarsOrder): Layer {
  const { light, random, season } = order
  const tones = tonesAt(light, distance)
  return scenery(order, { depth, top: y - long * 0.4, bottom: y + long * 0.06 }, (band) => {
    for (const { x, luck } of alongBand(band, random, count, 0.16)) {
      if (luck < 0.26) continue
      placeAlike(band, random, x, long * 0.6, (at, own) => {
        band.target.save()
        band.target.translate(at, 0)
        band.target.scale(own() < 0.5 ? 1 : -1, 1)
        paintCar(band.target, 0, y, long, pickOf(own, carColours), tones)
        if (season === 'winter') {
          band.target.fillStyle = tones.flat('#f6f9ff', 0.95)
          band.target.beginPath()
          band.target.ellipse(-long * 0.05, y - long * 0.345, long * 0.15, long * 0.022, 0, 0, Math.PI * 2)
          band.target.ellipse(long * 0.37, y - long * 0.208, long * 0.1, long * 0.014, 0.1, 0, Math.PI * 2)
          band.target.fill()
        }
        band.target.restore()
      })
    }
  })
}

/** Slanted white lines between the places. */
function bays(
  order: SetOrder,
  { depth, top, bottom, wide }: { depth: number; top: number; bottom: number; wide: number },
): Layer {
  return scenery(order, { depth, top, bottom }, (band) => {
    const white = css(lit(hex('#f6f2e6'), order.light, 0.1), 0.8)
    const count = Math.round(band.period / wide)
    for (let line = 0; line < count; line++)
      band.place((line / count) * band.period, wide * 0.3, (x) =>
        paintLine(band.target, [x + wide * 0.1, top, x - wide * 0.06, bottom], Math.max(1.5, wide * 0.014), white),
      )
  })
}

/** Arrows on the lane where the subject is. */
function arrows(order: SetOrder, y: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tall = height * 0.022
  return scenery(order, { depth: 1, top: y - tall * 1.5, bottom: y + tall * 1.5, span: 1.5 }, ({ target, period }) => {
    target.fillStyle = css(lit(hex('#f6f2e6'), light, 0.04), 0.7)
    for (let arrow = 0; arrow < 4; arrow++) {
      const x = ((arrow + 0.3) / 4) * period
      target.fillRect(x, y - tall * 0.25, unit * 0.16, tall * 0.5)
      target.beginPath()
      target.moveTo(x + unit * 0.15, y - tall)
      target.lineTo(x + unit * 0.24, y)
      target.lineTo(x + unit * 0.15, y + tall)
      target.fill()
    }
  })
}
