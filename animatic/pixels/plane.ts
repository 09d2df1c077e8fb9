/** Planes: one number a pixel, row by row, and what is done to all of them alike. */

export type Plane = Float32Array

/** A picture as three planes from 0 to 1: brightness, and two axes of colour (red to green, yellow to blue). */
export interface ColourPlanes {
  width: number
  height: number
  light: Plane
  redGreen: Plane
  yellowBlue: Plane
}

/** Takes RGBA bytes, `width * height * 4` of them; what is transparent counts as it is. */
export function colourPlanes(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): ColourPlanes {
  const size = width * height
  const [light, redGreen, yellowBlue] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)]
  for (let index = 0, at = 0; index < size; index++, at += 4) {
    const [red, green, blue] = [rgba[at]! / 255, rgba[at + 1]! / 255, rgba[at + 2]! / 255]
    light[index] = 0.3 * red + 0.59 * green + 0.11 * blue
    redGreen[index] = red - green
    yellowBlue[index] = (red + green) / 2 - blue
  }
  return { width, height, light, redGreen, yellowBlue }
}

/** The mean over a square of `2 * radius + 1` pixels a side, cut at the picture's edges. */
export function boxBlur(plane: Plane, width: number, height: number, radius: number): Plane {
  const rows = new Float32Array(plane.length)
  for (let y = 0; y < height; y++) slideMean(plane, rows, y * width, 1, width, radius)
  const both = new Float32Array(plane.length)
  for (let x = 0; x < width; x++) slideMean(rows, both, x, width, height, radius)
  return both
}

/** A sliding mean along one line of `length` pixels that lie `step` apart. */
function slideMean(from: Plane, to: Plane, start: number, step: number, length: number, radius: number): void {
  let sum = 0
  let count = 0
  for (let ahead = 0; ahead < Math.min(radius, length); ahead++, count++) sum += from[start + ahead * step]!
  for (let at = 0; at < length; at++) {
    if (at + radius < length) {
      sum += from[start + (at + radius) * step]!
      count++
    }
    if (at - radius - 1 >= 0) {
      sum -= from[start + (at - radius - 1) * step]!
      count--
    }
    to[start + at * step] = sum / count
  }
}

/** The largest (or, with `smallest`, the least) value within `radius` pixels along both axes. */
export function spread(plane: Plane, width: number, height: number, radius: number, smallest = false): Plane {
  const sign = smallest ? -1 : 1
  let current = plane
  for (let round = 0; round < radius; round++) {
    const next = new Float32Array(current.length)
    for (let y = 0, index = 0; y < height; y++) {
      for (let x = 0; x < width; x++, index++) {
        let value = current[index]!
        if (x > 0 && (current[index - 1]! - value) * sign > 0) value = current[index - 1]!
        if (x < width - 1 && (current[index + 1]! - value) * sign > 0) value = current[index + 1]!
        if (y > 0 && (current[index - width]! - value) * sign > 0) value = current[index - width]!
        if (y < height - 1 && (current[index + width]! - value) * sign > 0) value = current[index + width]!
        next[index] = value
      }
    }
    current = next
  }
  return current
}

/** A part of a plane, in its pixels; it may reach beyond the edges. */
export interface Region {
  left: number
  top: number
  width: number
  height: number
}

/** Bilinear, with the edges' values held: a region, or the whole plane, in any size. */
export function resizePlane(
  plane: Plane,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
  region: Region = { left: 0, top: 0, width, height },
): Plane {
  const resized = new Float32Array(toWidth * toHeight)
  const columns = Array.from({ length: toWidth }, (_, x) => stepAt(x, toWidth, region.left, region.width, width))
  for (let y = 0, index = 0; y < toHeight; y++) {
    const row = stepAt(y, toHeight, region.top, region.height, height)
    const [upper, lower] = [row.at * width, row.next * width]
    for (let x = 0; x < toWidth; x++, index++) {
      const { at, next, share } = columns[x]!
      const above = plane[upper + at]! * (1 - share) + plane[upper + next]! * share
      const below = plane[lower + at]! * (1 - share) + plane[lower + next]! * share
      resized[index] = above * (1 - row.share) + below * row.share
    }
  }
  return resized
}

interface Step {
  at: number
  next: number
  share: number
}

function stepAt(position: number, of: number, start: number, span: number, length: number): Step {
  const exact = Math.min(length - 1, Math.max(0, start + ((position + 0.5) * span) / of - 0.5))
  const at = Math.floor(exact)
  return { at, next: Math.min(length - 1, at + 1), share: exact - at }
}

/** For each pixel the line by which its value follows from the guide's: value = slope x guide + offset. */
export interface GuidedLines {
  slope: Plane
  offset: Plane
}

/**
 * Smooths `plane` but keeps its edges where the guide has its own. `evenness` is the variance of the guide below which
 * it counts as even. The lines may be enlarged and put to a larger guide. Source: He, Sun and Tang, "Guided Image
 * Filtering", 2013, for a guide of one channel; He and Sun, "Fast Guided Filter", 2015.
 */
export function guidedLines(
  guide: Plane,
  plane: Plane,
  width: number,
  height: number,
  radius: number,
  evenness: number,
): GuidedLines {
  const mean = (values: Plane) => boxBlur(values, width, height, radius)
  const times = (one: Plane, other: Plane) => one.map((value, index) => value * other[index]!)
  const [guideMean, planeMean] = [mean(guide), mean(plane)]
  const [crossMean, squareMean] = [mean(times(guide, plane)), mean(times(guide, guide))]
  const slope = new Float32Array(plane.length)
  const offset = new Float32Array(plane.length)
  for (let index = 0; index < plane.length; index++) {
    const middle = guideMean[index]!
    const variance = squareMean[index]! - middle * middle
    slope[index] = (crossMean[index]! - middle * planeMean[index]!) / (variance + evenness)
    offset[index] = planeMean[index]! - slope[index]! * middle
  }
  return { slope: mean(slope), offset: mean(offset) }
}

/** `plane` smoothed by its guided lines. */
export function guidedFilter(
  guide: Plane,
  plane: Plane,
  width: number,
  height: number,
  radius: number,
  evenness: number,
): Plane {
  const { slope, offset } = guidedLines(guide, plane, width, height, radius, evenness)
  return guide.map((value, index) => slope[index]! * value + offset[index]!)
}

/** The threshold that best parts the values into two groups. Source: Otsu, 1979, over 128 bins. */
export function otsuThreshold(values: Plane): number {
  const bins = 128
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const width = (most - least) / bins || 1
  const counts = new Float64Array(bins)
  for (const value of values) counts[Math.min(bins - 1, Math.floor((value - least) / width))]!++
  const total = counts.reduce((sum, count, bin) => sum + count * bin, 0)
  let [below, belowSum, best, threshold] = [0, 0, -1, 0]
  for (let bin = 0; bin < bins - 1; bin++) {
    below += counts[bin]!
    belowSum += counts[bin]! * bin
    const above = values.length - below
    if (below === 0 || above === 0) continue
    const apart = belowSum / below - (total - belowSum) / above
    const between = below * above * apart * apart
    if (between > best) [best, threshold] = [between, bin + 1]
  }
  return least + threshold * width
}
