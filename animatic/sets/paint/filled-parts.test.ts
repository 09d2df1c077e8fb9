import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { drawParts, filledParts } from './filled-parts.ts'

/** A mostly empty picture: a post at the left end, a low hedge, a tree at the right end. */
function scenery() {
  const canvas = createCanvas(900, 300)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#803020'
  brush.fillRect(0, 40, 12, 260)
  brush.fillStyle = '#306030'
  brush.fillRect(200, 270, 420, 30)
  brush.beginPath()
  brush.arc(840, 90, 60, 0, Math.PI * 2)
  brush.fill()
  return canvas
}

function pixels(draw: (target: ReturnType<ReturnType<typeof createCanvas>['getContext']>) => void): Buffer {
  const canvas = createCanvas(1000, 320)
  const target = canvas.getContext('2d')
  target.fillStyle = '#88aacc'
  target.fillRect(0, 0, 1000, 320)
  draw(target)
  return canvas.data()
}

test('a picture drawn in parts looks as it does drawn whole, scaled, between pixels and leaning', () => {
  const picture = scenery()
  for (const { left, top, scale, lean } of [
    { left: 20, top: 10, scale: 1, lean: 0 },
    { left: -10.3, top: 4.6, scale: 1.07, lean: 0 },
    { left: 33.4, top: 7.5, scale: 1.02, lean: 0.012 },
    { left: 33.4, top: 7.5, scale: 1.02, lean: -0.012 },
  ]) {
    const whole = pixels((target) => {
      target.imageSmoothingQuality = 'low'
      target.setTransform(scale, 0, lean * scale, scale, left - lean * scale * picture.height, top)
      target.drawImage(picture, 0, 0)
    })
    const parts = filledParts(picture, 5)
    assert.ok(parts.length > 1)
    const inParts = pixels((target) => drawParts(target, picture, parts, { left, top, scale, lean, isSmooth: true }))
    const most = whole.reduce((so, value, at) => Math.max(so, Math.abs(value - (inParts[at] ?? 0))), 0)
    assert.ok(most <= 8, `a pixel differs by ${most} at ${JSON.stringify({ left, top, scale, lean })}`)
  }
})

test('an empty picture has no parts', () => {
  assert.deepEqual(filledParts(createCanvas(100, 50), 2), [])
})
