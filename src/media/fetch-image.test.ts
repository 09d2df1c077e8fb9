import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { RushesError } from '../errors.ts'
import { createTestBench, type TestBench } from './test-bench.ts'
import { blackPng } from './test-media.ts'

const never = new AbortController().signal
const field = 'image_urls[0]'
let bench: TestBench
let red: Buffer

before(async () => {
  bench = await createTestBench({ imageBytes: 1_000_000 })
  red = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
})
after(() => bench[Symbol.asyncDispose]())

const fetchImage = (source: string, name = 'out.png') => bench.media.fetchImage(source, bench.path(name), field, never)

function refused(words: RegExp, kind = 'invalid_parameters') {
  return (error: unknown) => {
    assert.ok(error instanceof RushesError, String(error))
    assert.match(error.message, words)
    assert.equal(error.kind, kind)
    return true
  }
}

test('an image comes from a URL, a data URL or bare base64, and loses its metadata', async () => {
  const tagged = await sharp(red)
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .toBuffer()
  const base64 = red.toString('base64')
  const sources = {
    url: bench.serve('red.png', tagged, 'image/png'),
    'data URL': `data:image/png;base64,${base64}`,
    'percent-encoded data URL': `data:image/png;base64,${encodeURIComponent(base64)}`,
    base64,
    'base64 in lines': base64.replace(/.{60}/g, '$&\r\n'),
    'url-safe base64': red.toString('base64url'),
  }
  for (const [what, source] of Object.entries(sources)) {
    const image = await fetchImage(source)
    assert.deepEqual([image.width, image.height, image.contentType], [40, 20, 'image/png'], what)
    const written = await sharp(image.path).metadata()
    assert.deepEqual([written.format, written.width, written.exif], ['png', 40, undefined], what)
  }
})

test('the extension of the destination chooses the format', async () => {
  for (const [name, format] of [
    ['a.jpg', 'jpeg'],
    ['a.webp', 'webp'],
    ['a', 'png'],
  ] as const) {
    const image = await fetchImage(red.toString('base64'), name)
    assert.equal(image.contentType, `image/${format}`)
    assert.equal((await sharp(image.path).metadata()).format, format)
  }
})

test('an image lying on its side is turned upright, and its size is that of the upright one', async () => {
  const lying = await sharp(red).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const image = await fetchImage(bench.serve('lying.jpg', lying))
  assert.deepEqual([image.width, image.height], [20, 40])
})

test('16-bit, palette, grey, CMYK and transparent images become plain 8-bit ones', async () => {
  const transparent = sharp({ create: { width: 40, height: 20, channels: 4, background: '#00ff0080' } })
  const sources = {
    '16-bit': await sharp(red).toColourspace('rgb16').png().toBuffer(),
    palette: await sharp(red).png({ palette: true }).toBuffer(),
    grey: await sharp(red).greyscale().png().toBuffer(),
    cmyk: await sharp(red).toColourspace('cmyk').jpeg().toBuffer(),
    transparent: await transparent.png().toBuffer(),
  }
  assert.equal((await sharp(sources['16-bit']).metadata()).depth, 'ushort')
  for (const [what, bytes] of Object.entries(sources)) {
    const image = await fetchImage(bytes.toString('base64'))
    const { depth, space, width } = await sharp(image.path).metadata()
    assert.deepEqual([depth, width], ['uchar', 40], what)
    assert.match(String(space), /^(srgb|b-w)$/, what)
  }
})

test('an animated GIF gives its first frame', async () => {
  const frames = await sharp(Buffer.concat([Buffer.alloc(10 * 10 * 3, 255), Buffer.alloc(10 * 10 * 3, 0)]), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  })
    .gif({ loop: 0, delay: [100, 100] })
    .toBuffer()
  assert.equal((await sharp(frames).metadata()).pages, 2)
  const image = await fetchImage(bench.serve('two.gif', frames))
  assert.deepEqual([image.width, image.height], [10, 10])
  const { channels } = await sharp(image.path).stats()
  assert.equal(channels[0]?.mean, 255)
})

