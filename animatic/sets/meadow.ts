/** An open meadow with hills, a few trees and flowers; the place for a prompt that names none. */
import type { Season } from '../script/shot-plan.ts'
import { lit } from './light.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { foregroundGrass, groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf, paintBush, paintTuft } from './paint/tree.ts'
import type { Place, SetOrder } from './place.ts'

export const grassColours: Record<Season, { far: string; near: string; blade: string }> = {
  spring: { far: '#a5c66a', near: '#6fae4c', blade: '#5c9c42' },
  summer: { far: '#9fbf62', near: '#5f9e48', blade: '#4f8c3e' },
  autumn: { far: '#c9ae5f', near: '#a18743', blade: '#8a7238' },
  winter: { far: '#e6edf4', near: '#d4dfea', blade: '#b3c2d0' },
}

const petals = ['#ffffff', '#ffd84d', '#ff8fab', '#c59bff', '#ff6f61']

export function paintMeadow(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.56
  const grass = grassColours[season]
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.1,
        colour: '#7d93b8',
        crest: horizon - unit * 0.17,
        foot: horizon - unit * 0.01,
        bottom: horizon + unit * 0.1,
        feature: width * 0.5,
        ruggedness: 0.55,
        distance: 0.85,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: season === 'winter' ? '#c9d6e4' : '#7fa070',
        crest: horizon - unit * 0.1,
        foot: horizon + unit * 0.02,
        bottom: horizon + unit * 0.14,
        feature: width * 0.6,
        ruggedness: 0.15,
        distance: 0.6,
      }),
      treeRow(order, {
        depth: 0.28,
        ground: horizon + unit * 0.02,
        tall: unit * 0.1,
        density: 20,
        distance: 0.5,
        paint: paintBroadleaf,
      }),
      ridgeBand(order, {
        depth: 0.38,
        colour: grass.far,
        crest: horizon - unit * 0.025,
        foot: horizon + unit * 0.055,
        bottom: horizon + unit * 0.24,
        feature: width * 0.7,
        ruggedness: 0.1,
        distance: 0.34,
      }),
      treeRow(order, {
        depth: 0.46,
        ground: horizon + unit * 0.06,
        tall: unit * 0.3,
        density: 3.4,
        sway: 3,
        distance: 0.24,
        paint: paintBroadleaf,
      }),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.07,
        far: grass.far,
        near: grass.near,
        scatter: {
          count: 340,
          paint(target, x, y, share, own) {
            const size = unit * (0.008 + share * 0.03)
            paintTuft(target, x, y, size, lit(hex(grass.blade), light, 0.25 * (1 - share)), own, 5)
            if (season === 'winter' || own() < 0.62) return
            target.fillStyle = css(lit(hex(petals[Math.floor(own() * petals.length)] ?? '#ffffff'), light, 0))
            target.beginPath()
            target.ellipse(x, y - size, size * 0.2, size * 0.17, 0, 0, Math.PI * 2)
            target.fill()
          },
        },
      }),
      treeRow(order, {
        depth: 0.8,
        ground: horizon + unit * 0.12,
        tall: unit * 0.07,
        density: 3,
        distance: 0.24,
        paint: paintBush,
      }),
    ],
    foreground: [foregroundGrass(order, grass.blade, 0.13)],
    medium: 'ground',
    horizon,
    floor: height * 0.84,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}
