import { rename } from 'node:fs/promises'

/** Few frames, so that a test's film takes milliseconds; players show them all the same. */
const framesPerSecond = 4
const samplesPerSecond = 48_000

/** Vertical bars, each of one colour, as red, green and blue. */
const bars = [
  [235, 235, 235],
  [235, 235, 16],
  [16, 235, 235],
  [16, 235, 16],
  [235, 16, 235],
  [235, 16, 16],
  [16, 16, 235],
] as const

/** Writes a silent film of colour bars: H.264 + AAC in MP4, of the size (pixels) and length (seconds) asked. */
export async function writeTestFilm(
  path: string,
  { width, height, seconds }: { width: number; height: number; seconds: number },
): Promise<void> {
  // FFmpeg is loaded by the first film only: most servers never run this engine.
  const { openFilmFile } = await import('@rushes/animatic/film-file')
  const partial = `${path}.partial`
  const film = await openFilmFile(partial, width, height, framesPerSecond)
  const silence = new Float32Array(Math.round(seconds * samplesPerSecond))
  await film.addSound([silence, silence])
  const picture = paintBars(width, height)
  for (let frame = 0; frame < seconds * framesPerSecond; frame++) await film.addFrame(picture)
  await film.finish()
  await rename(partial, path)
}

function paintBars(width: number, height: number): Buffer {
  const row = Buffer.alloc(width * 4, 255)
  for (let x = 0; x < width; x++) {
    const bar = bars[Math.floor((x * bars.length) / width)] ?? bars[0]
    row.set(bar, x * 4)
  }
  return Buffer.concat(Array.from({ length: height }, () => row))
}
