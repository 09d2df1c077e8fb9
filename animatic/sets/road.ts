/** A country road across open land, with posts and trees that pass by. */
import { lit } from './light.ts'
import { grassColours } from './meadow.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { foregroundGrass, groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintRoad } from './paint/road.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintTuft } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintHighway(order: SetOrder): Place {
  const { width, height, light, season, random } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.56
  const grass = grassColours[season]
  const verge = height * 0.73
  const tree = (distance: number) => ({ light, season, random, distance })
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7289ac',
        crest: horizon - unit * 0.22,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.04,
        feature: width * 0.45,
        ruggedness: 0.7,
        distance: 0.78,
      }),
      ridgeBand(order, {
        depth: 0.22,
        colour: grass.far,
        crest: horizon - unit * 0.06,
        foot: horizon + unit * 0.03,
        bottom: horizon + unit * 0.16,
        feature: width * 0.7,
        ruggedness: 0.12,
        distance: 0.48,
      }),
      treeRow(order, {
        depth: 0.34,
        ground: horizon + unit * 0.045,
        tall: unit * 0.14,
        density: 11,
        paint: (band, x, y, tall) =>
          band.place(x, tall * 0.6, (at) => paintBroadleaf(band.target, at, y, tall, tree(0.4))),
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 0.8,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: grass.near,
        scatter: {
          count: 200,
          paint: (band, x, y, share) =>
            paintTuft(
              band.target,
              x,
              y,
              unit * (0.008 + share * 0.02),
              lit(hex(grass.blade), light, 0.2 * (1 - share)),
              random,
              5,
            ),
        },
      }),
      treeRow(order, {
        depth: 0.74,
        ground: verge - unit * 0.03,
        tall: unit * 0.36,
        density: 2,
        sway: 3,
        paint: (band, x, y, tall) =>
          band.place(x, tall * 0.5, (at) => paintBroadleaf(band.target, at, y, tall, tree(0.15))),
      }),
      treeRow(order, {
        depth: 0.96,
        ground: verge,
        tall: unit * 0.055,
        density: 5,
        paint: (band, x, y, tall) =>
          band.place(x, tall, (at) => {
            band.target.fillStyle = css(lit(hex('#f4f4f0'), light, 0.05))
            band.target.fillRect(at, y - tall, tall * 0.16, tall)
            band.target.fillStyle = css(lit(hex('#d9483b'), light, 0.05))
            band.target.fillRect(at, y - tall * 0.86, tall * 0.16, tall * 0.2)
          }),
      }),
      ...paintRoad(order, { top: verge, pavement: 0 }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.1)],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: order.weather === 'rain' || order.weather === 'storm' ? 'splash' : 'dust',
  }
}