test('what is no image is refused by what it is', async () => {
  const cases: [name: string, body: string | Buffer, words: RegExp][] = [
    ['page', '<!DOCTYPE html><html><body>sign in</body></html>', /^image_urls\[0\] is an HTML page; a JPEG, PNG, /],
    ['empty', '', /is an empty file;/],
    ['drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', /is an SVG drawing;/],
    ['xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /is an SVG drawing;/],
    ['json', '{"error":"gone"}', /is a JSON document;/],
    ['pdf', '%PDF-1.7 and so on', /is a PDF document;/],
    ['film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), /is an MP4 file;/],
    ['noise', Buffer.from([1, 2, 3, 250, 251, 252]), /is data of an unknown kind;/],
    ['cut.png', red.subarray(0, red.length - 30), /is a PNG image that is cut off or damaged;/],
    ['header.png', red.subarray(0, 20), /is a PNG image;|cut off/],
  ]
  for (const [name, body, words] of cases) {
    await assert.rejects(fetchImage(bench.serve(name, body), `no-${name}`), refused(words), name)
    const inline = Buffer.from(body).toString('base64')
    if (inline) await assert.rejects(fetchImage(inline, `no-${name}`), refused(words), name)
  }
  assert.ok(!(await bench.files()).some((name) => name.startsWith('no-')))
})

test('a small file of 30000x30000 pixels is refused before it is unpacked', async () => {
  const bomb = blackPng(30_000, 30_000)
  assert.ok(bomb.length < 500_000)
  const started = performance.now()
  await assert.rejects(
    fetchImage(bench.serve('bomb.png', bomb)),
    refused(/is an image of 30000x30000 pixels; .* 50 megapixels and 16384 pixels a side/, 'content_too_large'),
  )
  assert.ok(performance.now() - started < 2_000)
  await assert.rejects(fetchImage(blackPng(20_000, 1).toString('base64')), refused(/20000x1 /, 'content_too_large'))
})

test('too many bytes are refused, from a URL and inside the request', async () => {
  const large = Buffer.alloc(1_000_001, 'x')
  await assert.rejects(
    fetchImage(bench.serve('large.png', large)),
    refused(/^image_urls\[0\] could not be fetched: .*more than the 976\.6 KB allowed/, 'content_too_large'),
  )
  await assert.rejects(fetchImage(large.toString('base64')), refused(/larger than the 976\.6 KB/, 'content_too_large'))
  await assert.rejects(fetchImage('A'.repeat(4_000_000)), refused(/larger than/, 'content_too_large'))
})

test('a source that is neither URL nor base64 is quoted, and an unreachable one explained', async () => {
  await assert.rejects(fetchImage('cat.png'), refused(/^image_urls\[0\] is "cat\.png"; an http\(s\) URL, a data: URL/))
  await assert.rejects(fetchImage('not base64 !!'), refused(/is "not base64 !!"/))
  await assert.rejects(fetchImage('data:image/png;base64,@@@'), refused(/is "@@@"/))
  await assert.rejects(fetchImage('data:image/png;base64'), refused(/is a data: URL without data/))
  await assert.rejects(fetchImage('   '), refused(/^image_urls\[0\] is empty/))
  await assert.rejects(fetchImage('file:///etc/passwd'), refused(/has the scheme "file:"/))
  const missing = bench.serve('x', '').replace(/x$/, 'missing.png')
  await assert.rejects(fetchImage(missing), refused(/could not be fetched: 127\.0\.0\.1:\d+ answered 404; a JPEG/))
})

test('what stood at the destination stays when the new image fails, and is replaced when it is whole', async () => {
  await writeFile(bench.path('kept.png'), 'before')
  await assert.rejects(fetchImage('AAAA', 'kept.png'), RushesError)
  assert.ok((await bench.files()).includes('kept.png'))
  assert.equal((await fetchImage(red.toString('base64'), 'kept.png')).width, 40)
  assert.ok(!(await bench.files()).some((name) => name.includes('.part')))
})
