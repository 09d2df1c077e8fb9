import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { registerMediabunnyServer } from '@mediabunny/server'
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import type { FilmOrder } from './film-order.ts'
import { renderFilm } from './render-film.ts'

let folder = ''
before(async () => {
  registerMediabunnyServer({ hardwareContext: null })
  folder = await mkdtemp(join(tmpdir(), 'animatic-'))
})
after(() => rm(folder, { recursive: true }))

const signal = new AbortController().signal

function order(name: string, changes: Partial<FilmOrder> = {}): FilmOrder {
  return {
    prompt: 'a cat running on the river',
    width: 320,
    height: 180,
    seconds: 1,
    seed: 7,
    images: [],
    outputPath: join(folder, name),
    ...changes,
  }
}

/** A module for the render process that runs the given lines instead of rendering. */
async function misbehaving(name: string, lines: string): Promise<URL> {
  const path = join(folder, name)
  await writeFile(path, `process.once('message', () => {\n${lines}\n})\n`)
  return pathToFileURL(path)
}

test('the same order gives the same bytes, another seed another film', async () => {
  const one = await renderFilm(order('one.mp4'), { signal })
  const again = await renderFilm(order('again.mp4'), { signal })
  const other = await renderFilm(order('other.mp4', { seed: 8 }), { signal })
  const [bytes, bytesAgain, otherBytes] = await Promise.all([one, again, other].map(({ path }) => readFile(path)))
  assert.ok(bytes && bytesAgain && otherBytes)
  assert.ok(bytes.equals(bytesAgain))
  assert.ok(!bytes.equals(otherBytes))
})

for (const { width, height, seconds } of [
  { width: 720, height: 1280, seconds: 1 },
  { width: 1792, height: 1024, seconds: 1 },
  { width: 360, height: 360, seconds: 4 },
]) {
  test(`a film of ${width}x${height} and ${seconds} s is exactly that, H.264 High and AAC stereo`, async () => {
    const film = await renderFilm(order(`${width}.mp4`, { width, height, seconds }), { signal })
    const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(film.path) })
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
    assert.ok(video && audio)
    assert.deepEqual([video.codec, video.displayWidth, video.displayHeight], ['avc', width, height])
    assert.match((await video.getCodecParameterString()) ?? '', /^avc1\.64/)
    assert.deepEqual([audio.codec, audio.sampleRate, audio.numberOfChannels], ['aac', 48_000, 2])
    const colour = await video.getColorSpace()
    assert.deepEqual(
      [colour.primaries, colour.transfer, colour.matrix, colour.fullRange],
      ['bt709', 'bt709', 'bt709', false],
    )
    assert.equal((await video.computePacketStats()).packetCount, seconds * 30)
    assert.ok(Math.abs((await input.computeDuration()) - seconds) <= 1 / 30)
    assert.ok(Math.abs((await audio.computeDuration()) - seconds) <= 1 / 30)
    const bytes = await readFile(film.path)
    assert.ok(bytes.indexOf('moov') < bytes.indexOf('mdat'), 'the index stands before the data')
  })
}

test('progress counts up to the last frame', async () => {
  const seen: number[] = []
  await renderFilm(order('progress.mp4'), { signal, onProgress: ({ framesDone }) => seen.push(framesDone) })
  assert.equal(seen.at(-1), 30)
  assert.deepEqual(
    seen,
    [...seen].sort((one, other) => one - other),
  )
})

test('an abort stops the render within a second and leaves neither file nor process', async () => {
  const controller = new AbortController()
  const started = Promise.withResolvers<void>()
  const render = renderFilm(order('aborted.mp4', { seconds: 25, width: 1280, height: 720 }), {
    signal: controller.signal,
    onProgress: () => started.resolve(),
  })
  render.catch(() => {})
  await started.promise
  const abortedAt = performance.now()
  controller.abort(new Error('not wanted any more'))
  // The render settles only when the process has closed.
  await assert.rejects(render, /not wanted any more/)
  assert.ok(performance.now() - abortedAt < 1000)
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('aborted')),
    [],
  )
})

test('a process that ignores the polite signal is ended all the same', async () => {
  const controller = new AbortController()
  const deaf = await misbehaving(
    'deaf.mjs',
    "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send({ kind: 'progress', framesDone: 1, framesTotal: 2 })",
  )
  const started = Promise.withResolvers<void>()
  const render = renderFilm(order('deaf.mp4'), {
    signal: controller.signal,
    childModule: deaf,
    onProgress: () => started.resolve(),
  })
  render.catch(() => {})
  await started.promise
  controller.abort(new Error('enough'))
  await assert.rejects(render, /enough/)
})

test('a crash is told in one safe sentence, with the last words as its cause', async () => {
  const crash = await misbehaving(
    'crash.mjs',
    "console.error('the last words'); process.exitCode = 3; process.disconnect()",
  )
  await assert.rejects(renderFilm(order('crash.mp4'), { signal, childModule: crash }), (error: Error) => {
    assert.match(error.message, /^The film could not be rendered: .* ended with code 3 .*\.$/)
    assert.match(String(error.cause), /the last words/)
    return true
  })
  const killed = await misbehaving('killed.mjs', "process.kill(process.pid, 'SIGKILL')")
  await assert.rejects(renderFilm(order('killed.mp4'), { signal, childModule: killed }), /was ended by SIGKILL/)
})

test('a reference image that cannot be read fails the render and leaves no file', async () => {
  await assert.rejects(
    renderFilm(order('no-image.mp4', { images: [join(folder, 'none.png')] }), { signal }),
    /could not be rendered/,
  )
  assert.ok(!(await readdir(folder)).some((name) => name.startsWith('no-image')))
})

test('an order that no encoder takes is refused before a process starts', async () => {
  await assert.rejects(renderFilm(order('odd.mp4', { width: 321 }), { signal }), RangeError)
  await assert.rejects(renderFilm(order('long.mp4', { seconds: 0 }), { signal }), RangeError)
})
