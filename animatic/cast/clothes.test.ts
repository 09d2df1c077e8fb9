import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Canvas } from '@napi-rs/canvas'
import type { Garment } from '../script/shot-plan.ts'
import { lightOf } from '../sets/light.ts'
import { headOf } from './head.ts'
import { makeSprite } from './sprite.ts'

const light = lightOf('day', 'clear')

async function dressed(drawing: string, ...wears: Garment[]): Promise<Canvas> {
  return (await makeSprite({ drawing, height: 200, light, isPerson: true, wears })).picture
}

/** Share of the painted pixels between two shares of the height that are red. */
function redShare(picture: Canvas, upper: number, lower: number): number {
  const { width, height } = picture
  const top = Math.round(upper * height)
  const { data } = picture.getContext('2d').getImageData(0, top, width, Math.round(lower * height) - top)
  let [red, seen] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 200) continue
    seen++
    if ((data[at] ?? 0) > 110 && (data[at + 1] ?? 0) < 100 && (data[at + 2] ?? 0) < 110) red++
  }
  return red / seen
}

test('a red dress is red from the shoulders to the knees, on whoever stands, walks or runs in it', async () => {
  for (const drawing of ['woman-standing', 'woman-walking', 'woman-running', 'girl']) {
    const picture = await dressed(drawing, { words: 'dress', cut: 'dress', colour: 'red' })
    const plain = await dressed(drawing)
    assert.ok(redShare(picture, drawing === 'girl' ? 0.55 : 0.3, 0.7) > 0.4, drawing)
    assert.ok(redShare(plain, 0.3, 0.7) < 0.1, drawing)
    assert.ok(redShare(picture, 0, 0.18) < 0.1, `the face of ${drawing}`)
  }
})

test('a shirt leaves the trousers as they are', async () => {
  const picture = await dressed('man-standing', { words: 'shirt', cut: 'top', colour: 'red' })
  assert.ok(redShare(picture, 0.3, 0.45) > 0.5)
  assert.ok(redShare(picture, 0.6, 0.9) < 0.05)
})

test('the head of an animal seen from the side is where it looks, that of a person on top', async () => {
  const dog = await makeSprite({ drawing: 'dog', height: 200, light })
  assert.ok(headOf('dog', dog.picture, dog.drawnFacing).right > 0.15)
  const man = await makeSprite({ drawing: 'man-standing', height: 200, light, isPerson: true })
  assert.ok(Math.abs(headOf('man-standing', man.picture, man.drawnFacing).right) < 0.1)
})
