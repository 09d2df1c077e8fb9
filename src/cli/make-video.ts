import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Acknowledgement, Failure, ProgressLine, Success } from '../contract/sora/answers.ts'

type Line = ProgressLine | Success | Failure | Acknowledgement

export interface MadeVideo {
  taskId: string
  videoUrl: string
  engine: string
}

/**
 * Sends a create call and follows its ndjson answer to the end. Throws an Error with the server's own sentence when it
 * refuses or fails.
 */
export async function makeVideo(
  server: { url: string; key: string },
  body: object,
  onProgress: (percent: number, state: string) => void,
  signal: AbortSignal,
): Promise<MadeVideo> {
  const response = await fetch(`${server.url}/sora/videos`, {
    method: 'POST',
    headers: {
      accept: 'application/x-ndjson',
      authorization: `Bearer ${server.key}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
    signal,
  })
  if (!response.body) throw new Error(`the server answered ${response.status} without a body.`)
  let last: Line | undefined
  for await (const line of createInterface({ input: Readable.from(response.body) })) {
    last = parseLine(line, response.status)
    if ('progress' in last) onProgress(last.progress, last.state)
  }
  if (last && 'success' in last && last.success) {
    const [video] = last.data
    if (video) return { taskId: last.task_id, videoUrl: video.video_url, engine: video.engine }
  }
  if (last && 'error' in last) throw new Error(last.error.message)
  throw new Error('the server closed the connection before the video was there; the task goes on.')
}

function parseLine(line: string, status: number): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    throw new Error(`the server answered ${status} with something that is not JSON; is it a Rushes server?`)
  }
}

/** Saves what is at a link to a file, whole or not at all. */
export async function download(url: string, path: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body)
    throw new Error(`the video could not be fetched: the server answered ${response.status}.`)
  const partial = `${path}.partial`
  try {
    await pipeline(Readable.from(response.body), createWriteStream(partial), { signal })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
