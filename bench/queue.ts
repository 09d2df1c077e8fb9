/**
 * npm run bench -- queue [requests a day] [seconds of work] [peak]: how long requests wait by the number of slots, simulated
 * over a day that is busiest at noon; the first line is the same engine at a steady rate beside Erlang's formula.
 */
import { erlangC, seededRandom, simulateQueue } from './queue-simulator.ts'
import { say } from './say.ts'

/** Slots over those that the busiest hour's work takes. */
const margins = [0.8, 0.9, 0.97, 1.03, 1.1, 1.25]

export async function benchQueue(...settings: string[]): Promise<void> {
  const [perDay = 1_000_000, meanSeconds = 60, peak = 1.8] = settings.map(Number)
  const perSecond = perDay / 86_400
  const base = { perDay, meanSeconds, work: 'exponential', days: 1 } as const
  const steady = Math.ceil(perSecond * meanSeconds * 1.03)
  const simulated = simulateQueue({ ...base, peak: 1, workers: steady, random: seededRandom(1) })
  const formula = erlangC(steady, perSecond, meanSeconds)
  say(
    `steady, ${steady} slots: mean wait simulated, by Erlang C`,
    `${seconds(simulated.mean)}, ${seconds(formula.mean)}`,
  )
  say('requests a day, seconds of work, peak', `${perDay}, ${meanSeconds}, ${peak}`)
  say('slots (of the busiest moment’s work)', 'p50, p95, p99 of waits; busy')
  const needed = perSecond * peak * meanSeconds
  for (const margin of margins) {
    const workers = Math.max(1, Math.round(needed * margin))
    const { p50, p95, p99, busy } = simulateQueue({ ...base, peak, workers, random: seededRandom(2) })
    say(
      `${workers} (${Math.round(margin * 100)} %)`,
      `${[p50, p95, p99].map(seconds).join(', ')}; ${Math.round(busy * 100)} %`,
    )
  }
}

const seconds = (value: number): string => `${value.toFixed(1)} s`
