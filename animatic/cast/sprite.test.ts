import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lightOf } from '../sets/light.ts'
import { drawingNames, findDrawing } from './catalogue.ts'
import { readDrawing } from './read-drawing.ts'
import { makeSprite } from './sprite.ts'

const light = lightOf('day', 'clear')

/** The mean colour of the opaque pixels. */
async function meanColour(drawing: string, colour?: string): Promise<[number, number, number]> {
  const { picture } = await makeSprite({ drawing, height: 60, light, ...(colour ? { colour } : {}) })
  const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height)
  const sum: [number, number, number] = [0, 0, 0]
  let seen = 0
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 200) continue
    seen++
    for (const channel of [0, 1, 2] as const) sum[channel] += data[at + channel] ?? 0
  }
  return [sum[0] / seen, sum[1] / seen, sum[2] / seen]
}

test('the catalogue points at drawings of the installed set', async () => {
  assert.ok(drawingNames().length > 3000)
  for (const name of ['cat', 'evergreen-tree', 'automobile', 'zzz']) {
    assert.ok(findDrawing(name))
    assert.match((await readDrawing(name, 32)).toString(), /^<svg .*<\/svg>$/s)
  }
  await assert.rejects(readDrawing('no-such-thing', 32), /no drawing named "no-such-thing"/)
})

test('a sprite is trimmed to what is painted and has the height asked for', async () => {
  const { picture, width, height } = await makeSprite({ drawing: 'cat', height: 100, light })
  assert.equal(height, 100)
  assert.ok(Math.abs(width / height - picture.width / picture.height) < 0.01)
  const row = picture.getContext('2d').getImageData(0, picture.height - 1, picture.width, 1).data
  assert.ok(
    row.some((value, index) => index % 4 === 3 && value > 0),
    'the lowest row is not empty',
  )
})

test('a named colour dresses the drawing', async () => {
  const [red, , blue] = await meanColour('automobile')
  const [redAfter, , blueAfter] = await meanColour('automobile', 'blue')
  assert.ok(red > blue)
  assert.ok(blueAfter > redAfter)
})

test('a head or a bust is given a body', async () => {
  for (const [drawing, isPerson] of [
    ['fox', false],
    ['astronaut', true],
    ['woman', true],
  ] as const) {
    const { picture } = await makeSprite({ drawing, height: 90, light, isPerson })
    assert.ok(picture.height > picture.width * 1.3, drawing)
  }
})

test('a figure that is whole already is given no second body', async () => {
  for (const [drawing, least] of [
    ['person-biking', 0.9],
    ['person-walking', 0.5],
    ['man-dancing', 0.5],
    ['person-in-bed', 1],
  ] as const) {
    const { width, height } = await makeSprite({ drawing, height: 90, light, isPerson: true })
    assert.ok(width / height > least, `${drawing} is ${width} by ${height}`)
  }
})

test('a board that somebody stands on lies level', async () => {
  const { width, height } = await makeSprite({ drawing: 'skateboard', height: 90, light, isLaid: true })
  assert.ok(width > height * 3)
})

test('one asleep lies down, one seated is lower than one who stands', async () => {
  const order = { drawing: 'fox', height: 100, light }
  const [standing, asleep, seated] = [
    await makeSprite(order),
    await makeSprite({ ...order, posture: 'asleep' }),
    await makeSprite({ ...order, posture: 'seated' }),
  ]
  assert.ok(standing.height > standing.width * 1.3)
  assert.ok(asleep.width > asleep.height * 1.3)
  assert.ok(seated.height < standing.height * 0.92)
  const dog = { ...order, drawing: 'dog' }
  assert.ok((await makeSprite({ ...dog, posture: 'asleep' })).height < (await makeSprite(dog)).height * 0.8)
})
