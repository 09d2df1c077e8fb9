import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../random.ts'
import { readPrompt } from '../script/read-prompt.ts'
import { type Mood, mood, type Shot, timeOfDay, weather } from '../script/shot-plan.ts'
import { setNames } from '../sets/set-names.ts'
import { ambience } from './ambience.ts'
import { composeSound } from './compose-sound.ts'
import { loudness, peak } from './loudness.ts'
import { score } from './score.ts'
import { sampleRate } from './track.ts'

const prompts = [
  'cat running on the river',
  'a storm over the ocean, lightning',
  'a horse gallops through the snow',
  'a rocket launches in space. Then a taxi drives through the city in the rain.',
  'a woman dancing on stage',
]

test('the film has exactly its samples, is heard, is not clipped, and begins and ends in silence', () => {
  for (const prompt of prompts) {
    const [left, right] = composeSound(readPrompt(prompt, 4), 4, 1)
    assert.equal(left.length, 4 * sampleRate)
    assert.equal(right.length, left.length)
    assert.ok(Math.abs(loudness({ left, right }) + 16) < 1, prompt)
    assert.ok(peak({ left, right }) < 0.99, prompt)
    for (const channel of [left, right]) {
      assert.ok(Math.abs(channel[0]!) < 1e-3 && Math.abs(channel.at(-1)!) < 1e-3, prompt)
    }
  }
})

test('there is no DC and no click', () => {
  for (const prompt of prompts) {
    for (const channel of composeSound(readPrompt(prompt, 4), 4, 2)) {
      const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length
      assert.ok(Math.abs(mean) < 1e-3, prompt)
      assert.ok(greatestJump(channel) < 0.5, prompt)
    }
  }
})

test('the same seed gives the same sound and another seed another', () => {
  const plan = readPrompt('a bird in a forest', 2)
  assert.deepEqual(composeSound(plan, 2, 5), composeSound(plan, 2, 5))
  assert.notDeepEqual(composeSound(plan, 2, 5), composeSound(plan, 2, 6))
})

test('films of any length have sound without a fault', () => {
  for (const seconds of [0.04, 0.3, 1, 1.017]) {
    const [left, right] = composeSound(readPrompt('a cat', seconds), seconds, 3)
    assert.equal(left.length, Math.round(seconds * sampleRate))
    assert.ok([...left, ...right].every((value) => Math.abs(value) <= 1))
  }
})

test('every place in every weather and light has a sound', () => {
  const air: Omit<Shot, 'place' | 'timeOfDay' | 'weather'> = {
    startSeconds: 0,
    seconds: 1,
    season: 'summer',
    subjects: [],
    camera: 'static',
  }
  for (const place of setNames) {
    for (const [index, sky] of weather.options.entries()) {
      const light = timeOfDay.options[index % timeOfDay.options.length]!
      const track = ambience({ ...air, place, weather: sky, timeOfDay: light }, 4800, seededRandom(4))
      assert.ok(peak(track) > 1e-4 && peak(track) < 4, `${place} ${sky} ${light}`)
    }
  }
})

test('every mood has music', () => {
  for (const feeling of mood.options satisfies readonly Mood[]) {
    assert.ok(loudness(score(2 * sampleRate, seededRandom(6), feeling, 1)) > -30, feeling)
  }
})

function greatestJump(channel: Float32Array): number {
  let greatest = 0
  for (let index = 1; index < channel.length; index++) {
    greatest = Math.max(greatest, Math.abs(channel[index]! - channel[index - 1]!))
  }
  return greatest
}
