import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFilmFile } from '@rushes/animatic/film-file'

const samplesPerSecond = 48_000
/** As many different pictures as there are, in turn: a film of one picture would cost the encoder next to nothing. */
const pictures = 8

export interface EncodingLoad {
  /** Pixels. */
  width: number
  height: number
  frames: number
  framesPerSecond: number
}

/** Milliseconds to encode a moving gradient and a tone with the settings of the built-in engine, drawing left out. */
export async function measureEncoding({ width, height, frames, framesPerSecond }: EncodingLoad): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-bench-'))
  const painted = Array.from({ length: pictures }, (_, number) => paint(width, height, number))
  const sound = tone(frames / framesPerSecond)
  try {
    const started = performance.now()
    const file = await openFilmFile(join(directory, 'film.mp4'), width, height, framesPerSecond)
    await file.addSound([sound, sound])
    for (let frame = 0; frame < frames; frame++) await file.addFrame(painted[frame % pictures] ?? Buffer.alloc(0))
    await file.finish()
    return performance.now() - started
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function paint(width: number, height: number, shift: number): Buffer {
  const pixels = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      pixels[at] = (x + shift * 6) & 255
      pixels[at + 1] = (y + shift * 3) & 255
      pixels[at + 2] = ((x ^ y) + shift) & 127
    }
  }
  return pixels
}

function tone(seconds: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * samplesPerSecond))
  for (let index = 0; index < samples.length; index++)
    samples[index] = 0.3 * Math.sin((index * 2 * Math.PI * 440) / samplesPerSecond)
  return samples
}
