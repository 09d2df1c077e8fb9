import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { loadImage } from '@napi-rs/canvas'
import { drawingNames } from './catalogue.ts'
import { drawnNames } from './drawn-names.ts'
import { readDrawing } from './read-drawing.ts'

test('every drawing made by hand is named, and every name has its file', () => {
  const files = readdirSync(new URL('./drawn/', import.meta.url)).map((file) => file.replace(/\.svg$/, ''))
  assert.deepEqual(files.sort(), [...drawnNames].sort())
})

test('a drawing made by hand is one of the cast, at the height asked for', async () => {
  const names = new Set(drawingNames())
  for (const name of drawnNames) {
    assert.ok(names.has(name), name)
    const image = await loadImage(await readDrawing(name, 64))
    assert.equal(image.height, 64, name)
  }
})
