/**
 * Discrete-event simulation of the queue: requests come by a daily curve, wait until one of `workers` slots is free and
 * hold it for as long as their engine works. First come, first served, which is what one account's tasks meet.
 */

export interface SimulationSettings {
  /** Requests of a day. */
  perDay: number
  /** The busiest hour's rate over the day's mean, by a cosine with the peak at noon; 1 for a steady rate. */
  peak: number
  /** Slots of all workers together. */
  workers: number
  /** Mean seconds that an engine works on a request. */
  meanSeconds: number
  /** How its work is spread: `exponential`, or `fixed` for the same every time. */
  work: 'exponential' | 'fixed'
  days: number
  /** A number in [0, 1), the next one each time. */
  random: () => number
}

export interface Waits {
  requests: number
  /** Share of requests that waited at all. */
  waiting: number
  /** Seconds until the work began. */
  mean: number
  p50: number
  p95: number
  p99: number
  /** Share of the slots' time that was worked. */
  busy: number
}

const daySeconds = 86_400

/** Throws RangeError for settings that are no positive numbers. */
export function simulateQueue(settings: SimulationSettings): Waits {
  const { perDay, peak, workers, meanSeconds, work, days, random } = settings
  if (!(perDay > 0 && peak >= 1 && peak <= 2 && workers >= 1 && meanSeconds > 0 && days > 0)) {
    throw new RangeError('perDay, workers, meanSeconds and days must be positive, and peak between 1 and 2')
  }
  const highest = (perDay * peak) / daySeconds
  const free = new Float64Array(Math.floor(workers))
  const waits: number[] = []
  let worked = 0
  for (let at = 0; ; ) {
    // Thinning: arrivals at the highest rate, of which each is kept with the share that the rate then has of it.
    at += exponential(1 / highest, random)
    if (at >= days * daySeconds) break
    const rate = (perDay / daySeconds) * (1 - (peak - 1) * Math.cos((2 * Math.PI * at) / daySeconds))
    if (random() * highest > rate) continue
    const start = Math.max(at, free[0] ?? 0)
    const seconds = work === 'fixed' ? meanSeconds : exponential(meanSeconds, random)
    replaceFirst(free, start + seconds)
    waits.push(start - at)
    worked += seconds
  }
  const sorted = Float64Array.from(waits).sort()
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return {
    requests: waits.length,
    waiting: waits.filter((seconds) => seconds > 0).length / waits.length,
    mean: waits.reduce((sum, seconds) => sum + seconds, 0) / waits.length,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    busy: worked / (days * daySeconds * free.length),
  }
}

/**
 * The probability that a request waits, and its mean wait in seconds, in a queue of Poisson arrivals, exponential work and
 * `servers` slots (M/M/c). Erlang C; the recursion of Erlang B keeps it from overflowing.
 * Source: A. K. Erlang (1917); e.g. L. Kleinrock, Queueing Systems, volume 1, section 3.5.
 */
export function erlangC(servers: number, perSecond: number, meanSeconds: number): { waiting: number; mean: number } {
  const load = perSecond * meanSeconds
  if (load >= servers) return { waiting: 1, mean: Number.POSITIVE_INFINITY }
  let blocked = 1
  for (let slots = 1; slots <= servers; slots++) blocked = (load * blocked) / (slots + load * blocked)
  const waiting = blocked / (1 - (load / servers) * (1 - blocked))
  return { waiting, mean: (waiting * meanSeconds) / (servers - load) }
}

/** A stream of pseudo-random numbers that is the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const exponential = (mean: number, random: () => number): number => -mean * Math.log(1 - random())

/** Replaces the least number of a binary heap. */
function replaceFirst(heap: Float64Array, value: number): void {
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++
    if ((heap[child] ?? 0) >= value) break
    heap[place] = heap[child] ?? 0
    place = child
  }
  heap[place] = value
}
