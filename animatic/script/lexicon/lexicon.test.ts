import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawingNames } from '../../cast/catalogue.ts'
import { synonyms } from './drawings.ts'
import { emojiDrawings } from './emoji.ts'
import { kindLists } from './kinds.ts'
import { deedDrawings, roles } from './people.ts'
import { homeOfDrawing } from './places.ts'

const names = new Set(drawingNames())

test('every role, deed and emoji of the lexicon has its drawing', () => {
  for (const [phrase, drawing] of [...roles, ...deedDrawings, ...emojiDrawings]) {
    assert.ok(names.has(drawing), `${phrase}: ${drawing}`)
  }
})

test('every synonym stands for a drawing there is', () => {
  assert.deepEqual(
    [...new Set(synonyms.values())].filter((drawing) => !names.has(drawing)),
    [],
  )
})

test('every drawing with a home is there', () => {
  const homes = [...homeOfDrawing.keys()].map((phrase) => phrase.replaceAll(' ', '-'))
  assert.deepEqual(
    homes.filter((drawing) => !names.has(drawing)),
    [],
  )
})

test('every listed kind is of a drawing there is and has a height', () => {
  for (const list of Object.values(kindLists)) {
    for (const entry of list.trim().split(/\s+/)) {
      assert.match(entry, /^[a-z0-9-]+:\d+(?:\.\d+)?$/)
      assert.ok(names.has(entry.slice(0, entry.indexOf(':'))), entry)
    }
  }
})
