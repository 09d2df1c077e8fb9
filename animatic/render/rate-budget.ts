/**
 * Bounds the bits of a film. libx264 has a bound of its own, the VBV, but with it the bytes depend on memory that was
 * never written (seen by setting MALLOC_PERTURB_), and the same film would come out in other bytes.
 */
import type { CodecContext } from 'node-av/lib'

/** libx264's constant rate factor: flat painted pictures look clean at it, at 1 to 5 MB for ten seconds of 720p. */
export const rateFactor = 22
/** Where little moves, as on the moon, finer pictures cost next to nothing, and soft shades step less. */
const calmFactor = 20
const calmKilobitsPerSecond = 800
/** Rain over a lit city would take twice as much; so bounded, ten seconds stay below 6 MB. */
const kilobitsPerSecond = 3800
const pixelsOf720p = 1280 * 720
/** What may be spent ahead before it shows, in seconds of the budget: the first picture alone takes a third of one. */
const freeSeconds = 0.5
/** How much the rate factor rises for each second of the budget overspent. Six halve the bits. */
const factorPerSecond = 8
const worstFactor = 34
/** The encoder is told of changes no smaller than this. */
const step = 0.5

/** Call with the bytes of each packet: what is overspent coarsens the pictures to come until it is made up for. */
export function rateBudget(
  context: CodecContext,
  { width, height, framesPerSecond }: { width: number; height: number; framesPerSecond: number },
): (bytes: number) => void {
  // A larger picture takes fewer bits for each pixel.
  const scale = 1000 * ((width * height) / pixelsOf720p) ** 0.8
  const [bitsPerSecond, calmBitsPerSecond] = [kilobitsPerSecond * scale, calmKilobitsPerSecond * scale]
  let overspentSeconds = 0
  let bits = 0
  let packets = 0
  let told = rateFactor
  return (bytes) => {
    bits += bytes * 8
    packets++
    const isCalm = packets >= framesPerSecond && (bits * framesPerSecond) / packets < calmBitsPerSecond
    overspentSeconds = Math.max(0, overspentSeconds + (bytes * 8) / bitsPerSecond - 1 / framesPerSecond)
    const raised = (isCalm ? calmFactor : rateFactor) + factorPerSecond * Math.max(0, overspentSeconds - freeSeconds)
    const factor = Math.min(worstFactor, Math.round(raised / step) * step)
    if (factor === told) return
    told = factor
    context.setOption('crf', String(factor))
  }
}
