/** Which painter paints which place. */
import { paintMeadow } from './meadow.ts'
import type { SetPainter } from './place.ts'
import { paintRiver } from './river.ts'
import { type SetName, setNames } from './set-names.ts'

export { type SetName, setNames } from './set-names.ts'

const painters: Partial<Record<SetName, SetPainter>> = {
  default: paintMeadow,
  river: paintRiver,
  meadow: paintMeadow,
}

/** The painter of the place, or of the default landscape when there is none of that name. */
export function findSet(place: string): SetPainter {
  const name = setNames.find((known) => known === place) ?? 'default'
  return painters[name] ?? paintMeadow
}
