/**
 * npm run bench -- film-sizes [seconds]: how many bytes films of the built-in engine have at the named sizes, from scenes in
 * which little moves to those in which everything does.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderFilm } from '@rushes/animatic'
import { say } from './say.ts'

const sizes = [
  { name: 'small', width: 1280, height: 720 },
  { name: 'large', width: 1792, height: 1024 },
]
const prompts = [
  'an astronaut walks on the moon',
  'cat running on the river',
  'a chef cooking in a kitchen',
  'three horses galloping across a meadow, tracking shot',
  'a storm over the ocean, a sailboat in the waves',
  'a red car drives through a city at night in the rain',
]
const seed = 7

export async function benchFilmSizes(...settings: string[]): Promise<void> {
  const [seconds = 10] = settings.map(Number)
  const directory = await mkdtemp(join(tmpdir(), 'rushes-bench-'))
  const outputPath = join(directory, 'film.mp4')
  try {
    for (const { name, width, height } of sizes) {
      const bytes: number[] = []
      for (const prompt of prompts) {
        const order = { prompt, width, height, seconds, seed, images: [], outputPath }
        await renderFilm(order, { signal: new AbortController().signal })
        bytes.push((await stat(outputPath)).size)
      }
      bytes.sort((one, other) => one - other)
      say(`${name}, ${width}x${height}, ${seconds} s, ${bytes.length} films`, bytes.map(megabytes).join(', '))
      const mean = bytes.reduce((sum, one) => sum + one, 0) / bytes.length
      say('  mean', `${megabytes(mean)}, ${((mean * 8) / seconds / 1e6).toFixed(2)} Mbit/s`)
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`
