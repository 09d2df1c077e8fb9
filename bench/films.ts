/**
 * npm run bench: one synchronous film beside encoding alone, the time until the server is ready, and what its health
 * check answers meanwhile.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { measureEncoding } from './encoding.ts'
import { median } from './median.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const film = { prompt: 'cat running on the river', model: 'sora-2', duration: 10, size: 'small' }
const rounds = 3
/** Often enough to see a blocked event loop, seldom enough not to be a load of its own. */
const healthPauseMilliseconds = 10

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`

export async function benchFilms(): Promise<void> {
  const encoding = await measureEncoding({ width: 1280, height: 720, frames: 300, framesPerSecond: 30 })
  say('encode 300 frames of 1280x720 and 10 s of sound, nothing else', seconds(encoding))

  await using server = await startBenchServer()
  say('start to ready, new data directory', seconds(server.firstStartMilliseconds))
  say('start to ready, existing data directory', seconds(await server.restart()))

  const films: number[] = []
  const health: number[] = []
  /** The slowest answer during each film: the first one also loads what is loaded once. */
  const worst: number[] = []
  for (let round = 0; round < rounds; round++) {
    const counted = health.length
    const started = performance.now()
    const making = server.makeFilm(film).then(() => films.push(performance.now() - started))
    let done = false
    making.finally(() => {
      done = true
    })
    while (!done) {
      health.push(await server.healthMilliseconds())
      await delay(healthPauseMilliseconds)
    }
    await making
    worst.push(Math.max(...health.slice(counted)))
  }
  health.sort((a, b) => a - b)
  const share = (part: number): string => milliseconds(health[Math.floor(health.length * part)] ?? Number.NaN)
  say(`synchronous 10 s film, 1280x720, 30 fps, sound (median of ${rounds})`, seconds(median(films)))
  say('  as a ratio to encoding alone', (median(films) / encoding).toFixed(2))
  say(`/healthz while it is made (${health.length} calls): p50, p99`, `${share(0.5)}, ${share(0.99)}`)
  say('  worst during the first film, and during each later one', worst.map(milliseconds).join(', '))
}
