/** How tall each subject is drawn, from its real height and from what the picture needs. */
import type { Subject } from '../script/shot-plan.ts'
import type { Place } from '../sets/place.ts'

/** Shares of the frame's useful side: outdoors the lead fills about a third, whatever it is in the world. */
const leadShare = 0.36
const skyShare = 0.19
/** The largest planet in space is this many times as tall as what hangs in an earthly sky. */
export const worldScale = 2.1
const smallestShare = 0.07
/** Alone in a room, a thing is come closer to than a person is. */
const leastLeadShare = { alive: 0.2, lifeless: 0.27 }

export interface ScaleOrder {
  /** Pixels of the frame. */
  width: number
  height: number
  /** Pixels of one metre where the subjects stand, in a place that is built to scale. */
  metre?: number | undefined
}

/** The side that bounds what is shown, a portrait frame's width included. */
export function usefulSide({ width, height }: Pick<ScaleOrder, 'width' | 'height'>): number {
  return Math.min(height, width * 1.12)
}

/** The subject the shot is about: the first that is not scenery. */
export function leadIndex(subjects: readonly Subject[]): number {
  const index = subjects.findIndex(({ kind }) => kind !== 'sky' && kind !== 'plant')
  return Math.max(index, 0)
}

/** Heights in pixels, one for each subject, before they are fitted into the frame together. */
export function subjectHeights(subjects: readonly Subject[], order: ScaleOrder): number[] {
  const useful = usefulSide(order)
  const index = leadIndex(subjects)
  const lead = subjects[index]
  if (!lead) return []
  const { metre } = order
  const base = metre === undefined ? outdoorLead(lead) : (storybookMetres(lead.heightMetres) * metre) / useful
  const shares = subjects.map((subject, nth) => {
    if (subject.kind === 'sky') return skyShare
    if (nth === index) return base
    return metre === undefined
      ? base * Math.min(6, Math.max(0.18, towards(subject.heightMetres / lead.heightMetres)))
      : (storybookMetres(subject.heightMetres) * metre) / useful
  })
  // One comes closer to a few small things than to people.
  const closer =
    metre === undefined ? 1 : Math.max(1, leastLeadShare[isAlive(lead) ? 'alive' : 'lifeless'] / Math.max(...shares))
  return shares.map((share) => useful * Math.max(smallestShare, share * closer))
}

const bearerShares: Partial<Record<NonNullable<Subject['relation']>['kind'], number>> = {
  inside: 1,
  on: 0.55,
  under: 0.55,
  riding: 0.75,
}

/** What bears or holds another is large enough for it, however small it is in the world: a cat inside a cup. */
export function roomy(subjects: readonly Subject[], heights: readonly number[]): number[] {
  const made = [...heights]
  for (const [index, { relation }] of subjects.entries()) {
    if (!relation) continue
    const [borne, bearer] = relation.kind === 'under' ? [relation.of, index] : [index, relation.of]
    made[bearer] = Math.max(made[bearer] ?? 0, (made[borne] ?? 0) * (bearerShares[relation.kind] ?? 0))
  }
  return made
}

/** A mouse is drawn smaller than a whale, but not in their true proportion. */
function outdoorLead({ heightMetres }: Subject): number {
  return leadShare * Math.min(1.3, Math.max(0.72, (heightMetres / 1.2) ** 0.1))
}

/** Planets, moons and stars that one is among, instead of below. */
export function isWorld({ kind }: Pick<Subject, 'kind'>, { medium }: Pick<Place, 'medium'>): boolean {
  return kind === 'sky' && medium === 'space'
}

function isAlive({ kind }: Subject): boolean {
  return kind === 'person' || kind === 'animal' || kind === 'bird'
}

/** Proportions are kept in kind, drawn together in degree, so that both ends can be seen. */
function towards(real: number): number {
  return real ** 0.6
}

/** Tall things keep their height and small ones show larger than life, as in picture books. */
function storybookMetres(metres: number): number {
  const knee = 1.1
  return metres > knee ? Math.min(2.6, knee + (metres - knee) * 0.95) : knee * (metres / knee) ** 0.62
}
