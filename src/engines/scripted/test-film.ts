import { readFile, rename, writeFile } from 'node:fs/promises'

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

interface FilmShape {
  width: number
  height: number
  seconds: number
}

const mostKept = 16

/** Writes films of colour bars, each shape made once and remembered: an engine that answers at once has its film ready. */
export function createTestFilms(): (path: string, shape: FilmShape) => Promise<void> {
  const kept = new Map<string, Promise<Buffer>>()
  return async (path, shape) => {
    const name = `${shape.width}x${shape.height} ${shape.seconds}`
    const film = kept.get(name) ?? writeTestFilm(path, shape).then(() => readFile(path))
    if (kept.size < mostKept) kept.set(name, film)
    film.catch(() => kept.delete(name))
    const partial = `${path}.partial`
    await writeFile(partial, await film)
    await rename(partial, path)
  }
}

/** Writes a silent film of colour bars: H.264 + AAC in MP4, of the size (pixels) and length (seconds) asked. */
export async function writeTestFilm(path: string, { width, height, seconds }: FilmShape): Promise<void> {
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
