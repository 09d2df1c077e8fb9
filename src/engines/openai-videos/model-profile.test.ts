import assert from 'node:assert/strict'
import { test } from 'node:test'
import { framesFor, sizeFor } from '../film-format.ts'
import { profileOf } from './model-profile.ts'

test('frames are a step’s multiple and one, and no fewer than the length', () => {
  assert.equal(framesFor(5, profileOf('Wan-AI/Wan2.2-T2V-A14B-Diffusers')), 81)
  assert.equal(framesFor(5, profileOf('Wan-AI/Wan2.2-TI2V-5B-Diffusers')), 121)
  assert.equal(framesFor(4, profileOf('Lightricks/LTX-2')), 97)
  assert.equal(framesFor(0.01, profileOf('anything')), 5)
})

test('sizes stay within what the model bears, in its steps, and keep their shape', () => {
  const wan = profileOf('Wan-AI/Wan2.2-TI2V-5B-Diffusers')
  assert.deepEqual(sizeFor(1280, 720, wan), { width: 1280, height: 704 })
  for (const [width, height] of [
    [720, 1280],
    [1792, 1024],
    [1024, 1024],
    [640, 360],
  ] as const) {
    const fitted = sizeFor(width, height, wan)
    assert.ok(fitted.width * fitted.height <= wan.maxPixels)
    assert.ok(fitted.width % 32 === 0 && fitted.height % 32 === 0)
    assert.ok(Math.abs(fitted.width / fitted.height / (width / height) - 1) < 0.06, JSON.stringify(fitted))
  }
})

test('whether a model needs an image is in its name', () => {
  assert.deepEqual(profileOf('Wan-AI/Wan2.2-I2V-A14B-Diffusers').images, { min: 1, max: 1 })
  assert.deepEqual(profileOf('Wan-AI/Wan2.2-T2V-A14B-Diffusers').images, { min: 0, max: 0 })
  assert.deepEqual(profileOf('Wan-AI/Wan2.2-TI2V-5B-Diffusers').images, { min: 0, max: 1 })
})
