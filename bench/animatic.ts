/**
 * npm run bench -- animatic [words]: what films of the built-in engine cost, for the prompts below or for those that
 * hold the words. The machine may be shared: beside the time by the clock stand the CPU seconds, which hardly depend on
 * others, and the time as a ratio to encoding alone, measured beside each film with as many pixels.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Film, renderFilm } from '@rushes/animatic'
import { measureEncoding } from './encoding.ts'
import { median } from './median.ts'

interface FilmToMeasure {
  prompt: string
  /** Pixels. */
  width: number
  height: number
  seconds: number
}

const small = { width: 1280, height: 720, seconds: 10 }
const large = { width: 1792, height: 1024, seconds: 10 }
const framesPerSecond = 30
const seed = 7

const films: FilmToMeasure[] = [
  ...[
    'cat running on the river',
    'a golden retriever runs along a beach at sunset',
    'a chef cooking in a kitchen',
    'a red car drives through a city at night in the rain',
    'an astronaut walks on the moon',
    'a storm over the ocean, a sailboat in the waves',
    'three horses galloping across a meadow, tracking shot',
    'a clown fish swims in a coral reef',
    'snow falls on a village at night',
    'a dragon flies over a castle, aerial view',
    'a teacher in a classroom, the camera zooms in',
    'a panda eats bamboo in a forest, watercolour painting',
    'a robot dances in the street, cyberpunk style',
    'a steam train crosses a bridge in fog, Van Gogh style',
    'A girl reads in a library. Then she walks in a park. Then she sleeps in a bedroom.',
  ].map((prompt) => ({ prompt, ...small })),
  { prompt: 'a surfer rides a wave at golden hour', ...large },
]

interface Measured {
  film: Film
  wallSeconds: number
  encodingSeconds: number
  bytes: number
}

async function measure(wanted: FilmToMeasure, directory: string): Promise<Measured> {
  const outputPath = join(directory, 'film.mp4')
  const started = performance.now()
  const film = await renderFilm({ ...wanted, seed, images: [], outputPath }, { signal: new AbortController().signal })
  const wallSeconds = (performance.now() - started) / 1000
  const { size: bytes } = await stat(outputPath)
  const { width, height, seconds } = wanted
  const load = { width, height, frames: seconds * framesPerSecond, framesPerSecond }
  return { film, wallSeconds, encodingSeconds: (await measureEncoding(load)) / 1000, bytes }
}

const cpuSecondsOf = ({ film }: Measured): number =>
  Object.values(film.cost.cpuSeconds).reduce((sum, seconds) => sum + seconds, 0)

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}`.padStart(3)

function describe(measured: Measured): string {
  const { film, wallSeconds, encodingSeconds, bytes } = measured
  const cpu = cpuSecondsOf(measured)
  const { plan, draw, sound, encode } = film.cost.cpuSeconds
  return [
    ((film.seconds * framesPerSecond) / wallSeconds).toFixed(0).padStart(5),
    (film.seconds / wallSeconds).toFixed(2).padStart(5),
    (wallSeconds / encodingSeconds).toFixed(2).padStart(8),
    cpu.toFixed(2).padStart(7),
    [plan, draw, sound, encode].map((part) => percent(part, cpu)).join(' '),
    (film.cost.peakMemoryBytes / 1e6).toFixed(0).padStart(5),
    (bytes / 1e6).toFixed(2).padStart(6),
    loadavg()[0]?.toFixed(1).padStart(5),
    ` ${film.plan.prompt.slice(0, 52)}`,
  ].join(' ')
}

function summarise(all: Measured[]): string {
  const realTime = all.map(({ film, wallSeconds }) => film.seconds / wallSeconds)
  const ratios = all.map(({ wallSeconds, encodingSeconds }) => wallSeconds / encodingSeconds)
  const cpu = all.map(cpuSecondsOf)
  const memory = all.map(({ film }) => film.cost.peakMemoryBytes / 1e6)
  const sizes = all.map(({ bytes }) => bytes / 1e6)
  const line = (name: string, values: number[], worst: number, unit: string) =>
    `${name.padEnd(24)} median ${median(values).toFixed(2)}, worst ${worst.toFixed(2)} ${unit}`
  return [
    line('times real time', realTime, Math.min(...realTime), ''),
    line('ratio to encoding alone', ratios, Math.max(...ratios), ''),
    line('CPU', cpu, Math.max(...cpu), 's'),
    line('peak memory', memory, Math.max(...memory), 'MB'),
    `${'size'.padEnd(24)} from ${Math.min(...sizes).toFixed(2)} to ${Math.max(...sizes).toFixed(2)} MB`,
  ].join('\n')
}

const say = (text: string) => process.stdout.write(`${text}\n`)

export async function benchAnimatic(...words: string[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-bench-'))
  try {
    say('                             % of CPU in')
    say('  fps  x real  /encode  CPU s  pl  dr  so  en   MB  film MB  load')
    const all: Measured[] = []
    for (const wanted of films.filter(({ prompt }) => prompt.includes(words.join(' ')))) {
      const measured = await measure(wanted, directory)
      say(describe(measured))
      all.push(measured)
    }
    say(`\n${small.seconds} s films of ${small.width}x${small.height}`)
    say(summarise(all.filter(({ film }) => film.width === small.width)))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
