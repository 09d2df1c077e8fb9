/** What kind of thing a drawing shows, and how tall that is. */
import { kindLists } from './lexicon/kinds.ts'
import { roles } from './lexicon/people.ts'
import type { Subject } from './shot-plan.ts'

export interface Kind {
  kind: Subject['kind']
  heightMetres: number
}

const unlisted: Kind = { kind: 'object', heightMetres: 0.4 }
const grownUp: Kind = { kind: 'person', heightMetres: 1.72 }
const baby: Kind = { kind: 'person', heightMetres: 0.7 }

const listed = new Map(
  Object.entries(kindLists).flatMap(([kind, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry): [string, Kind] => {
        const [name = '', height] = entry.split(':')
        return [name, { kind: kind as Kind['kind'], heightMetres: Number(height) }]
      }),
  ),
)
const people = new Set(roles.values())

export function kindOf(drawing: string): Kind {
  const known = listed.get(drawing)
  if (known !== undefined) return known
  if (drawing === 'baby') return baby
  const person = people.has(drawing) || /^(?:man|woman|person|pregnant)-/.test(drawing)
  return person ? grownUp : unlisted
}

/** Things that act by themselves, so that a verb right after them is theirs. */
export function isLively(kind: Kind['kind']): boolean {
  return kind !== 'object' && kind !== 'food' && kind !== 'plant'
}

/** Light and small enough to be held or carried. */
export function isPortable({ kind, heightMetres }: Kind): boolean {
  return (kind === 'object' || kind === 'food' || kind === 'plant' || kind === 'aircraft') && heightMetres <= 1.2
}
