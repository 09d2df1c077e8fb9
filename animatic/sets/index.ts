/** Which painter paints which place. */

import { paintBeach } from './beach.ts'
import { paintCity } from './city.ts'
import { paintLake } from './lake.ts'
import { paintMeadow } from './meadow.ts'
import { paintOcean } from './ocean.ts'
import type { SetPainter } from './place.ts'
import { paintRiver } from './river.ts'
import { type SetName, setNames } from './set-names.ts'
import { paintSpace } from './space.ts'
import { paintUnderwater } from './underwater.ts'

export { type SetName, setNames } from './set-names.ts'

const painters: Partial<Record<SetName, SetPainter>> = {
  default: paintMeadow,
  river: paintRiver,
  meadow: paintMeadow,
  lake: paintLake,
  ocean: paintOcean,
  beach: paintBeach,
  underwater: paintUnderwater,
  space: paintSpace,
  city: paintCity,
}

/** The painter of the place, or of the default landscape when there is none of that name. */
export function findSet(place: string): SetPainter {
  const name = setNames.find((known) => known === place) ?? 'default'
  return painters[name] ?? paintMeadow
}
