import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { RushesError } from '../errors.ts'
import { createTestBench, type TestBench } from './test-bench.ts'
import { type TestVideo, writeTestVideo } from './test-media.ts'

const never = new AbortController().signal
const size = { width: 160, height: 90 }
let bench: TestBench

before(async () => {
  bench = await createTestBench()
})
after(() => bench[Symbol.asyncDispose]())

/** Writes a test video once; its path. */
async function video(name: string, wanted: Omit<TestVideo, 'path'> = {}): Promise<string> {
  const path = bench.path(name)
  if (!(await bench.files()).includes(name)) await writeTestVideo({ path, ...wanted })
  return path
}

function refused(words: RegExp, kind = 'invalid_parameters') {
  return (error: unknown) => {
    assert.ok(error instanceof RushesError, String(error))
    assert.match(error.message, words)
    assert.equal(error.kind, kind)
    return true
  }
}

test('probe says what a video is', async () => {
  const path = await video('fine.mp4')
  const { seconds, ...facts } = await bench.media.probe(path, never)
  assert.ok(Math.abs(seconds - 1) < 0.1, String(seconds))
  assert.deepEqual(facts, {
    path,
    ...size,
    framesPerSecond: 10,
    videoCodec: 'avc',
    audioCodec: 'aac',
    container: 'mp4',
    fastStart: true,
    bytes: (await stat(path)).size,
  })
  const webm = await video('fine.webm', { container: 'webm', video: 'vp9', audio: 'opus' })
  const other = await bench.media.probe(webm, never)
  assert.deepEqual([other.container, other.videoCodec, other.audioCodec], ['webm', 'vp9', 'opus'])
  const slow = await bench.media.probe(await video('slow.mp4', { fastStart: false }), never)
  assert.equal(slow.fastStart, false)
  const turned = await bench.media.probe(await video('turned.mp4', { rotation: 90 }), never)
  assert.deepEqual([turned.width, turned.height], [90, 160])
})

test('a finished film passes through normalise byte for byte, without being copied', async () => {
  const path = await video('fine.mp4')
  const output = bench.path('passed.mp4')
  const facts = await bench.media.normalise(path, output, size, never)
  assert.deepEqual(await readFile(output), await readFile(path))
  assert.equal((await stat(output)).ino, (await stat(path)).ino)
  assert.equal(facts.path, output)
  // The second run finds the first one's link in place, as after a crash.
  await bench.media.normalise(path, output, size, never)
  assert.ok(!(await bench.files()).some((name) => name.includes('.part')))
})

test('a film that only lacks fast start is rewritten without touching its pictures', async () => {
  const path = await video('slow.mp4', { fastStart: false })
  const output = bench.path('fast.mp4')
  const facts = await bench.media.normalise(path, output, size, never)
  assert.equal(facts.fastStart, true)
  const pictures = (await readFile(path)).indexOf('mdat') + 4
  const original = (await readFile(path)).subarray(pictures, pictures + 200)
  assert.ok((await readFile(output)).includes(original.subarray(8, 100)))
})

test('any other video becomes H.264 and AAC, yuv420p, fast start, upright and of the size asked for', async () => {
  const sources = {
    'a.webm': { container: 'webm', video: 'vp9', audio: 'opus' },
    'b.mkv': { container: 'mkv', video: 'avc', audio: 'aac' },
    'c.mp4': { rotation: 90 },
    'd.mp4': { width: 200, height: 200 },
    'e.mp4': { width: 176, height: 96 },
    'f.mp4': { audio: null, fastStart: false },
  } satisfies Record<string, Omit<TestVideo, 'path'>>
  for (const [name, wanted] of Object.entries(sources)) {
    const output = bench.path(`normal-${name}.mp4`)
    const facts = await bench.media.normalise(await video(name, wanted), output, size, never)
    assert.deepEqual(
      [facts.container, facts.videoCodec, facts.audioCodec, facts.fastStart, facts.width, facts.height],
      ['mp4', 'avc', 'audio' in wanted && wanted.audio === null ? null : 'aac', true, 160, 90],
      name,
    )
    assert.ok(Math.abs(facts.seconds - 1) < 0.2, `${name}: ${facts.seconds} s`)
    const again = await bench.media.normalise(output, bench.path('again.mp4'), size, never)
    assert.equal(again.bytes, facts.bytes, `${name}: what normalise made passes through`)
    assert.deepEqual(await readFile(output), await readFile(bench.path('again.mp4')))
  }
})

test('a result that is no proper video is an api_error that says so, and leaves nothing', async () => {
  const page = bench.path('page.mp4')
  await writeFile(page, '<html>')
  const sound = await video('sound.mp4', { video: null })
  const output = bench.path('none.mp4')
  const normalise = (path: string) => bench.media.normalise(path, output, size, never)
  await assert.rejects(normalise(page), refused(/^The generated video is not a video; the engine/, 'api_error'))
  await assert.rejects(normalise(sound), refused(/video has no video stream; the engine/, 'api_error'))
  await assert.rejects(bench.media.probe(page, never), refused(/is not a video/, 'api_error'))
  assert.ok(!(await bench.files()).some((name) => name.startsWith('none')))
})

