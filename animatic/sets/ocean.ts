/** The open sea: swell to the horizon, clouds and a far island. */
import { paintClouds } from './paint/cloud.ts'
import { paintGlitter } from './paint/glitter.ts'
import { ridgeBand } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintSwell } from './paint/swell.ts'
import type { Place, SetOrder } from './place.ts'

export function paintOcean(order: SetOrder): Place {
  const { width, height, weather } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.46
  const rough = weather === 'storm' ? 1 : weather === 'wind' || weather === 'rain' ? 0.7 : 0.4
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.07,
        colour: '#6b86a6',
        crest: horizon - unit * 0.07,
        foot: horizon + unit * 0.16,
        bottom: horizon + 2,
        feature: width * 0.9,
        ruggedness: 0.5,
        distance: 0.85,
      }),
    ],
    water: { top: horizon, colour: '#1f6a93', roughness: 0.35 + rough * 0.35 },
    ground: [
      ...paintSwell(order, { top: horizon, colour: '#2a7ea6', roughness: rough, from: 0, to: 5 }),
      paintGlitter(order, horizon),
    ],
    foreground: paintSwell(order, { top: horizon, colour: '#1d638c', roughness: rough, from: 5, to: 7 }),
    medium: 'water',
    horizon,
    floor: height * 0.78,
    dust: 'splash',
  }
}
