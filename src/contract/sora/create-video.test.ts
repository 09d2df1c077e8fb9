import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RushesError } from '../../errors.ts'
import { parseCreateVideo } from './create-video.ts'

const prompt = 'cat running on the river'
const refusal = (body: unknown): RushesError => {
  try {
    parseCreateVideo(body)
  } catch (error) {
    assert.ok(error instanceof RushesError, `not a RushesError: ${error}`)
    return error
  }
  throw new assert.AssertionError({ message: `accepted: ${JSON.stringify(body)?.slice(0, 200)}` })
}

test('a prompt alone is version 1.0 of sora-2: 15 seconds, small, landscape', () => {
  const { request, answerAtOnce } = parseCreateVideo({ prompt })
  assert.deepEqual(
    { ...request, seed: 0 },
    { version: '1.0', model: 'sora-2', prompt, seconds: 15, width: 1280, height: 720, seed: 0 },
  )
  assert.equal(answerAtOnce, false)
})

test('version 2.0 defaults to 4 seconds at 720x1280', () => {
  const { request } = parseCreateVideo({ prompt, version: '2.0' })
  assert.deepEqual([request.seconds, request.width, request.height], [4, 720, 1280])
})

test('each size and orientation of version 1.0 stands for its pixels', () => {
  const sizes = {
    'small landscape': [1280, 720],
    'small portrait': [720, 1280],
    'small square': [720, 720],
    'large landscape': [1792, 1024],
    'large portrait': [1024, 1792],
    'large square': [1024, 1024],
  }
  for (const [words, pixels] of Object.entries(sizes)) {
    const [size, orientation] = words.split(' ')
    const { request } = parseCreateVideo({ prompt, size, orientation })
    assert.deepEqual([request.width, request.height], pixels, words)
  }
})

test('versions arrive as text and as numbers', () => {
  for (const version of [1, 1.0, '1', '1.0', null, ''])
    assert.equal(parseCreateVideo({ prompt, version }).request.version, '1.0')
  for (const version of [2, 2.0, '2', '2.0']) assert.equal(parseCreateVideo({ prompt, version }).request.version, '2.0')
})

test('an unknown version is not offered, a version of another type is invalid', () => {
  assert.equal(refusal({ prompt, version: '3.0' }).kind, 'not_offered')
  assert.equal(refusal({ prompt, version: ['2.0'] }).kind, 'invalid_parameters')
})

test('seconds is duration by another name, as a number or as text', () => {
  assert.equal(parseCreateVideo({ prompt, version: '2.0', seconds: '8' }).request.seconds, 8)
  assert.equal(parseCreateVideo({ prompt, seconds: 10 }).request.seconds, 10)
  assert.equal(parseCreateVideo({ prompt, version: 2, seconds: '12', duration: 12 }).request.seconds, 12)
})

test('two names of one field that disagree are refused by both names', () => {
  const { message } = refusal({ prompt, version: '2.0', duration: 8, seconds: 12 })
  assert.match(message, /duration is 8/)
  assert.match(message, /seconds is 12/)
})

test('an error names the field as the caller did, its value and what is allowed', () => {
  assert.match(refusal({ prompt, seconds: 7 }).message, /^seconds is 7; allowed: 10, 15 or 25/)
  assert.match(refusal({ prompt, version: '2.0', duration: 10 }).message, /^duration is 10; allowed: 4, 8 or 12/)
  assert.match(refusal({ prompt, size: 'huge' }).message, /^size is "huge"; allowed: small or large/)
  assert.match(
    refusal({ prompt, orientation: 'round' }).message,
    /^orientation is "round"; allowed: landscape, portrait or square/,
  )
})

test('every wrong field is told in one answer', () => {
  const { message } = refusal({ prompt: 5, duration: 11, timeout: -1, async: 'yes' })
  for (const field of ['prompt is 5', 'duration is 11', 'timeout is -1', 'async is "yes"'])
    assert.ok(message.includes(field), message)
})

test('25 seconds are offered on sora-2-pro only', () => {
  assert.match(refusal({ prompt, duration: 25 }).message, /25 is offered on sora-2-pro only/)
  assert.equal(parseCreateVideo({ prompt, duration: 25, model: 'sora-2-pro' }).request.seconds, 25)
})

test('a prompt has 1 to 32,000 characters after trimming', () => {
  for (const bad of [undefined, null, '', '  \n ', 7, ['a'], {}, 'x'.repeat(32_001), 'x'.repeat(10_000_000)]) {
    const error = refusal({ prompt: bad })
    assert.match(error.message, /^prompt is /)
    assert.ok(error.message.length < 300)
  }
  assert.equal(parseCreateVideo({ prompt: '🐱'.repeat(32_000) }).request.prompt.length, 64_000)
  assert.equal(parseCreateVideo({ prompt: `  ${prompt} ` }).request.prompt, prompt)
})

