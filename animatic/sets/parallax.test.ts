import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { seededRandom } from '../random.ts'
import { findSet, setNames } from './index.ts'
import { lightOf } from './light.ts'
import type { Layer } from './place.ts'

const [width, height] = [320, 180]
/** Pixels that the world has passed by at the subject's distance: no more, or what passes has left the frame. */
const travelled = 60

function columnsOf(layer: Layer, scroll: number): Buffer {
  const canvas = createCanvas(width, height)
  const focus = { focusX: width / 2, focusY: height / 2 }
  layer.draw(canvas.getContext('2d'), { x: 0, y: 0, scroll, scrollSpeed: 0, zoom: 1, lens: 0.5, ...focus }, 1)
  return Buffer.from(canvas.data())
}

/** Pixels by which the layer passes to the left; none when it shows nothing that could tell. */
function shiftOf(layer: Layer): number | undefined {
  const [before, after] = [columnsOf(layer, 0), columnsOf(layer, travelled)]
  const differences = Array.from({ length: travelled * 2 }, (_, shift) => {
    let sum = 0
    for (let y = 0; y < height; y += 2)
      for (let x = 0; x + travelled * 2 < width; x += 3)
        for (const part of [1, 3])
          sum += Math.abs((before[(y * width + x + shift) * 4 + part] ?? 0) - (after[(y * width + x) * 4 + part] ?? 0))
    return sum
  })
  const least = Math.min(...differences)
  return Math.max(...differences) > least * 2 + 200 ? differences.indexOf(least) : undefined
}

for (const name of setNames) {
  const place = findSet(name)({
    width,
    height,
    timeOfDay: 'day',
    weather: 'clear',
    season: 'summer',
    sunSide: 0.7,
    random: seededRandom(5),
    light: lightOf('day', 'clear'),
  })
  if (place.indoors) continue
  test(`${name}: passes by at five speeds at least`, () => {
    const shifts = [...place.backdrop, ...place.ground, ...place.foreground].map(shiftOf)
    // Two distances that differ by less than this share of the way cannot be told apart.
    const speeds = new Set(shifts.flatMap((shift) => (shift === undefined ? [] : [Math.round(shift / 2)])))
    assert.ok(speeds.size >= 5, `${[...speeds]}`)
  })
}
