/** A country road across open land, with posts and trees that pass by. */

import { lit } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { daisies, foregroundGrass, grassColours, grassScatter } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintRoad } from './paint/road.ts'
import { paintSky } from './paint/sky.ts'
import type { StandingPainter } from './paint/standing.ts'
import { paintBroadleaf } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export function paintHighway(order: SetOrder): Place {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.56
  const grass = grassColours[season]
  const verge = height * 0.73
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
        distance: 0.4,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 0.8,
        top: horizon + unit * 0.05,
        far: grass.far,
        near: grass.near,
        scatter: grassScatter(order, { count: 200, sizes: [0.008, 0.026], colour: grass.blade, blossoms: daisies }),
      }),
      treeRow(order, {
        depth: 0.74,
        ground: verge - unit * 0.03,
        tall: unit * 0.36,
        density: 2,
        sway: 3,
        distance: 0.15,
        paint: paintBroadleaf,
      }),
      treeRow(order, {
        depth: 0.96,
        ground: verge,
        tall: unit * 0.055,
        density: 5,
        distance: 0.05,
        paint: paintMarkerPost,
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

const paintMarkerPost: StandingPainter = (target, x, y, tall, { light, distance }) => {
  target.fillStyle = css(lit(hex('#f4f4f0'), light, distance))
  target.fillRect(x, y - tall, tall * 0.16, tall)
  target.fillStyle = css(lit(hex('#d9483b'), light, distance))
  target.fillRect(x, y - tall * 0.86, tall * 0.16, tall * 0.2)
}
