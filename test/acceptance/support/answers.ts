/** The answers of the API as the integration guide shows them. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFilm, type WantedFilm } from './film.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const videoIds = { '1.0': /^sora-2:task_[0-9a-hjkmnp-tv-z]{26}$/, '2.0': uuid }

export interface Success {
  success: true
  task_id: string
  trace_id: string
  data: [{ id: string; video_url: string; state: string; width: number; height: number; duration: number }]
}

/** Checks the body of a video that was made: the documented keys, first and in their order. */
export function checkSuccess(body: unknown, version: keyof typeof videoIds): Success {
  const success = body as Success
  assert.deepEqual(Object.keys(success), ['success', 'task_id', 'trace_id', 'data'], JSON.stringify(body))
  assert.equal(success.success, true)
  assert.match(success.task_id, uuid)
  assert.match(success.trace_id, uuid)
  assert.equal(success.data.length, 1)
  const [video] = success.data
  assert.deepEqual(Object.keys(video).slice(0, 3), ['id', 'video_url', 'state'])
  assert.match(video.id, videoIds[version])
  assert.match(video.video_url, /^http:\/\/127\.0\.0\.1:\d+\/\S+$/)
  assert.equal(video.state, 'succeeded')
  return success
}

/** Checks that an acknowledgement is the task's id and nothing else, and returns the id. */
export function checkAcknowledgement(body: unknown): string {
  const { task_id: taskId } = body as { task_id: string }
  assert.deepEqual(body, { task_id: taskId })
  assert.match(taskId, uuid)
  return taskId
}

/** Downloads a video by its link alone, as a player does, and checks that it is the film that was asked for. */
export async function checkVideo(body: Success, folder: string, wanted: WantedFilm): Promise<void> {
  const [{ video_url: url, width, height, duration }] = body.data
  assert.deepEqual([width, height, Math.round(duration)], [wanted.width, wanted.height, wanted.seconds])
  const bytes = await downloadVideo(url)
  const path = join(folder, `${body.task_id}.mp4`)
  await writeFile(path, bytes)
  await checkFilm(path, bytes, wanted)
}

async function downloadVideo(url: string): Promise<Buffer> {
  const whole = await fetch(url)
  assert.equal(whole.status, 200)
  assert.equal(whole.headers.get('content-type'), 'video/mp4')
  const bytes = Buffer.from(await whole.arrayBuffer())
  assert.equal(whole.headers.get('content-length'), String(bytes.length))
  // Without this answer to a Range a player cannot seek, and Safari does not play at all.
  const part = await fetch(url, { headers: { range: 'bytes=4-7' } })
  assert.deepEqual([part.status, await part.text()], [206, 'ftyp'])
  assert.equal(part.headers.get('content-range'), `bytes 4-7/${bytes.length}`)
  return bytes
}
