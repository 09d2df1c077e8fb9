import type { PriceRule } from '../config.ts'
import { type GenerationRequest, newSecondsOf } from '../contract/generation-request.ts'

/** Shorter sides up to this many pixels are the small size, as in version 1.0. */
const smallPixels = 720

/** The size a request is priced by: `small` up to 720 pixels on the shorter side. */
export const sizeClassOf = ({ width, height }: { width: number; height: number }): 'small' | 'large' =>
  Math.min(width, height) <= smallPixels ? 'small' : 'large'

/** What a request costs in whole credits: the first rule that fits says it. The configuration ends in one that always fits. */
export function priceOf(rules: readonly PriceRule[], request: GenerationRequest): number {
  const size = sizeClassOf(request)
  const seconds = newSecondsOf(request)
  const rule = rules.find(
    (one) =>
      (one.model ?? request.model) === request.model &&
      (one.version ?? request.version) === request.version &&
      (one.seconds ?? seconds) === seconds &&
      (one.size ?? size) === size,
  )
  if (!rule) throw new Error('no price fits every request')
  return rule.credits ?? Math.ceil((rule.creditsPerSecond ?? 0) * seconds)
}
