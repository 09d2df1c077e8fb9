/** Tells a clip's subject from its background, by what stays the same over time or by the colours of the edge. */
import { type Cluster, clusterColours, strangeness } from '../../pixels/clusters.ts'
import { componentsOf } from '../../pixels/components.ts'
import type { ColourPlanes, Plane } from '../../pixels/plane.ts'

/** 1 where the subject is, for one frame. */
export type Mask = Uint8Array

/** Frames that the background is worked out from. */
const samples = 15
const edgeColours = 6
/** The colours of a plain background vary less than this about their means. */
const plainSpread = 0.03
/** Beyond this they are of no use. */
const mostSpread = 0.055
/** How much of the edge must stay the same for a camera to count as still. */
const stillShare = 0.85
const stillNoise = 0.025
/** How far a shadow's colour may be from the background's, darkened. */
const shadowTint = 0.035
/** Before a plain background, shadows are looked for below this share of the height: grey clothes are above it. */
const groundShare = 0.8
/** Enclosed pieces of background, as shares of the picture and of the figure: a gap between legs, no eye, no shirt. */
const [leastGap, mostGap] = [0.0022, 0.15]

export interface Background {
  /** The edge has few colours: they tell the subject best. */
  isPlain: boolean
  /** By what each pixel shows most of the time; none when the camera moves. */
  byTime?: () => Mask[]
  /** That picture. */
  lasting?: ColourPlanes
  /** By the colours of the edge; none when they are so many that a figure's would be among them. */
  byColour?: () => Mask[]
}

/** All frames are of one size. */
export function findBackground(frames: readonly ColourPlanes[]): Background {
  const clusters = edgeClusters(frames)
  const varied = clusters.reduce((sum, { spread, share }) => sum + spread * share, 0)
  const lasting = lastingPicture(frames)
  return {
    isPlain: varied < plainSpread && clusters.length <= 3,
    ...(lasting && { lasting, byTime: () => frames.map((frame) => differs(frame, lasting)) }),
    ...(varied < mostSpread && { byColour: () => frames.map((frame) => strangeTo(frame, clusters)) }),
  }
}

/** Indexes of the upper edge and the sides; the lower edge is left out, for a figure may stand on it. */
function edgeIndexes(width: number, height: number): number[] {
  const band = Math.max(2, Math.round(Math.min(width, height) * 0.05))
  const indexes: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (y < band || ((x < band || x >= width - band) && y < height * 0.9)) indexes.push(y * width + x)
    }
  }
  return indexes
}

function edgeClusters(frames: readonly ColourPlanes[]): Cluster[] {
  const { width, height } = frames[0]!
  const indexes = edgeIndexes(width, height)
  const chosen = spaced(frames, 4)
  const all: ColourPlanes = {
    width: indexes.length * chosen.length,
    height: 1,
    light: gather(chosen, indexes, 'light'),
    redGreen: gather(chosen, indexes, 'redGreen'),
    yellowBlue: gather(chosen, indexes, 'yellowBlue'),
  }
  return clusterColours(
    all,
    Array.from({ length: all.width }, (_, index) => index),
    edgeColours,
  )
}

type Axis = 'light' | 'redGreen' | 'yellowBlue'

function gather(frames: readonly ColourPlanes[], indexes: readonly number[], axis: Axis): Plane {
  return Float32Array.from(frames.flatMap((frame) => indexes.map((index) => frame[axis][index]!)))
}

function spaced<T>(items: readonly T[], most: number): T[] {
  const count = Math.min(most, items.length)
  return Array.from({ length: count }, (_, nth) => items[Math.floor(((nth + 0.5) * items.length) / count)]!)
}

interface Lasting extends ColourPlanes {
  /** How much an unchanging pixel's brightness varies. */
  noise: number
}

