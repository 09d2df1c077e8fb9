import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { View } from '../camera/view.ts'
import { seededRandom } from '../random.ts'
import { season } from '../script/shot-plan.ts'
import { findSet, setNames } from './index.ts'
import { lightOf } from './light.ts'
import type { Layer } from './place.ts'

const rest: View = { x: 0, y: 0, scroll: 0, scrollSpeed: 0, zoom: 1, lens: 0.5, focusX: 160, focusY: 90 }

/** The pictures that a layer lays side by side, with the pixels after which each comes again. */
function tilesOf(layer: Layer): { picture: Canvas; period: number }[] {
  // So wide a target needs several copies of whatever repeats.
  const target = createCanvas(320 * 6, 180).getContext('2d')
  const places = new Map<Canvas, number[]>()
  const watched = new Proxy(target, {
    get(real, name) {
      const value = Reflect.get(real, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        const [picture, x] = given
        if (name === 'drawImage' && given.length === 3)
          places.set(picture as Canvas, [...(places.get(picture as Canvas) ?? []), x as number])
        return value.apply(real, given)
      }
    },
    set: (real, name, value) => Reflect.set(real, name, value),
  }) as SKRSContext2D
  layer.draw(watched, rest, 1)
  return [...places].flatMap(([picture, [first = 0, second = 0]]) => {
    const period = second - first
    return period > 0 && period < picture.width && picture.width - period <= 4 ? [{ picture, period }] : []
  })
}

/** The share of rows whose pixels differ between the first column and the one that lies over it at the seam. */
function seamShare({ picture, period }: { picture: Canvas; period: number }): number {
  const brush = picture.getContext('2d')
  brush.resetTransform()
  const [first = [], again = []] = [0, period].map((x) => {
    const { data } = brush.getImageData(x, 0, 1, picture.height)
    return Array.from(data, (value, at) => (at % 4 === 3 ? value : (value * (data[at - (at % 4) + 3] ?? 0)) / 255))
  })
  const rows = Array.from({ length: picture.height }, (_, row) =>
    [0, 1, 2, 3].some((part) => Math.abs((first[row * 4 + part] ?? 0) - (again[row * 4 + part] ?? 0)) > 60),
  )
  return rows.filter(Boolean).length / picture.height
}

for (const name of setNames) {
  test(`${name}: what stands on the seam of a strip goes on beyond it`, () => {
    for (const [index, one] of season.options.entries()) {
      const order = { width: 320, height: 180, timeOfDay: 'day', weather: 'clear', season: one } as const
      const place = findSet(name)({
        ...order,
        random: seededRandom(11 + index),
        sunSide: 0.7,
        light: lightOf('day', 'clear'),
      })
      // A room's walls repeat panel by panel, and their joints are meant to be seen.
      if (place.indoors) return
      const layers = { backdrop: place.backdrop, ground: place.ground, foreground: place.foreground }
      for (const [part, list] of Object.entries(layers))
        list.forEach((layer, at) => {
          for (const tile of tilesOf(layer)) {
            const share = seamShare(tile)
            assert.ok(share < 0.09, `${part} ${at} in ${one}: cut off over ${Math.round(share * 100)} % of its height`)
          }
        })
    }
  })
}
