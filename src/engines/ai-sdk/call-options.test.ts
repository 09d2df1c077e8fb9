import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Job } from '../engine.ts'
import { type CallSettings, callOptionsOf } from './call-options.ts'
import { aspectRatioOf } from './providers.ts'
import type { ProviderName } from './settings.ts'

const never = new AbortController().signal

function jobOf(width: number, height: number, seconds: number, rest: Partial<Job> = {}): Job {
  const taskId = crypto.randomUUID()
  const film = { prompt: 'a cat', seconds, width, height, seed: 0, images: [] }
  return { taskId, submitKey: taskId, model: 'sora-2', workDirectory: tmpdir(), ...film, ...rest }
}

function settingsOf(provider: ProviderName, rest: Partial<CallSettings> = {}): CallSettings {
  return { provider, model: 'a-model', options: {}, imagesAs: 'first-frame', ...rest }
}

test('every size of the contract has a shape that providers know', () => {
  const shapes = ['1280x720', '720x1280', '1792x1024', '1024x1792', '1024x1024', '720x720'].map((size) => {
    const [width = 0, height = 0] = size.split('x').map(Number)
    return aspectRatioOf({ width, height })
  })
  assert.deepEqual(shapes, ['16:9', '9:16', '16:9', '9:16', '1:1', '1:1'])
})

test('a size becomes one that the provider knows', async () => {
  const cases: [ProviderName, string, Job, string | undefined][] = [
    ['google', 'veo-3.1-generate-preview', jobOf(720, 1280, 4), '1280x720'],
    ['google', 'veo-3.1-generate-preview', jobOf(1792, 1024, 8), '1920x1080'],
    ['google', 'veo-3.1-generate-preview', jobOf(1792, 1024, 4), '1280x720'],
    ['alibaba', 'wan2.7-t2v', jobOf(720, 1280, 4), '720x1280'],
    ['alibaba', 'wan2.6-t2v', jobOf(1024, 1024, 10), '1440x1440'],
    ['minimax', 'MiniMax-H3-Max', jobOf(1024, 1792, 4), '768x1366'],
    ['gateway', 'google/veo-3.1-generate-001', jobOf(720, 1280, 8), '1280x720'],
    ['gateway', 'somebody/new', jobOf(720, 1280, 8), undefined],
    ['fal', 'luma-ray-2', jobOf(1280, 720, 5), undefined],
  ]
  for (const [name, model, job, wanted] of cases) {
    const { resolution } = await callOptionsOf(job, settingsOf(name, { model }), never)
    assert.equal(resolution, wanted, `${name} ${model} ${job.width}x${job.height}`)
  }
})

test('what the package for fal drops goes through its own options: resolution, fps, seed 0, the last frame', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-call-'))
  const image = join(directory, 'a.png')
  await writeFile(image, 'pixels')
  const images = [image, image].map((path) => ({ path, contentType: 'image/png', url: 'http://rushes.test/a.png' }))
  const settings = settingsOf('fal', { fps: 16, imagesAs: 'first-and-last-frame' })
  const options = await callOptionsOf(jobOf(1792, 1024, 5, { images }), settings, never)
  assert.deepEqual(options.providerOptions.fal, {
    resolution: '1080p',
    seed: 0,
    fps: 16,
    frames_per_second: 16,
    end_image_url: `data:image/png;base64,${Buffer.from('pixels').toString('base64')}`,
  })
  assert.equal(options.image?.type, 'file')
  await rm(directory, { recursive: true })
})

test('the config’s options win, are filled with the job’s values, and take out with null', async () => {
  const options = { duration: '{{seconds}}', note: '{{width}}x{{height}} {{aspect_ratio}}', resolution: null }
  const { providerOptions } = await callOptionsOf(jobOf(1280, 720, 5), settingsOf('fal', { options }), never)
  assert.deepEqual(providerOptions.fal, { seed: 0, duration: 5, note: '1280x720 16:9' })
})

test('a provider that warns about seeds gets none', async () => {
  assert.equal((await callOptionsOf(jobOf(1280, 720, 5), settingsOf('xai'), never)).seed, undefined)
  assert.equal((await callOptionsOf(jobOf(1280, 720, 5), settingsOf('google'), never)).seed, 0)
})