/** Each pixel's median over time; undefined when the edge of the picture does not stay the same. */
function lastingPicture(frames: readonly ColourPlanes[]): Lasting | undefined {
  const chosen = spaced(frames, samples)
  if (chosen.length < 5) return undefined
  const { width, height } = chosen[0]!
  const median = (axis: Axis) =>
    Float32Array.from({ length: width * height }, (_, index) => middleOf(chosen.map((frame) => frame[axis][index]!)))
  const light = median('light')
  const deviation = (index: number) => middleOf(chosen.map((frame) => Math.abs(frame.light[index]! - light[index]!)))
  const edge = edgeIndexes(width, height).map(deviation)
  const still = edge.filter((value) => value < stillNoise).length / edge.length
  if (still < stillShare) return undefined
  return {
    width,
    height,
    light,
    redGreen: median('redGreen'),
    yellowBlue: median('yellowBlue'),
    noise: middleOf(edge),
  }
}

function middleOf(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0
}

function differs(frame: ColourPlanes, lasting: Lasting): Mask {
  const threshold = Math.max(0.05, lasting.noise * 6)
  const mask = new Uint8Array(frame.light.length)
  for (let index = 0; index < mask.length; index++) {
    const light = frame.light[index]! - lasting.light[index]!
    const redGreen = frame.redGreen[index]! - lasting.redGreen[index]!
    const yellowBlue = frame.yellowBlue[index]! - lasting.yellowBlue[index]!
    const apart = light * light + redGreen * redGreen + yellowBlue * yellowBlue
    if (apart > threshold * threshold && !isShadow(frame, lasting, index)) mask[index] = 1
  }
  return mask
}

function isShadow(frame: ColourPlanes, lasting: ColourPlanes, index: number): boolean {
  const [light, redGreen, yellowBlue] = [lasting.light[index]!, lasting.redGreen[index]!, lasting.yellowBlue[index]!]
  return isDarkened({ light, redGreen, yellowBlue }, frame, index)
}

/** Darker by less than half, in the background's own colour: the figure's shadow falls there. */
function isDarkened(
  colour: Pick<Cluster, 'light' | 'redGreen' | 'yellowBlue'>,
  frame: ColourPlanes,
  index: number,
): boolean {
  const share = frame.light[index]! / Math.max(0.01, colour.light)
  if (share < 0.58 || share > 0.98) return false
  const redGreen = frame.redGreen[index]! - share * colour.redGreen
  const yellowBlue = frame.yellowBlue[index]! - share * colour.yellowBlue
  return redGreen * redGreen + yellowBlue * yellowBlue < shadowTint * shadowTint
}

/** Floods in from the edge through its colours, so that the same colours within the figure stay. */
function strangeTo(frame: ColourPlanes, clusters: readonly Cluster[]): Mask {
  const { width, height } = frame
  const mask = new Uint8Array(width * height).fill(1)
  const ground = Math.floor(height * groundShare) * width
  const isBackground = (index: number) =>
    strangeness(clusters, frame, index, 2.2) < 0.045 ||
    (index > ground && clusters.some((cluster) => isDarkened(cluster, frame, index)))
  const open: number[] = []
  const visit = (index: number) => {
    if (!mask[index] || !isBackground(index)) return
    mask[index] = 0
    open.push(index)
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const x = index % width
    if (x > 0) visit(index - 1)
    if (x < width - 1) visit(index + 1)
    if (index >= width) visit(index - width)
    if (index < width * (height - 1)) visit(index + width)
  }
  clearGaps(mask, width, height, (index) => strangeness(clusters, frame, index, 2.2) < 0.02)
  return mask
}

function clearGaps(mask: Mask, width: number, height: number, isBackground: (index: number) => boolean): void {
  const enclosed = new Uint8Array(mask.length)
  let figure = 0
  for (let index = 0; index < mask.length; index++) {
    if (!mask[index]) continue
    figure++
    if (isBackground(index)) enclosed[index] = 1
  }
  for (const { pixels } of componentsOf(enclosed, width, height)) {
    if (pixels.length < mask.length * leastGap || pixels.length > figure * mostGap) continue
    for (const index of pixels) mask[index] = 0
  }
}
