/** A farm: striped fields over the hills, a red barn with its silo, a turning windmill, fences and bales. */

import type { Season } from '../script/shot-plan.ts'
import { lit, sides } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, darken, hex } from './paint/colour.ts'
import { paintBarn, paintWindmill } from './paint/farmstead.ts'
import { paintFence } from './paint/fence.ts'
import { foregroundGrass, grassScatter } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { alongBand, scenery } from './paint/scenery.ts'
import { fillShape, paintBox, paintLine } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const fields: Record<Season, { far: readonly string[]; crop: string; ground: string; near: string }> = {
  spring: { far: ['#9ccb62', '#c4d86a', '#7fb856', '#e8d860'], crop: '#7fbf4a', ground: '#a8c86a', near: '#6fa84c' },
  summer: { far: ['#e3c85f', '#a9c45a', '#d9b24a', '#7fae50'], crop: '#e6b940', ground: '#c9c066', near: '#7f9f48' },
  autumn: { far: ['#c79a4a', '#b07a3c', '#d8b25a', '#9a8a4a'], crop: '#c98f3a', ground: '#c0a058', near: '#8f7840' },
  winter: { far: ['#eef3f9', '#dfe8f2', '#f6f9fd', '#d3dfec'], crop: '#cfdae6', ground: '#f0f5fa', near: '#dbe5f0' },
}

export function paintFarm(order: SetOrder): Place {
  const { width, height, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.57
  const tone = fields[season]
  const side = random() < 0.5
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8aa3b8',
        crest: horizon - unit * 0.15,
        foot: horizon - unit * 0.01,
        bottom: horizon + unit * 0.05,
        feature: width * 0.5,
        ruggedness: 0.35,
        distance: 0.84,
      }),
      stripes(order, {
        depth: 0.16,
        crest: horizon - unit * 0.09,
        foot: horizon + unit * 0.01,
        bottom: horizon + unit * 0.12,
        distance: 0.58,
      }),
      stripes(order, {
        depth: 0.26,
        crest: horizon - unit * 0.035,
        foot: horizon + unit * 0.05,
        bottom: horizon + unit * 0.2,
        distance: 0.4,
      }),
      treeRow(order, {
        depth: 0.32,
        ground: horizon + unit * 0.06,
        tall: unit * 0.12,
        density: 9,
        distance: 0.4,
        paint: paintBroadleaf,
      }),
      ...paintWindmill(order, { x: width * (side ? 0.7 : 0.27), foot: horizon + unit * 0.07, tall: unit * 0.3 }),
      paintBarn(order, { x: width * (side ? 0.2 : 0.8), foot: horizon + unit * 0.1, tall: unit * 0.3 }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.08,
        far: tone.ground,
        near: tone.near,
        scatter: grassScatter(order, { count: 300, sizes: [0.008, 0.032], colour: tone.near }),
      }),
      bales(order, horizon + unit * 0.13),
      paintFence(order, {
        depth: 0.82,
        y: horizon + unit * 0.16,
        tall: unit * 0.085,
        kind: 'rails',
        colour: '#9a7a58',
        distance: 0.1,
      }),
    ],
    foreground: [
      season === 'winter' ? foregroundGrass(order, tone.crop, 0.08) : foregroundGrass(order, tone.crop, 0.17),
    ],
    medium: 'ground',
    horizon,
    floor: height * 0.86,
    dust: season === 'winter' ? 'snow' : 'dust',
  }
}

interface StripesOrder {
  depth: number
  crest: number
  foot: number
  bottom: number
  distance: number
}

/** A hill laid out in fields: bands of colour that fan out from far away. */
function stripes(order: SetOrder, { distance, ...hill }: StripesOrder): Layer {
  const { width, light, season, random } = order
  const { far } = fields[season]
  return ridgeBand(order, {
    ...hill,
    distance,
    colour: far[0] ?? '#a9c45a',
    feature: width * 0.6,
    ruggedness: 0.12,
    decorate({ target, period, height, place }, lineAt) {
      target.globalCompositeOperation = 'source-atop'
      const count = 16
      for (let field = 0; field < count; field++) {
        const wide = (period / count) * (0.75 + random() * 0.5)
        const colour = lit(hex(far[Math.floor(random() * far.length)] ?? '#a9c45a'), light, distance)
        place((field / count) * period, wide * 2, (x) => {
          fillShape(target, [x, 0, x + wide, 0, x + wide * 1.6, height, x + wide * 0.3, height], css(colour, 0.85))
          for (let row = 1; row < 5; row++)
            paintLine(
              target,
              [x + (wide * row) / 5, lineAt(x), x + (wide * row) / 5 + wide * 0.45, height],
              1,
              css(darken(colour, 0.16), 0.5),
            )
        })
      }
      target.globalCompositeOperation = 'source-over'
    },
  })
}

/** Round bales of straw; heaps of snow in winter. */
function bales(order: SetOrder, y: number): Layer {
  const { width, height, light, season, random } = order
  const size = Math.min(width, height) * 0.045
  const { bright, dark } = sides(hex(season === 'winter' ? '#f2f6fb' : '#e0b95a'), light, 0.14)
  return scenery(order, { depth: 0.7, top: y - size * 3, bottom: y + size }, (band) => {
    for (const { x, luck } of alongBand(band, random, 5, 1.4))
      band.place(x, size * 3, (at) => {
        const { target } = band
        const radius = size * (0.75 + luck * 0.35)
        paintBox(target, at, y - radius * 2, radius * 1.5, radius * 2, { bright, dark })
        target.fillStyle = css(bright)
        target.beginPath()
        target.ellipse(at, y - radius, radius * 0.7, radius, 0, 0, Math.PI * 2)
        target.fill()
        target.strokeStyle = css(darken(dark, 0.1), 0.7)
        target.lineWidth = Math.max(1, radius * 0.05)
        for (const ring of [0.75, 0.5, 0.25]) {
          target.beginPath()
          target.ellipse(at, y - radius, radius * 0.7 * ring, radius * ring, 0, 0, Math.PI * 2)
          target.stroke()
        }
      })
  })
}
