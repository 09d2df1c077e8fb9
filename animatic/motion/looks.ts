/** The drawings of a group's members, so that several people are not one person many times over. */
import { findDrawing } from '../cast/catalogue.ts'
import type { Random } from '../random.ts'
import type { Subject } from '../script/shot-plan.ts'

const tones = ['light', 'medium-dark', 'medium-light', 'dark', 'medium'] as const
/** More would be drawn for a crowd that nobody tells apart. */
const mostLooks = 4

const planetColours = ['#e0905a', '#5aa0d8', '#7ac0a0', '#c86a8a'] as const

export interface Look {
  drawing: string
  /** A CSS colour to dress it in. */
  colour?: string | undefined
}

/** One look for a thing or somebody alone, several to be dealt out in turn among people and planets. */
export function looksOf({ kind, count, drawing, colour }: Subject, random: Random): readonly Look[] {
  if (count === 1) return [{ drawing, colour }]
  if (drawing === 'ringed-planet' && colour === undefined)
    return planetColours.slice(0, count).map((own) => ({ drawing, colour: own }))
  if (kind !== 'person') return [{ drawing, colour }]
  const first = Math.floor(random() * tones.length)
  const looks = tones
    .map((_, index) => ({ drawing: `${drawing}-${tones[(first + index) % tones.length]}`, colour }))
    .filter((look) => findDrawing(look.drawing) !== undefined)
  return looks.length === 0 ? [{ drawing, colour }] : looks.slice(0, Math.min(count, mostLooks))
}
