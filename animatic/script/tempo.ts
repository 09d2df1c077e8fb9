/** How fast limbs go: motion moves legs and wings by it and sound puts the steps and beats at the same moments. */
import type { Action } from './shot-plan.ts'

const rates: Partial<Record<Action, number>> = {
  walk: 2,
  run: 3,
  dance: 2,
  jump: 1,
  swim: 1,
  fly: 3,
  play: 2,
  wave: 2,
  eat: 1.5,
  work: 1.5,
  ride: 1.5,
}

/**
 * Footfalls, strokes, bounces or wing beats a second at tempo 1; 0 for what does neither. Shared by motion and sound:
 * event number n falls at n / stepsPerSecond seconds from the start of the shot, divided by the plan's tempo. The
 * walk's 2 and the run's 3 are human cadences of 120 and 180 steps a minute.
 */
export function stepsPerSecond(action: Action): number {
  return rates[action] ?? 0
}
