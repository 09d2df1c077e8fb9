import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { plainSvg } from './plain-svg.ts'
import { readDrawing } from './read-drawing.ts'

const size = 32

async function pixels(svg: Buffer): Promise<Uint8ClampedArray> {
  const canvas = createCanvas(size, size)
  canvas.getContext('2d').drawImage(await loadImage(svg), 0, 0, size, size)
  return canvas.getContext('2d').getImageData(0, 0, size, size).data
}

function document(body: string): Buffer {
  return Buffer.from(plainSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32">${body}</svg>`))
}

const middle = (16 * size + 16) * 4

test('a shape that is used again is drawn, as itself and as what clips another', async () => {
  const shape = '<defs><path id="a" fill="#f00" d="M0 0h32v32H0z"/></defs>'
  for (const body of [
    '<use href="#a"/>',
    '<clipPath id="c"><use href="#a"/></clipPath><g clip-path="url(#c)"><path fill="#f00" d="M4 4h24v24H4z"/></g>',
  ]) {
    const data = await pixels(document(shape + body))
    assert.deepEqual([...data.subarray(middle, middle + 4)], [255, 0, 0, 255], body)
  }
})

test('an ellipse shows its gradient, and stands where and as large as it is told', async () => {
  const data = await pixels(
    document(
      '<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><ellipse cx="16" cy="16" rx="12" ry="6" fill="url(#g)"/>',
    ),
  )
  const at = (x: number, y: number) => [...data.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)]
  assert.ok((at(6, 16)[0] ?? 0) > 180 && (at(26, 16)[2] ?? 0) > 180, `${at(6, 16)} to ${at(26, 16)}`)
  assert.equal(at(16, 8)[3], 0, 'above it is nothing')
  assert.equal(at(2, 16)[3], 0, 'beside it is nothing')
})

test('drawings of the set that clip by what is used again are whole', async () => {
  for (const name of ['face-screaming-in-fear', 'shaking-face', 'rolling-on-the-floor-laughing', 'cinema']) {
    const data = await pixels(await readDrawing(name, size))
    const opaque = data.filter((value, at) => at % 4 === 3 && value > 200).length / (size * size)
    assert.ok(opaque > 0.5, `${name}: ${opaque}`)
  }
})
