import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setNames } from '../../sets/set-names.ts'
import { readPrompt } from '../read-prompt.ts'
import { homeOfDeed, homeOfDrawing, homeOfKind, placeFallbacks, placeWords } from './places.ts'

const painted = new Set<string>(setNames)

/** The painted set that a place ends at, as `readPrompt` follows the fall-backs. */
function setOf(place: string, tried: readonly string[] = []): string | undefined {
  if (painted.has(place)) return place
  const next = placeFallbacks[place]
  return next === undefined || tried.includes(next) ? undefined : setOf(next, [...tried, place])
}

test('every place word and every home leads to a set that is painted', () => {
  const places = [placeWords, homeOfDeed, homeOfDrawing].flatMap((table) => [...table.values()])
  for (const place of new Set([...places, ...Object.values(homeOfKind), ...Object.keys(placeFallbacks)])) {
    if (place !== 'default') assert.ok(setOf(place), place)
  }
})

test('a scene told in a word or two is a place of the plan', () => {
  for (const scene of [
    'alley',
    'bakery shop',
    'indoor library',
    'train station platform',
    'ski slope',
    'canyon',
    'jungle',
  ]) {
    const [shot] = readPrompt(scene, 4).shots
    assert.equal(shot?.placeWords, scene)
    assert.notEqual(shot?.place, 'default', scene)
  }
})

test('a place told is its set, never a drawing of it; a season stays with the place', () => {
  for (const [prompt, place] of [
    ['a cat on a bridge', 'bridge'],
    ['bridge at night', 'bridge'],
    ['a farm in winter', 'farm'],
    ['a snowy farm', 'farm'],
    ['ruin', 'ruins'],
    ['watering hole', 'lake'],
    ['indoor swimming pool', 'pool'],
    ['a dog next to a swimming pool', 'pool'],
    ['a goat on a cliff', 'cliff'],
    ['a man in a red cape', 'park'],
    ['airplane cabin', 'airport'],
    ['a car in front of a motel', 'street'],
    ['a mosque', 'village'],
    ['a skyscraper', 'skyline'],
  ] as const)
    assert.equal(readPrompt(prompt, 4).shots[0]?.place, place, prompt)
  assert.equal(readPrompt('a farm in winter', 4).shots[0]?.season, 'winter')
  assert.deepEqual(readPrompt('bridge at night', 4).shots[0]?.subjects, [])
})

test('boats lie in water, beside the ground that others stand on', () => {
  assert.equal(readPrompt('a boat', 4).shots[0]?.place, 'ocean')
  assert.equal(readPrompt('a train on the right of a boat', 4).shots[0]?.place, 'harbour')
  assert.equal(readPrompt('a dog in a boat', 4).shots[0]?.place, 'lake')
})
