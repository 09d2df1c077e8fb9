import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FilmRules, framesFor, sizeFor } from './film-format.ts'

const wan: FilmRules = { fps: 16, frameStep: 4, multipleOf: 16, maxPixels: 921_600 }
const small: FilmRules = { fps: 24, frameStep: 4, multipleOf: 32, maxPixels: 901_120 }
const ltx: FilmRules = { fps: 24, frameStep: 8, multipleOf: 64, maxPixels: 2_088_960 }
const sizes = ['1280x720', '720x1280', '1792x1024', '1024x1792', '1024x1024', '720x720']

test('the model makes 4n+1 or 8n+1 frames, never fewer than the film has', () => {
  assert.equal(framesFor(5, wan), 81)
  assert.equal(framesFor(5, ltx), 121)
  for (const rules of [wan, small, ltx]) {
    for (const seconds of [4, 8, 10, 12, 15, 25]) {
      const frames = framesFor(seconds, rules)
      const wanted = seconds * rules.fps
      assert.equal((frames - 1) % rules.frameStep, 0)
      assert.ok(frames >= wanted && frames - wanted < rules.frameStep)
    }
  }
})

test('every size of the contract becomes one that the model takes, in nearly the same shape', () => {
  for (const rules of [wan, small, ltx]) {
    for (const size of sizes) {
      const [width = 0, height = 0] = size.split('x').map(Number)
      const fitted = sizeFor(width, height, rules)
      assert.equal(fitted.width % rules.multipleOf, 0)
      assert.equal(fitted.height % rules.multipleOf, 0)
      assert.ok(fitted.width * fitted.height <= rules.maxPixels, `${fitted.width}x${fitted.height}`)
      // The media room crops shapes that differ by less than 5 %, and puts bars around others.
      assert.ok(Math.abs((fitted.width / fitted.height) * (height / width) - 1) < 0.05, `${size} ${rules.multipleOf}`)
    }
  }
})

test('a size that the model takes as it is stays as it is', () => {
  assert.deepEqual(sizeFor(1280, 720, wan), { width: 1280, height: 720 })
})
