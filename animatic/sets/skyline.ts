/** A city seen over its river: towers behind towers, their lights in the water, a promenade with a railing. */
import { paintBoat } from './paint/boat.ts'
import { paintClouds } from './paint/cloud.ts'
import { paintFence } from './paint/fence.ts'
import { paintHighRises, paintNeedle } from './paint/high-rise.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand } from './paint/land.ts'
import { paintPaving } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { usualSpan } from './paint/scenery.ts'
import { fillShape, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintTowers } from './paint/towers.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintSkyline(order: SetOrder): Place {
  const { width, height, season, weather } = order
  const unit = Math.min(width, height)
  const shore = height * 0.575
  const terrace = height * 0.735
  return {
    backdrop: [
      ...paintSky(order, shore),
      ...paintClouds(order, shore),
      ridgeBand(order, {
        depth: 0.05,
        colour: '#8b97b8',
        crest: shore - unit * 0.14,
        foot: shore,
        bottom: shore + 2,
        feature: width * 0.6,
        ruggedness: 0.4,
        distance: 0.88,
      }),
      paintTowers(order, {
        depth: 0.09,
        ground: shore,
        low: unit * 0.08,
        high: unit * 0.34,
        wide: unit * 0.055,
        distance: 0.84,
      }),
      paintNeedle(order, shore),
      paintTowers(order, {
        depth: 0.17,
        ground: shore,
        low: unit * 0.1,
        high: unit * 0.44,
        wide: unit * 0.075,
        distance: 0.62,
        gap: 0.12,
      }),
      ...paintHighRises(order, shore),
      paintTowers(order, {
        depth: 0.28,
        ground: shore,
        low: unit * 0.05,
        high: unit * 0.22,
        wide: unit * 0.095,
        distance: 0.4,
        gap: 0.16,
        colours: ['#8f9ab8', '#b09a98', '#9aa8b0', '#a89ab8'],
      }),
      ridgeBand(order, {
        depth: 0.4,
        colour: season === 'winter' ? '#cfdae6' : season === 'autumn' ? '#b08048' : '#5f8a5a',
        crest: shore - unit * 0.035,
        foot: shore - unit * 0.005,
        bottom: shore + 3,
        feature: width * 0.06,
        ruggedness: 0.4,
        distance: 0.32,
      }),
    ],
    water: { top: shore, colour: '#35668f', roughness: weather === 'storm' || weather === 'wind' ? 0.55 : 0.2 },
    ground: [
      ferry(order, shore + unit * 0.045),
      paintBoat(order, {
        depth: 0.6,
        x: width * 0.2,
        y: shore + unit * 0.05,
        long: unit * 0.12,
        distance: 0.24,
        kind: 'sail',
      }),
      paintPaving(order, { top: terrace, far: '#bcb4b4', near: '#948c90', kind: 'slabs' }),
      paintFence(order, {
        depth: 0.93,
        y: terrace + unit * 0.02,
        tall: unit * 0.12,
        kind: 'railing',
        colour: '#3f4a5c',
        distance: 0.08,
      }),
      ...paintLampRow(order, {
        depth: 0.95,
        foot: terrace + unit * 0.025,
        tall: unit * 0.36,
        at: [0.1, 0.6],
        span: 1.5,
        distance: 0.04,
        kind: 'lantern',
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon: shore,
    floor: height * 0.88,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

/** A ferry that crosses slowly. */
function ferry(order: SetOrder, y: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.3)
  const long = unit * 0.2
  return pinned({ depth: 0.55, period: width * usualSpan, x: width * 0.7, reach: width * 0.6 }, (target, seconds) => {
    target.translate(-seconds * width * 0.012, y + Math.sin(seconds) * unit * 0.002)
    fillShape(
      target,
      [-long * 0.5, -long * 0.09, long * 0.52, -long * 0.09, long * 0.44, long * 0.03, -long * 0.44, long * 0.03],
      tones.flat('#f4efe4'),
    )
    fillShape(
      target,
      [-long * 0.46, -long * 0.02, long * 0.48, -long * 0.02, long * 0.44, long * 0.03, -long * 0.44, long * 0.03],
      tones.flat('#3f5f9a'),
    )
    target.fillStyle = tones.flat('#e6dfd2')
    target.fillRect(-long * 0.3, -long * 0.2, long * 0.56, long * 0.12)
    target.fillStyle = tones.flat('#d2564a')
    target.fillRect(long * 0.05, -long * 0.3, long * 0.08, long * 0.11)
    target.fillStyle = lampsAreOn(light) ? '#ffe09a' : tones.flat('#5f7f99')
    for (let window = 0; window < 8; window++)
      target.fillRect(-long * 0.27 + window * long * 0.065, -long * 0.165, long * 0.04, long * 0.045)
  })
}
