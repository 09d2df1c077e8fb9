/** Files and hosts that a reference should not lead to. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Silence: 8 kHz, mono, 8 bits. Source: Multimedia Programming Interface and Data Specifications 1.0, chapter 3. */
export function silentWav(seconds: number): Buffer {
  const samples = Buffer.alloc(8000 * seconds, 128)
  const header = Buffer.alloc(44)
  for (const [at, name] of [
    [0, 'RIFF'],
    [8, 'WAVE'],
    [12, 'fmt '],
    [36, 'data'],
  ] as const)
    header.write(name, at, 'latin1')
  for (const [at, value] of [
    [4, 36 + samples.length],
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, samples.length],
  ] as const) {
    header.writeUInt32LE(value, at)
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    header.writeUInt16LE(value, at)
  return Buffer.concat([header, samples])
}

/** An MP4 with sound and no pictures, where ffmpeg is installed. */
export async function soundOnlyMp4(folder: string): Promise<Buffer | undefined> {
  const path = join(folder, 'sound.mp4')
  const args = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=3', '-c:a', 'aac', path]
  return promisify(execFile)('ffmpeg', args).then(
    () => readFile(path),
    () => undefined,
  )
}

/** A byte a second, for days. */
export const trickle: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': 1_000_000 }).flushHeaders()
  const timer = setInterval(() => response.write('x'), 1000)
  response.once('close', () => clearInterval(timer))
}

export const redirectTo =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { location }).end()

/** A terabyte, by its header. */
export const promiseMuch: RequestListener = (_request, response) =>
  response.writeHead(200, { 'content-length': 1_000_000_000_000 }).flushHeaders()

/** As much as the other side reads, without saying how much that is. */
export const sendEndlessly: RequestListener = (_request, response) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 1)));
  }
  response.on('drain', more)
  more()
}

/** One byte of a thousand. */
export const breakOff: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': 1000 })
  response.write('x', () => response.destroy())
}

export const speakNoHttp: RequestListener = (_request, response) =>
  void response.socket?.end('cat running on the river\r\n\r\n')
