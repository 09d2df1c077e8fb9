/** A park in bloom: hedges, flower beds, a fence and tall trees. */
import { lit } from './light.ts'
import { grassColours } from './meadow.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, mix } from './paint/colour.ts'
import { foregroundGrass, groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import type { StandingPainter } from './paint/standing.ts'
import { paintStrip } from './paint/strip.ts'
import { paintBroadleaf, paintBush, paintTuft } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const blooms = ['#ff6f91', '#ffc75f', '#ffffff', '#d65db1', '#ff9671', '#9b8cff']

export function paintGarden(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.58
  const grass = grassColours[season]
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.14,
        colour: '#6f9a78',
        crest: horizon - unit * 0.14,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.06,
        feature: width * 0.16,
        ruggedness: 0.3,
        distance: 0.62,
      }),
      treeRow(order, {
        depth: 0.26,
        ground: horizon + unit * 0.02,
        tall: unit * 0.27,
        density: 10,
        distance: 0.48,
        paint: paintBroadleaf,
      }),
      treeRow(order, {
        depth: 0.42,
        ground: horizon + unit * 0.05,
        tall: unit * 0.4,
        density: 3.4,
        sway: 3,
        distance: 0.26,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: grass.near,
        scatter: {
          count: 220,
          paint: (target, x, y, share, own) =>
            paintTuft(
              target,
              x,
              y,
              unit * (0.008 + share * 0.022),
              lit(hex(grass.blade), light, 0.2 * (1 - share)),
              own,
              5,
            ),
        },
      }),
      fence(order, horizon + unit * 0.1),
      treeRow(order, {
        depth: 0.72,
        ground: horizon + unit * 0.115,
        tall: unit * 0.09,
        density: 9,
        distance: 0.12,
        paint: paintFlowerBed,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.12)],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

const paintFlowerBed: StandingPainter = (target, x, y, tall, order) => {
  paintBush(target, x, y, tall, order)
  const { random, light, season } = order
  for (let bloom = 0; bloom < (season === 'winter' ? 0 : 16); bloom++) {
    target.fillStyle = css(lit(hex(blooms[Math.floor(random() * blooms.length)] ?? '#ffffff'), light, 0.03))
    target.beginPath()
    const [dx, dy] = [(random() - 0.5) * tall * 1.9, random() * tall * 0.85]
    target.arc(x + dx, y - dy, tall * (0.05 + random() * 0.05), 0, Math.PI * 2)
    target.fill()
  }
}

function fence({ width, height, light }: SetOrder, ground: number): Layer {
  const tall = Math.min(width, height) * 0.09
  const white = lit(hex('#fbf7ee'), light, 0.18)
  const count = 46
  return paintStrip({ depth: 0.66, period: width * 1.5, top: ground - tall * 1.2, height: tall * 1.3 }, (band) => {
    const { target } = band
    const step = band.period / count
    target.fillStyle = css(mix(white, [120, 120, 130], 0.18))
    target.fillRect(0, tall * 0.5, band.period + 4, tall * 0.1)
    target.fillRect(0, tall * 0.9, band.period + 4, tall * 0.1)
    target.fillStyle = css(white)
    for (let index = 0; index <= count; index++) {
      const x = index * step
      target.beginPath()
      target.moveTo(x, tall * 1.2)
      target.lineTo(x, tall * 0.34)
      target.lineTo(x + step * 0.26, tall * 0.2)
      target.lineTo(x + step * 0.52, tall * 0.34)
      target.lineTo(x + step * 0.52, tall * 1.2)
      target.fill()
    }
  })
}
