/** What is seen out of a window, far to near: trees and hills, or the fronts of a town. */
import { paintBuilding } from '../paint/building.ts'
import { paintClouds } from '../paint/cloud.ts'
import { hex } from '../paint/colour.ts'
import { ridgeBand, treeRow } from '../paint/land.ts'
import { paintSky } from '../paint/sky.ts'
import { paintStrip } from '../paint/strip.ts'
import { paintBroadleaf } from '../paint/tree.ts'
import type { Layer, SetOrder } from '../place.ts'
import { paintWeather } from '../weather/weather.ts'

export type Outlook = 'garden' | 'town'

/** Layers over the whole frame, to be clipped to the windows; `eye` is the horizon, pixels from the top. */
export function paintOutlook(order: SetOrder, eye: number, outlook: Outlook): Layer[] {
  return [
    ...paintSky(order, eye),
    ...paintClouds(order, eye).slice(0, 1),
    ...(outlook === 'town' ? townscape(order, eye) : gardenScape(order, eye)),
    ...paintWeather(order),
  ]
}

function gardenScape(order: SetOrder, eye: number): Layer[] {
  const { height, width, season } = order
  const unit = Math.min(width, height)
  const green = { spring: '#9ac46a', summer: '#7fb257', autumn: '#c49a4c', winter: '#e6edf6' }[season]
  return [
    ridgeBand(order, {
      depth: 0.12,
      colour: season === 'winter' ? '#b9c6da' : '#6f95a0',
      crest: eye - unit * 0.12,
      foot: eye + unit * 0.02,
      bottom: eye + unit * 0.2,
      feature: width * 0.3,
      ruggedness: 0.3,
      distance: 0.6,
    }),
    ridgeBand(order, {
      depth: 0.22,
      colour: green,
      crest: eye - unit * 0.01,
      foot: eye + unit * 0.04,
      bottom: eye + unit * 0.36,
      feature: width * 0.4,
      ruggedness: 0.15,
      distance: 0.25,
    }),
    treeRow(order, {
      depth: 0.3,
      ground: eye + unit * 0.12,
      tall: unit * 0.3,
      density: 5,
      distance: 0.12,
      paint: paintBroadleaf,
    }),
  ]
}

function townscape(order: SetOrder, eye: number): Layer[] {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  return [
    { depth: 0.12, distance: 0.65, high: 0.17, wide: 0.07, colours: ['#7f8fb0', '#8a97b5', '#93a0b8'] },
    {
      depth: 0.24,
      distance: 0.3,
      high: 0.09,
      wide: 0.13,
      colours: ['#b8655a', '#c98a5e', '#8a7f9a', '#6f8aa8', '#a89a80'],
    },
  ].map(({ depth, distance, high, wide, colours }) =>
    paintStrip({ depth, period: width * 1.7, top: eye - unit * high, height: unit * (high + 0.3) }, (band) => {
      const count = Math.round((width * 1.7) / (unit * wide))
      for (let index = 0; index < count; index++) {
        paintBuilding(band, {
          x: (index * band.period) / count,
          ground: band.height,
          width: band.period / count,
          height: unit * (0.27 + (high + 0.03) * random()),
          colour: hex(colours[Math.floor(random() * colours.length)] ?? '#8a97b5'),
          distance,
          order,
        })
      }
    }),
  )
}
