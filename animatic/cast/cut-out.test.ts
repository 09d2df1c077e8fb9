import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { cutOut } from './cut-out.ts'

function picture(paint: (brush: ReturnType<Canvas['getContext']>) => void): Canvas {
  const canvas = createCanvas(80, 60)
  paint(canvas.getContext('2d'))
  return canvas
}

test('a plain background is taken away and the pictures are cut to the figure', () => {
  const figure = picture((brush) => {
    brush.fillStyle = '#10c040'
    brush.fillRect(0, 0, 80, 60)
    brush.fillStyle = '#c03030'
    brush.fillRect(30, 20, 20, 30)
  })
  const [cut] = cutOut([figure]) ?? []
  assert.ok(cut)
  assert.deepEqual([cut.width, cut.height], [20, 30])
})

test('a background of many colours is left as it is', () => {
  const scene = picture((brush) => {
    for (let x = 0; x < 80; x += 8) {
      brush.fillStyle = `hsl(${x * 4}, 80%, 50%)`
      brush.fillRect(x, 0, 8, 60)
    }
  })
  assert.equal(cutOut([scene]), undefined)
})