test('what belongs to the other version is refused with the version that takes it', () => {
  assert.match(refusal({ prompt, size: '1280x720' }).message, /version.*"2.0"/)
  assert.match(refusal({ prompt, version: '2.0', size: 'small' }).message, /small and large belong to version "1.0"/)
  assert.match(
    refusal({ prompt, version: '2.0', character_url: 'https://a.test/c.mp4' }).message,
    /characters are taken by version "1.0"/,
  )
})

test('version 2.0 ignores orientation, which a real client always sends', () => {
  const { request } = parseCreateVideo({ prompt, version: '2.0', size: '1280x720', orientation: 'portrait' })
  assert.equal(request.width, 1280)
})

test('unknown keys are ignored, null and empty are not given', () => {
  const body = {
    prompt,
    action: 'generate',
    loop: true,
    image_urls: [],
    callback_url: '',
    character_url: null,
    seed: null,
  }
  const { references, callbackUrl } = parseCreateVideo(body)
  assert.deepEqual(references, { images: [] })
  assert.equal(callbackUrl, undefined)
})

test('version 1.0 uses all images, version 2.0 the first', () => {
  const image_urls = ['https://a.test/1.png', 'https://a.test/2.png']
  assert.equal(parseCreateVideo({ prompt, image_urls }).references.images.length, 2)
  assert.deepEqual(parseCreateVideo({ prompt, version: '2.0', image_urls }).references.images, [
    { field: 'image_urls[0]', source: 'https://a.test/1.png' },
  ])
})

test('input_reference is image_urls with one image', () => {
  const { references } = parseCreateVideo({ prompt, version: '2.0', input_reference: 'https://a.test/1.png' })
  assert.deepEqual(references.images, [{ field: 'input_reference', source: 'https://a.test/1.png' }])
})

test('an image is a URL, a data URL or base 64', () => {
  const base64 = Buffer.alloc(100, 7).toString('base64')
  for (const source of ['http://a.test/x', 'data:image/png;base64,AAAA', base64]) {
    const { images } = parseCreateVideo({ prompt, image_urls: [source] }).references
    assert.deepEqual(images, [{ field: 'image_urls[0]', source }])
  }
  for (const bad of ['ftp://a.test/x', 'file:///etc/passwd', 'x', { url: 'http://a.test' }, 4]) {
    assert.match(refusal({ prompt, image_urls: [bad] }).message, /^image_urls\[0\] is /)
  }
  assert.match(refusal({ prompt, image_urls: 'http://a.test/x' }).message, /^image_urls is "http.*allowed: an array/)
})

test('a character needs its start and end, one to three seconds apart', () => {
  const character_url = 'https://a.test/c.mp4'
  const take = (character_start?: unknown, character_end?: unknown) => ({
    prompt,
    character_url,
    character_start,
    character_end,
  })
  assert.deepEqual(parseCreateVideo(take(0, 1.0)).request.character, { startSeconds: 0, endSeconds: 1 })
  assert.deepEqual(parseCreateVideo(take(1.5, 4.5)).request.character, { startSeconds: 1.5, endSeconds: 4.5 })
  assert.match(refusal(take(undefined, 2)).message, /^character_start is missing/)
  assert.match(refusal(take(1)).message, /^character_end is missing/)
  assert.match(refusal(take(0, 4)).message, /4 seconds apart; allowed: an end 1 to 3 seconds after the start/)
  assert.match(refusal(take(3, 2)).message, /-1 seconds apart/)
  assert.match(refusal(take(-1, 1)).message, /^character_start is -1/)
})

test('a body that is no object is refused by what it is', () => {
  for (const [body, found] of [
    [null, 'empty'],
    [undefined, 'empty'],
    [[], 'an array'],
    ['x', 'a string'],
    [4, 'a number'],
  ] as const) {
    assert.match(refusal(body).message, new RegExp(`^The body is ${found}`))
  }
})

test('text that no database can keep is refused by its place', () => {
  assert.match(refusal({ prompt: 'a\0b' }).message, /^prompt contains a NUL/)
  assert.match(refusal({ prompt: 'a\ud800b' }).message, /^prompt contains half of a surrogate pair/)
  assert.match(refusal({ prompt, extra: { deep: ['\udfff'] } }).message, /^extra.deep\[0\] contains half/)
})

test('a body that nests without end is refused', () => {
  let nested: unknown = 1
  for (let depth = 0; depth < 1000; depth++) nested = [nested]
  assert.match(refusal({ prompt, nested }).message, /nests deeper than 32 levels/)
})

test('a body of millions of elements is refused before they are looked at', () => {
  assert.match(refusal({ prompt, a: Array.from({ length: 2_000_000 }, () => 0) }).message, /more than 10000 fields/)
  assert.match(
    refusal({ prompt, image_urls: Array.from({ length: 2_000_000 }, () => 0) }).message,
    /more than 10000 fields/,
  )
})

test('a secret is never shown in an error', () => {
  assert.doesNotMatch(refusal({ prompt, callback_secret: { my: 'hunter2' } }).message, /hunter2/)
})
