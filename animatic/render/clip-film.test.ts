import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { registerMediabunnyServer } from '@mediabunny/server'
import { BufferTarget, Mp4OutputFormat, Output, Quality, VideoSample, VideoSampleSource } from 'mediabunny'
import { type PlayedClip, playClip } from '../cast/clip/play-clip.ts'
import { clipSize, framesOf, type Paint, paintFigure, plain, textured } from '../cast/clip/test-clips.ts'
import { readPrompt } from '../script/read-prompt.ts'
import { drawFilm } from './draw-film.ts'

const [width, height] = [640, 360]
let folder: string

before(async () => {
  registerMediabunnyServer({ hardwareContext: null })
  folder = await mkdtemp(join(tmpdir(), 'clips-'))
})
after(() => rm(folder, { recursive: true }))

async function clipOf(name: string, paint: Paint): Promise<PlayedClip> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const source = new VideoSampleSource({ codec: 'avc', quality: new Quality('high') })
  output.addVideoTrack(source, { frameRate: 24 })
  await output.start()
  const { frames } = framesOf(paint)
  for (const [nth, frame] of frames.entries()) {
    const timing = { timestamp: nth / 24, duration: 1 / 24 }
    const size = { codedWidth: clipSize.width, codedHeight: clipSize.height }
    using sample = new VideoSample(Buffer.from(frame), { format: 'RGBA', ...size, ...timing })
    await source.add(sample)
  }
  await output.finalize()
  const path = join(folder, name)
  await writeFile(path, Buffer.from(target.buffer ?? new ArrayBuffer(0)))
  return await playClip({ path, startSeconds: 0.1, endSeconds: 1.9 })
}

async function filmOf(prompt: string, character: PlayedClip, times: readonly number[]): Promise<Buffer[]> {
  const drawer = await drawFilm({ plan: readPrompt(prompt, 4), width, height, seed: 5, images: [], character })
  const frames: Buffer[] = []
  for (const time of times) {
    frames.push(Buffer.from(await drawer.draw(time)))
  }
  return frames
}

/** Pixels of one colour: how many, and where they are. */
function spot(frame: Buffer, [red, green, blue]: readonly [number, number, number]): { count: number; x: number } {
  let [count, x] = [0, 0]
  for (let at = 0; at < frame.length; at += 4) {
    const apart = Math.abs(frame[at]! - red) + Math.abs(frame[at + 1]! - green) + Math.abs(frame[at + 2]! - blue)
    if (apart > 110) continue
    count++
    x += (at / 4) % width
  }
  return { count, x: x / count }
}

const body = [32, 72, 192] as const
const wall = [56, 176, 88] as const

test('the figure of a clip plays the lead without its background, and goes where the prompt says', async () => {
  const clip = await clipOf('plain.mp4', (brush, seconds) => {
    plain(brush, seconds)
    paintFigure(brush, 160, 168, seconds)
  })
  assert.ok(clip.isCutOut)
  const [early, late] = await filmOf('a man walks on the stage, static shot', clip, [0.5, 2])
  assert.ok(spot(early!, body).count > 1500, 'the figure is seen')
  const left = spot(early!, wall).count / spot(early!, body).count
  assert.ok(left < 0.05, `its background is not: ${left} of the figure's pixels`)
  assert.ok(Math.abs(spot(late!, body).x - spot(early!, body).x) > width * 0.04, 'it goes')
})

test('a clip before a background that moves is shown whole, as a framed picture', async () => {
  const clip = await clipOf('moving.mp4', (brush, seconds) => {
    textured(70)(brush, seconds)
    paintFigure(brush, 160, 168, seconds)
  })
  assert.equal(clip.isCutOut, false)
  assert.deepEqual([clip.width, clip.height], [clipSize.width, clipSize.height])
  const [frame] = await filmOf('a man walks on the stage', clip, [1])
  assert.ok(spot(frame!, [255, 253, 248]).count > 300, 'the rim of the frame is seen')
})
