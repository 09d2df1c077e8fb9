/** The table that small things are shown on in a room: nobody lays an apple on the floor. */
import { makeSprite } from '../cast/sprite.ts'
import type { Subject } from '../script/shot-plan.ts'
import type { Light } from '../sets/light.ts'
import type { Place } from '../sets/place.ts'
import type { Actor } from './actor.ts'
import { stand } from './antics.ts'
import { stay } from './path.ts'
import { usefulSide } from './scale.ts'

/** Taller things stand on the floor. */
const tallestOnTableMetres = 0.56
/** Shares: of the frame's useful side its height, of its height the level on which things stand. */
const tableShare = 0.24
const topShare = 0.9

const table: Subject = {
  words: 'table',
  drawing: 'table',
  kind: 'object',
  count: 1,
  heightMetres: 0.75,
  action: 'stand',
}

/** Pixels from the floor to where things stand: 0 where they need no table. */
export function supportHeight(
  subjects: readonly Subject[],
  place: Place,
  frame: { width: number; height: number },
): number {
  const isNeeded = place.metre !== undefined && subjects.length > 0 && subjects.every(isSmall)
  return isNeeded ? usefulSide(frame) * tableShare * topShare : 0
}

function isSmall({ kind, heightMetres, action }: Subject): boolean {
  return (
    (kind === 'food' || kind === 'object') &&
    heightMetres <= tallestOnTableMetres &&
    action !== 'dance' &&
    action !== 'walk'
  )
}

/** Wide enough for all from `left` to `right`, pixels of the frame. */
export async function makeTable(
  place: Place,
  light: Light,
  level: number,
  left: number,
  right: number,
): Promise<Actor> {
  const sprite = await makeSprite({ drawing: table.drawing, height: level / topShare, light })
  const width = Math.max(sprite.width * 1.1, (right - left) * 1.3)
  return {
    subject: table,
    sprite: { ...sprite, width },
    path: stay((left + right) / 2, place.floor, 1),
    motion: (seconds, phase) => ({ ...stand(seconds, phase), lean: 0, stretchX: 1, stretchY: 1 }),
    phase: 0,
    submerged: 0,
    inWater: false,
    scenery: false,
    travels: false,
    afloat: false,
  }
}
