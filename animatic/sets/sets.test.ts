import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import type { View } from '../camera/view.ts'
import { seededRandom } from '../random.ts'
import { season, type TimeOfDay, timeOfDay, weather } from '../script/shot-plan.ts'
import { findSet, setNames } from './index.ts'
import { lightOf } from './light.ts'
import type { Place, SetOrder } from './place.ts'

type Change = Partial<Pick<SetOrder, 'width' | 'height' | 'season' | 'weather' | 'timeOfDay'>>

function placeOf(name: string, change: Change): Place {
  const asked = { width: 160, height: 90, timeOfDay: 'day', weather: 'clear', season: 'summer', ...change } as const
  return findSet(name)({
    ...asked,
    random: seededRandom(7),
    sunSide: 0.7,
    light: lightOf(asked.timeOfDay, asked.weather),
  })
}

function frameOf(place: Place, seconds: number, width = 160, height = 90, view: Partial<View> = {}): Buffer {
  const canvas = createCanvas(width, height)
  const target = canvas.getContext('2d')
  const rest: View = {
    x: 0,
    y: 0,
    scroll: 0,
    scrollSpeed: 0,
    zoom: 1,
    lens: 0.5,
    focusX: width / 2,
    focusY: height / 2,
  }
  for (const layer of [...place.backdrop, ...place.ground, ...place.foreground])
    layer.draw(target, { ...rest, ...view }, seconds)
  return Buffer.from(canvas.data())
}

/** The spread of the green channel: near 0 for a frame of one colour. */
function contrast(frame: Buffer): number {
  const values = Array.from({ length: frame.length / 16 }, (_, index) => frame[index * 16 + 1] ?? 0)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** Two layers that meet between pixels may leave a little of a row's opacity away; a hole leaves all of it. */
function isCovered(frame: Buffer, rows: number): boolean {
  for (let at = 3; at < rows * 160 * 4; at += 4) if ((frame[at] ?? 0) < 128) return false
  return true
}

const hours: readonly TimeOfDay[] = timeOfDay.options
const airs = weather.options

for (const name of setNames) {
  test(`${name}: paints at every hour, season and shape of frame, and moves`, () => {
    hours.forEach((hour, index) => {
      const change = { timeOfDay: hour, season: season.options[index % 4], weather: airs[(index * 3) % airs.length] }
      assert.ok(contrast(frameOf(placeOf(name, change), 1)) > 5, `${hour} is flat`)
    })
    for (const one of season.options) {
      const place = placeOf(name, { season: one })
      assert.ok(contrast(frameOf(place, 1)) > 5, `${one} is flat`)
    }
    const place = placeOf(name, {})
    assert.ok(!frameOf(place, 1).equals(frameOf(place, 2.4)), 'two moments differ')
    assert.ok(frameOf(placeOf(name, {}), 1).equals(frameOf(place, 1)), 'the same order paints the same place')
    assert.ok(place.floor > place.horizon && place.floor < 90)
    for (const [width, height] of [
      [90, 160],
      [120, 120],
    ] as const)
      assert.ok(contrast(frameOf(placeOf(name, { width, height }), 1, width, height)) > 5, `${width}x${height}`)
  })

  test(`${name}: shows no edge of a layer, wherever the camera goes`, () => {
    const place = placeOf(name, {})
    const water = Math.ceil(place.water?.top ?? 90)
    for (const view of [
      { x: -17.5, zoom: 1.06 },
      { x: 17.5, zoom: 1.06, scroll: 5000 },
      { y: -3.1, zoom: 1.1 },
      { y: 3.1, zoom: 1.1 },
      { zoom: 1.28, lens: 0.1, focusY: 62 },
      { x: -10, scroll: -731.5, zoom: 1.12, lens: 0.2, y: -2 },
    ]) {
      const frame = frameOf(place, 3, 160, 90, view)
      // What lies behind water is the mirror's part, which is drawn elsewhere.
      assert.ok(isCovered(frame, Math.min(90, water - 6)), `above: ${JSON.stringify(view)}`)
      if (!place.water) assert.ok(isCovered(frame, 90), `below: ${JSON.stringify(view)}`)
    }
  })
}