test('abort in the middle of a transcode leaves nothing, and the next request works', async () => {
  const path = await video('long.webm', { container: 'webm', video: 'vp9', audio: null, seconds: 10 })
  const before = await bench.files()
  const controller = new AbortController()
  const reason = new Error('cancelled')
  const pending = bench.media.normalise(
    path,
    bench.path('aborted.mp4'),
    { width: 1280, height: 720 },
    controller.signal,
  )
  const started = async () => {
    while (!(await bench.files()).some((name) => name.startsWith('aborted'))) await new Promise(setImmediate)
  }
  await Promise.race([started(), pending])
  controller.abort(reason)
  await assert.rejects(pending, reason)
  assert.deepEqual(await bench.files(), before)
  assert.equal((await bench.media.probe(path, never)).videoCodec, 'vp9')
})

test('a thumbnail is a WebP of at most 640 pixels, a sprite sheet a JPEG of 5 x 4 frames', async () => {
  const path = await video('fine.mp4')
  const thumbnail = await bench.media.thumbnail(path, bench.path('thumb.webp'), never)
  assert.deepEqual([thumbnail.width, thumbnail.height], [160, 90])
  assert.equal((await sharp(thumbnail.path).metadata()).format, 'webp')
  const large = await video('large.mp4', { width: 720, height: 1280, seconds: 1, framesPerSecond: 4 })
  const portrait = await bench.media.thumbnail(large, bench.path('portrait.webp'), never)
  assert.deepEqual([portrait.width, portrait.height], [360, 640])

  const sheet = await bench.media.spriteSheet(path, bench.path('sheet.jpg'), never)
  assert.deepEqual([sheet.width, sheet.height], [1280, 576])
  assert.equal((await sharp(sheet.path).metadata()).format, 'jpeg')
  const tile = async (column: number, row: number) => {
    const area = { left: column * 256 + 100, top: row * 144 + 50, width: 20, height: 20 }
    return (await sharp(await sharp(sheet.path).extract(area).toBuffer()).stats()).channels[0]?.mean ?? 0
  }
  const [first, middle, last] = [await tile(0, 0), await tile(4, 1), await tile(4, 3)]
  assert.ok(first < middle && middle < last, `${first} < ${middle} < ${last}: the grey brightens in reading order`)
})

test('a thumbnail has the colours of the film', async () => {
  for (const colour of [
    [64, 160, 64],
    [200, 80, 40],
    [40, 80, 200],
  ] as const) {
    const path = bench.path(`${colour}.mp4`)
    await writeTestVideo({ path, colour, audio: null, width: 1280, height: 720, framesPerSecond: 4 })
    const thumbnail = await bench.media.thumbnail(path, bench.path(`${colour}.webp`), never)
    const { channels } = await sharp(thumbnail.path).stats()
    for (const [index, value] of colour.entries()) {
      const shown = channels[index]?.mean ?? 0
      assert.ok(Math.abs(shown - value) <= 4, `${colour}: ${shown} for ${value}`)
    }
  }
})

test('a clip is kept as it is when it decodes and is long enough', async () => {
  const path = await video('clip.mp4', { seconds: 2 })
  const url = bench.serve('clip.mp4', await readFile(path))
  const range = { startSeconds: 0, endSeconds: 2 }
  const facts = await bench.media.fetchClip(url, bench.path('got.mp4'), range, 'character_url', never)
  assert.deepEqual(await readFile(facts.path), await readFile(path))
  assert.equal(facts.videoCodec, 'avc')
})

test('a clip that is none, or too short, is refused by what it is', async () => {
  const clip = await readFile(await video('clip.mp4', { seconds: 2 }))
  const sound = await readFile(await video('sound.mp4', { video: null }))
  const cases: [name: string, body: string | Buffer, words: RegExp][] = [
    ['page', '<!doctype html><p>watch here', /^character_url is an HTML page; an http\(s\) URL of an MP4, /],
    ['empty', '', /is an empty file;/],
    ['playlist', '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/x.ts\n', /is an HLS playlist;/],
    ['sound', sound, /has no video stream;/],
    ['short', clip, /is 2(\.\d+)? s long, which ends before the 3 s asked for; choose a range inside/],
    ['cut', clip.subarray(0, clip.length - 500), /is a video that is cut off;/],
  ]
  for (const [name, body, words] of cases) {
    const url = bench.serve(name, body)
    const range = { startSeconds: 1, endSeconds: 3 }
    const fetched = bench.media.fetchClip(url, bench.path('refused.mp4'), range, 'character_url', never)
    await assert.rejects(fetched, refused(words), name)
  }
  const range = { startSeconds: 0, endSeconds: 1 }
  for (const [source, words] of [
    [bench.serve('x', '').replace(/x$/, 'missing'), /could not be fetched: 127\.0\.0\.1:\d+ answered 404;/],
    ['data:video/mp4;base64,AAAA', /the URL's scheme is "data:"; http: or https: is expected/],
  ] as const) {
    const fetched = bench.media.fetchClip(source, bench.path('refused.mp4'), range, 'character_url', never)
    await assert.rejects(fetched, refused(words))
  }
  assert.ok(!(await bench.files()).some((name) => name.startsWith('refused')))
})

test("an engine's result is streamed to its file, and its failure is not called the caller's", async () => {
  const url = bench.serve('result.mp4', 'the film', 'video/mp4; codecs=avc1')
  const path = bench.path('result.mp4')
  assert.deepEqual(await bench.media.download(url, path, never), { path, bytes: 8, contentType: 'video/mp4' })
  assert.equal(await readFile(path, 'utf8'), 'the film')
  await assert.rejects(
    bench.media.download({ url: url.replace('result', 'gone') }, bench.path('gone.mp4'), never),
    refused(/^The engine's result could not be fetched: .* answered 404\.$/, 'api_error'),
  )
  assert.ok(!(await bench.files()).some((name) => name.startsWith('gone')))
})
