/** Groups of alike colours. */
import type { ColourPlanes } from './plane.ts'

export interface Cluster {
  light: number
  redGreen: number
  yellowBlue: number
  /** The root mean square distance of its members. */
  spread: number
  /** Of all points. */
  share: number
}

/** Colour counts for more than brightness: shadows and folds change that. */
const lightWeight = 0.7
const rounds = 8

/** The distance of a pixel's colour from the cluster's middle; black to white is 0.7. */
export function distanceTo(cluster: Cluster, planes: ColourPlanes, index: number): number {
  const light = (planes.light[index]! - cluster.light) * lightWeight
  const redGreen = planes.redGreen[index]! - cluster.redGreen
  const yellowBlue = planes.yellowBlue[index]! - cluster.yellowBlue
  return Math.sqrt(light * light + redGreen * redGreen + yellowBlue * yellowBlue)
}

/**
 * Up to `count` clusters of the pixels at `indexes`, the same each time: k-means that starts from the points furthest
 * from each other.
 */
export function clusterColours(planes: ColourPlanes, indexes: readonly number[], count: number): Cluster[] {
  const middle = meanOf(planes, indexes)
  const seeds = [middle]
  while (seeds.length < count) {
    const far = furthest(planes, indexes, seeds)
    if (far.distance < 0.04) break
    seeds.push(meanOf(planes, [far.index]))
  }
  let clusters = seeds.length > 1 ? seeds.slice(1) : seeds
  for (let round = 0; round < rounds; round++) {
    const members: number[][] = clusters.map(() => [])
    for (const index of indexes) members[nearest(clusters, planes, index)]!.push(index)
    clusters = members.filter((group) => group.length > 0).map((group) => meanOf(planes, group))
  }
  const counts = clusters.map(() => ({ squares: 0, members: 0 }))
  for (const index of indexes) {
    const nth = nearest(clusters, planes, index)
    const distance = distanceTo(clusters[nth]!, planes, index)
    counts[nth]!.squares += distance * distance
    counts[nth]!.members++
  }
  return clusters.map((cluster, nth) => {
    const { squares, members } = counts[nth]!
    return { ...cluster, spread: Math.sqrt(squares / Math.max(1, members)), share: members / indexes.length }
  })
}

/** Which cluster is nearest to the pixel. */
export function nearest(clusters: readonly Cluster[], planes: ColourPlanes, index: number): number {
  let [nth, best] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at < clusters.length; at++) {
    const distance = distanceTo(clusters[at]!, planes, index)
    if (distance < best) [nth, best] = [at, distance]
  }
  return nth
}

/** How far the pixel's colour is outside `spreads` of its nearest cluster's spread; negative within. */
export function strangeness(
  clusters: readonly Cluster[],
  planes: ColourPlanes,
  index: number,
  spreads: number,
): number {
  const cluster = clusters[nearest(clusters, planes, index)]!
  return distanceTo(cluster, planes, index) - cluster.spread * spreads
}

function furthest(planes: ColourPlanes, indexes: readonly number[], from: readonly Cluster[]) {
  let best = { index: 0, distance: -1 }
  for (const index of indexes) {
    const distance = distanceTo(from[nearest(from, planes, index)]!, planes, index)
    if (distance > best.distance) best = { index, distance }
  }
  return best
}

function meanOf(planes: ColourPlanes, indexes: readonly number[]): Cluster {
  const mean: Cluster = { light: 0, redGreen: 0, yellowBlue: 0, spread: 0, share: 0 }
  for (const index of indexes) {
    mean.light += planes.light[index]! / indexes.length
    mean.redGreen += planes.redGreen[index]! / indexes.length
    mean.yellowBlue += planes.yellowBlue[index]! / indexes.length
  }
  return mean
}
