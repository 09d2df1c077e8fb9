/** Drawings that come with water of their own at the foot: it gives way to the water they are put in. */
const waterShares: Readonly<Record<string, number>> = {
  sailboat: 0.235,
  canoe: 0.45,
  speedboat: 0.53,
  'motor-boat': 0.38,
  ship: 0.13,
  ferry: 0.16,
  'passenger-ship': 0.17,
}
const bathers = /^(?:man|woman|person)-(?:(swimming)|(rowing-boat)|(playing-water-polo))/

/** The share of the drawing's height, from its foot up, that is painted water; 0 for most. */
export function waterShare(drawing: string): number {
  const known = waterShares[drawing]
  if (known !== undefined) return known
  const [, swims, rows, plays] = bathers.exec(drawing) ?? []
  return swims ? 0.48 : rows ? 0.36 : plays ? 0.3 : 0
}
