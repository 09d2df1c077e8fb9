/** In a shot that goes on with another, the cast starts from where its lead was and then finds its own places. */
import type { Actor } from './actor.ts'

/** Seconds in which the cast gets from there to its places. */
const settlingSeconds = 3
/** The share of the frame, at either side, that nobody is moved into. */
const margin = 0.06

export interface GoingOn {
  actors: readonly Actor[]
  lead: Actor | undefined
  /** Pixels from the left, at `seconds` of the shot. */
  leadX: number
  seconds: number
  width: number
}

/** Moves all who stand or go on their own by as much as the lead is off, as far as the frame allows. */
export function startFromLead({ actors, lead, leadX, seconds, width }: GoingOn): void {
  if (!lead || lead.anchor) return
  const moved = actors.filter(({ anchor, subject }) => !anchor && subject.kind !== 'sky')
  const places = moved.map(({ path }) => path(seconds).x)
  const most = Math.max(0, width * (1 - margin) - Math.max(...places))
  const least = Math.min(0, width * margin - Math.min(...places))
  const by = Math.min(most, Math.max(least, leadX - lead.path(seconds).x))
  for (const actor of moved) {
    const own = actor.path
    actor.path = (at) => {
      const place = own(at)
      const part = Math.min(1, Math.max(0, (at - seconds) / settlingSeconds))
      return { ...place, x: place.x + by * (1 - part * part * (3 - 2 * part)) }
    }
  }
}
