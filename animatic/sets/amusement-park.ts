/** An amusement park: a wheel that turns, a roller coaster, striped tents, stalls with bulbs, balloons that rise. */
import { scattered } from '../random.ts'
import { paintClouds } from './paint/cloud.ts'
import { paintCoaster } from './paint/coaster.ts'
import { css, hex } from './paint/colour.ts'
import { paintFence } from './paint/fence.ts'
import { paintFerrisWheel } from './paint/ferris-wheel.ts'
import { paintBunting } from './paint/flag.ts'
import { lampsAreOn, paintLamp } from './paint/lamp.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintPaving } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { paintGlow, paintLine, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintStall } from './paint/stall.ts'
import { paintTent } from './paint/tent.ts'
import { paintBroadleaf } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintAmusementPark(order: SetOrder): Place {
  const { width, height, season, weather, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  const ground = height * 0.67
  const side = random() < 0.5 ? 1 : -1
  const tents = [-side * 0.36, side * 0.2, side * 0.62, -side * 0.78].map((share) => (0.5 + share) * width)
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: season === 'winter' ? '#d3dde9' : '#8aa890',
        crest: horizon - unit * 0.12,
        foot: horizon,
        bottom: horizon + unit * 0.05,
        feature: width * 0.5,
        ruggedness: 0.3,
        distance: 0.8,
      }),
      ...paintCoaster(order, { depth: 0.18, foot: horizon + unit * 0.02, tall: unit * 0.36, distance: 0.6 }),
      paintFerrisWheel(order, {
        depth: 0.26,
        x: width * (0.5 + side * 0.26),
        foot: horizon + unit * 0.04,
        radius: unit * 0.235,
        distance: 0.34,
      }),
      treeRow(order, {
        depth: 0.32,
        ground: horizon + unit * 0.045,
        tall: unit * 0.13,
        density: 16,
        distance: 0.42,
        paint: paintBroadleaf,
      }),
      ...tents
        .slice(0, 3)
        .flatMap((x, index) =>
          paintTent(order, { x, foot: ground, tall: unit * (index === 1 ? 0.2 : 0.29), colour: index }),
        ),
    ],
    ground: [
      paintPaving(order, { top: ground - 1, far: '#d9c9ae', near: '#b39c80', kind: 'slabs' }),
      paintFence(order, {
        depth: 0.6,
        y: ground + unit * 0.025,
        tall: unit * 0.05,
        kind: 'pickets',
        colour: '#f4efe4',
        distance: 0.2,
      }),
      stalls(order, ground + unit * 0.06, side),
      garlands(order),
    ],
    foreground: [balloons(order)],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'dust',
  }
}

/** Stalls with prizes and lamps, off to the sides. */
function stalls(order: SetOrder, foot: number, side: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const size = unit * 0.27
  const spots = [0.5 - side * 0.44, 0.5 + side * 0.42].map((share) => share * width)
  return scenery(order, { depth: 0.8, top: foot - unit * 0.6, bottom: foot + unit * 0.05 }, (band) => {
    for (const x of spots)
      placeAlike(band, random, x, size, (at, own) => paintStall(band.target, at, foot, size, own, order, 0.1))
    for (const x of [width * 0.5 - side * width * 0.25, width * 1.2])
      band.place(x, unit * 0.3, (at) =>
        paintLamp(band.target, at, foot, unit * 0.34, { light, distance: 0.08, kind: 'ball', colour: '#8a3f48' }),
      )
  })
}

/** Pennants by day, coloured bulbs by night. */
function garlands(order: SetOrder): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const top = height * 0.06
  const bulbs = ['#ff8a7a', '#ffe08a', '#8ad0ff', '#a8f0a0', '#f0a8ff'] as const
  return scenery(order, { depth: 0.6, top, bottom: top + unit * 0.3, span: 1.4 }, (band) => {
    for (let span = 0; span < 3; span++) {
      const [from, to] = [(span / 3) * band.period, ((span + 1) / 3) * band.period]
      paintBunting(
        band.target,
        { from: [from, top + unit * 0.03], to: [to, top + unit * 0.03], sag: unit * 0.08, size: unit * 0.03 },
        tonesAt(light, 0.12),
      )
      if (!lampsAreOn(light)) continue
      for (let bulb = 1; bulb < 10; bulb++) {
        const share = bulb / 10
        const [x, y] = [from + (to - from) * share, top + unit * 0.03 + unit * 0.32 * share * (1 - share)]
        paintGlow(band.target, x, y, unit * 0.045, hex(bulbs[bulb % 5] ?? bulbs[0]), 0.9)
      }
    }
  })
}

/** Balloons that somebody let go of. */
function balloons({ width, height, light }: SetOrder): Layer {
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.16)
  const colours = ['#e2574c', '#f2b441', '#4fa3d8', '#6cb668', '#c77fd0'].map((colour) => tones.sides(colour))
  return pinned({ depth: 0.7, period: width * 1.3, x: width * 0.5, reach: width * 0.8 }, (target, seconds) => {
    for (let index = 0; index < 7; index++) {
      const risen = (seconds * 0.06 + scattered(index, 31)) % 1
      const share = scattered(index, 32) - 0.5
      const x = (share + Math.sign(share) * 0.14) * width + Math.sin(seconds * 0.8 + index) * unit * 0.02
      const y = height * (0.62 - risen * 0.85)
      const size = unit * (0.016 + scattered(index, 33) * 0.008)
      const { bright, dark } = colours[index % colours.length] ?? tones.sides('#e2574c')
      paintLine(
        target,
        [x, y + size * 1.2, x + Math.sin(seconds * 2 + index) * size * 0.3, y + size * 3],
        Math.max(1, size * 0.06),
        css(dark, 0.7),
      )
      target.fillStyle = css(dark)
      target.beginPath()
      target.ellipse(x, y, size, size * 1.25, 0, 0, Math.PI * 2)
      target.fill()
      target.fillStyle = css(bright, 0.8)
      target.beginPath()
      target.ellipse(x - size * 0.2, y - size * 0.25, size * 0.62, size * 0.8, 0, 0, Math.PI * 2)
      target.fill()
    }
  })
}
