/** Spreads clusters across the frame: in their order, inside its edges, none over another. */
import type { Random } from '../random.ts'
import type { Cluster, Clustered, Order } from './clusters.ts'

export interface Arranged {
  cluster: Cluster
  /** Pixels from the frame's left of the cluster's foot. */
  x: number
  /** How far to either side it may go without meeting a neighbour or the frame's edge, pixels of its foot. */
  from: number
  to: number
}

/** Shares of the frame: what the cast takes at most, so that a camera that comes closer keeps it whole. */
const most = { wide: 0.8, tall: 0.7 }
const gapShare = { least: 0.03, most: 0.1 }

/** The factor by which everything must shrink to stand side by side, `raised` pixels above the floor. */
export function fitFactor(clusters: readonly Cluster[], width: number, height: number, raised = 0): number {
  const gaps = (clusters.length - 1) * gapShare.least * width
  const wide = clusters.reduce((sum, { left, right }) => sum + right - left, 0)
  const tall = Math.max(1, ...clusters.map(({ top }) => top))
  return Math.min(1, (width * most.wide - gaps) / Math.max(1, wide), (height * most.tall - raised) / tall)
}

export function shrink(clusters: readonly Cluster[], factor: number): void {
  for (const made of clusters) {
    made.left *= factor
    made.right *= factor
    made.top *= factor
    for (const station of made.stations) {
      station.right *= factor
      station.down *= factor
    }
  }
}

/** `facing` is the way they look: one alone leaves itself room ahead. */
export function arrange({ clusters, orders }: Clustered, width: number, facing: number, random: Random): Arranged[] {
  const row = inOrder(random() < 0.5 ? clusters : [...clusters].reverse(), orders)
  const wide = row.reduce((sum, { left, right }) => sum + right - left, 0)
  const spare = width * most.wide - wide
  const gap = Math.max(gapShare.least, Math.min(gapShare.most, spare / width / Math.max(1, row.length))) * width
  const whole = wide + gap * (row.length - 1)
  const shift = row.length === 1 ? -facing * Math.min(0.07 * width, Math.max(0, (width * 0.92 - whole) / 2)) : 0
  let edge = (width - whole) / 2 + shift
  return row.map((made, index) => {
    const x = edge - made.left
    const before = index === 0 ? width * 0.03 : edge - gap / 2
    edge += made.right - made.left
    const after = index === row.length - 1 ? width * 0.97 : edge + gap / 2
    edge += gap
    return { cluster: made, x, from: before - made.left, to: after - made.right }
  })
}

function inOrder(clusters: readonly Cluster[], orders: readonly Order[]): Cluster[] {
  const row = [...clusters]
  for (let pass = 0; pass < orders.length; pass++) {
    for (const [left, right] of orders) {
      const [at, of] = [row.indexOf(left), row.indexOf(right)]
      if (at < 0 || of < 0 || at < of) continue
      row.splice(at, 1)
      row.splice(of, 0, left)
    }
  }
  return row
}
