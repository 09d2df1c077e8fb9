/** A rainforest: steaming canopies one behind the other, giant trees with lianas, ferns, a frame of broad leaves. */
import { sides } from './light.ts'
import { hex, mix } from './paint/colour.ts'
import { paintFern, paintLeaf, paintLeafClump } from './paint/frond.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintPalm } from './paint/palm.ts'
import { paintMist, paintSparks } from './paint/puffs.ts'
import { rainforestGreens as greens, paintCanopy, paintGiants } from './paint/rainforest.ts'
import { alongBand, placeAlike, scenery } from './paint/scenery.ts'
import { type Sides, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintSunbeams } from './paint/sunbeams.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const blooms = ['#ff5d73', '#ffb13d', '#f06bd0', '#ff8757'] as const

export function paintJungle(order: SetOrder): Place {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  const haze = mix(order.light.haze, hex('#bfe6a8'), 0.4 * (1 - order.light.darkness * 0.6))
  const light = { ...order.light, haze }
  const wet = { ...order, light }
  const ground = height * 0.66
  const near = tonesAt(light, 0.16)
  return {
    backdrop: [
      ...paintSky(wet, ground),
      ridgeBand(wet, {
        depth: 0.1,
        colour: '#4f9079',
        crest: ground - unit * 0.56,
        foot: ground - unit * 0.2,
        bottom: ground + unit * 0.05,
        feature: width * 0.3,
        ruggedness: 0.5,
        distance: 0.85,
      }),
      paintCanopy(wet, {
        depth: 0.18,
        y: ground - unit * 0.22,
        size: unit * 0.1,
        foot: ground + unit * 0.05,
        distance: 0.68,
      }),
      paintMist(wet, { depth: 0.22, y: ground - unit * 0.1, tall: unit * 0.13, colour: haze, alpha: 0.55, count: 5 }),
      paintCanopy(wet, {
        depth: 0.3,
        y: ground - unit * 0.1,
        size: unit * 0.12,
        foot: ground + unit * 0.06,
        distance: 0.46,
      }),
      treeRow(wet, {
        depth: 0.4,
        ground: ground + unit * 0.04,
        tall: unit * 0.5,
        density: 4,
        distance: 0.32,
        paint: paintPalm,
      }),
      paintGiants(wet, { depth: 0.52, foot: ground + unit * 0.05, wide: unit * 0.085, distance: 0.26 }),
      paintSunbeams(wet, ground),
    ],
    ground: [
      groundBand(wet, {
        depth: 1,
        top: ground + unit * 0.02,
        far: '#86b05a',
        near: '#3d6b3a',
        scatter: {
          count: 170,
          paint: (target, x, y, share, own) =>
            paintFern(target, x, y, unit * (0.012 + share * 0.024), near.sides(greens[share > 0.5 ? 0 : 2]), own, 4),
        },
      }),
      scenery(wet, { depth: 0.8, top: ground - unit * 0.1, bottom: ground + unit * 0.12 }, (band) => {
        for (const { x, luck } of alongBand(band, random, 12)) {
          placeAlike(band, random, x, unit * 0.2, (at, own) => {
            const tones = near.sides(greens[Math.floor(luck * 4)] ?? greens[0])
            const y = ground + unit * (0.06 + own() * 0.03)
            if (luck < 0.55) paintFern(band.target, at, y, unit * 0.1, tones, own)
            else paintLeafClump(band.target, at, y, unit * 0.1, tones, own)
            if (luck > 0.75) bloom(band.target, at, y - unit * 0.07, unit * 0.022, luck)
          })
        }
      }),
    ],
    foreground: [frame(wet), glimmer(wet)],
    medium: 'ground',
    light,
    horizon: ground,
    floor: height * 0.86,
    dust: 'grass',
  }

  function bloom(target: Parameters<typeof paintLeaf>[0], x: number, y: number, size: number, luck: number): void {
    const tones = near.sides(blooms[Math.floor(luck * 16) % 4] ?? blooms[0])
    for (let petal = 0; petal < 5; petal++) paintLeaf(target, x, y, size, (petal / 5) * Math.PI * 2, tones, 0.4)
    target.fillStyle = near.flat('#ffe27a')
    target.beginPath()
    target.arc(x, y, size * 0.22, 0, Math.PI * 2)
    target.fill()
  }
}

/** Dark leaves close to the lens in the lower corners; the middle stays free. */
function frame(order: SetOrder): Layer {
  const { width, height, light, random } = order
  const size = Math.min(width, height) * 0.3
  const shadow = (colour: string): Sides => {
    const { bright, dark } = sides(hex(colour), light, 0)
    return { bright: mix(bright, hex('#0c2a20'), 0.5), dark: mix(dark, hex('#0a231c'), 0.62) }
  }
  return scenery(order, { depth: 1.4, top: height - size * 0.95, bottom: height * 1.14, span: 1.4 }, (band) => {
    for (const share of [0.0, 0.05, 0.67, 0.72, 0.93]) {
      placeAlike(band, random, band.period * share, size * 1.2, (at, own) => {
        paintLeafClump(
          band.target,
          at,
          height * 1.09,
          size * (0.75 + own() * 0.3),
          shadow(greens[share < 0.5 ? 0 : 2]),
          own,
        )
      })
    }
  })
}

/** Fireflies after dark, pollen in the sun by day. */
function glimmer(order: SetOrder): Layer {
  const { height, light } = order
  const size = Math.min(order.width, height) * (light.darkness > 0.4 ? 0.014 : 0.005)
  const colour = hex(light.darkness > 0.4 ? '#e6ff8a' : '#fff6c8')
  return paintSparks(order, {
    depth: 1.1,
    top: height * 0.25,
    bottom: height * 0.9,
    colour,
    count: 26,
    size,
    pace: 0.03,
  })
}
