const firstMilliseconds = 1000
const maxMilliseconds = 30_000

/** A pause before try number `tries` (from 0): doubled each time, up to 30 seconds, the last half of it at random. */
export function backOff(tries: number, random = Math.random): number {
  return Math.min(firstMilliseconds * 2 ** tries, maxMilliseconds) * (0.5 + random() / 2)
}

/** A pause of up to `milliseconds`: at random at first, so that what began together does not go on together. */
export function spread(milliseconds: number, isFirst: boolean, random = Math.random): number {
  return milliseconds * (isFirst ? random() : 0.9 + random() / 10)
}
