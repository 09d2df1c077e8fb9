/** The drawings of a group's members, so that several people are not one person many times over. */
import { findDrawing } from '../cast/catalogue.ts'
import type { Random } from '../random.ts'
import type { Subject } from '../script/shot-plan.ts'

const tones = ['light', 'medium-dark', 'medium-light', 'dark', 'medium'] as const
/** More would be drawn for a crowd that nobody tells apart. */
const mostLooks = 4

/** One drawing for a thing or somebody alone, several to be dealt out in turn among a group of people. */
export function looksOf({ kind, count, drawing }: Subject, random: Random): readonly string[] {
  if (kind !== 'person' || count === 1) return [drawing]
  const first = Math.floor(random() * tones.length)
  const looks = tones
    .map((_, index) => `${drawing}-${tones[(first + index) % tones.length]}`)
    .filter((name) => findDrawing(name) !== undefined)
  return looks.length === 0 ? [drawing] : looks.slice(0, Math.min(count, mostLooks))
}
