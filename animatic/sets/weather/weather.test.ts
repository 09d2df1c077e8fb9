import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import type { View } from '../../camera/view.ts'
import { seededRandom } from '../../random.ts'
import type { Weather } from '../../script/shot-plan.ts'
import { findSet } from '../index.ts'
import { lightOf } from '../light.ts'
import type { Layer, Place, SetOrder } from '../place.ts'
import { paintWeather } from './weather.ts'

const [width, height] = [320, 180]
const rest: View = { x: 0, y: 0, scroll: 0, scrollSpeed: 0, zoom: 1, lens: 0.5, focusX: width / 2, focusY: height / 2 }

function orderOf(weather: Weather): SetOrder {
  const light = lightOf('day', weather)
  return { width, height, timeOfDay: 'day', weather, season: 'summer', light, sunSide: 0.7, random: seededRandom(3) }
}

function falling(weather: Weather, name = 'meadow'): { layers: Layer[]; place: Place } {
  const order = orderOf(weather)
  const place = findSet(name)(order)
  return { layers: paintWeather(order, place), place }
}

/** What the layers alone leave on a transparent frame: a row of pixels is `width * 4` bytes. */
function drawn(layers: readonly Layer[], seconds: number): Buffer {
  const canvas = createCanvas(width, height)
  for (const layer of layers) layer.draw(canvas.getContext('2d'), rest, seconds)
  return Buffer.from(canvas.data())
}

function opacity(frame: Buffer, fromRow = 0, toRow = height): number {
  let sum = 0
  for (let at = fromRow * width * 4 + 3; at < toRow * width * 4; at += 4) sum += frame[at] ?? 0
  return sum
}

test('rain strikes the ground below the horizon and nowhere above it', () => {
  for (const weather of ['rain', 'storm'] as const) {
    const { layers, place } = falling(weather)
    const [splashes] = layers
    assert.ok(splashes)
    const frame = drawn([splashes], 2)
    assert.equal(opacity(frame, 0, Math.floor(place.horizon)), 0)
    assert.ok(opacity(frame, Math.floor(place.horizon)) > 0)
    assert.ok(!frame.equals(drawn([splashes], 2.1)), 'it splashes elsewhere a moment later')
  }
})

test('rain and snow are always falling', () => {
  for (const weather of ['rain', 'snow'] as const) {
    const { layers } = falling(weather)
    assert.ok(!drawn(layers, 1).equals(drawn(layers, 1.04)), weather)
  }
})

test('snow gathers on the ground', () => {
  const [cover] = falling('snow').layers
  assert.ok(cover)
  assert.ok(opacity(drawn([cover], 8)) > opacity(drawn([cover], 1)) * 2)
})

test('a storm strikes: the flash and the bolt come in the same moment', () => {
  const order = orderOf('storm')
  const place = findSet('meadow')(order)
  const flash = paintWeather(order, place).at(-1)
  assert.ok(flash)
  const moments = Array.from({ length: 120 }, (_, index) => index / 20)
  const bright = moments.filter((seconds) => opacity(drawn([flash], seconds)) > 0)
  assert.ok(bright.length > 0 && bright.length < moments.length / 4)
  const white = (seconds: number) => {
    const frame = drawn(place.backdrop, seconds)
    let count = 0
    for (let at = 0; at < frame.length; at += 4) if (Math.min(...frame.subarray(at, at + 3)) > 190) count++
    return count
  }
  const strongest = Math.max(...bright.map(white))
  assert.ok(strongest > 10, `${strongest} white pixels of a bolt`)
  assert.equal(white((bright[0] ?? 0) - 0.1), 0)
})

test('fog lies in banks at three distances, thicker below than above', () => {
  const { layers } = falling('fog')
  assert.equal(layers.length, 3)
  const frame = drawn(layers, 1)
  assert.ok(opacity(frame, height / 2) > opacity(frame, 0, height / 2) * 2)
})

test('wind carries sand over the desert and leaves over a meadow', () => {
  const shareOf = (name: string) => opacity(drawn(falling('wind', name).layers, 1))
  assert.ok(shareOf('desert') > shareOf('meadow') * 5)
})

test('no weather falls where there is no sky', () => {
  for (const name of ['cave', 'underwater', 'space', 'moon', 'kitchen'])
    assert.equal(findSet(name)(orderOf('rain')).indoors, true, name)
})
