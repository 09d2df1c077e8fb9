/** Work on planes of one value a pixel: brightness, blur, sizes. All of them are called once or more in every frame. */
import { meanOf } from './words.ts'

export interface Plane {
  width: number
  height: number
  values: Uint8Array
}

export function makePlane(width: number, height: number): Plane {
  return { width, height, values: new Uint8Array(width * height) }
}

/** Half the frame's width and height, rounded up. */
export function makeHalfPlane(width: number, height: number): Plane {
  return makePlane((width + 1) >> 1, (height + 1) >> 1)
}

/** Sets every value of a plane as wide as `width` from its place. Much quicker than `from` with a function. */
export function setEach<Values extends Uint8Array | Uint16Array | Uint32Array>(
  values: Values,
  width: number,
  valueAt: (at: number, x: number, y: number) => number,
): Values {
  for (let at = 0, y = 0; at < values.length; y++) {
    for (let x = 0; x < width && at < values.length; x++, at++) values[at] = valueAt(at, x, y)
  }
  return values
}

/** The luma of a pixel, 0 to 255 (the weights of ITU-R BT.709, of 256). */
export function lumaOf(pixel: number): number {
  return ((pixel & 255) * 54 + ((pixel >>> 8) & 255) * 183 + ((pixel >>> 16) & 255) * 19) >> 8
}

/**
 * The brightness of a frame at half its size: the mean of two pixels on the diagonal of each square of four. Blue counts
 * more than in luma, so that things as bright as what is behind them still have an edge.
 */
export function halveBrightness(pixels: Uint32Array, width: number, height: number, into: Plane): void {
  const { values } = into
  for (let y = 0; y < into.height; y++) {
    const upper = y * 2 * width
    const lower = Math.min(height - 1, y * 2 + 1) * width
    for (let x = 0; x < into.width; x++) {
      const right = Math.min(width - 1, x * 2 + 1)
      values[y * into.width + x] = evenOf(pixels[upper + x * 2]!) + evenOf(pixels[lower + right]!)
    }
  }
}

/** Half of a quarter red, half green and a quarter blue. */
function evenOf(pixel: number): number {
  return ((pixel & 255) + ((pixel >>> 7) & 510) + ((pixel >>> 16) & 255)) >>> 3
}

/** A frame at half its size, every pixel the mean of four. */
export function halvePixels(pixels: Uint32Array, width: number, height: number, into: Uint32Array): void {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  for (let y = 0; y < halfHeight; y++) {
    const upper = y * 2 * width
    const lower = Math.min(height - 1, y * 2 + 1) * width
    for (let x = 0; x < halfWidth; x++) {
      const left = x * 2
      const right = Math.min(width - 1, left + 1)
      const one = meanOf(pixels[upper + left]!, pixels[lower + right]!)
      const other = meanOf(pixels[upper + right]!, pixels[lower + left]!)
      into[y * halfWidth + x] = meanOf(one, other)
    }
  }
}

/** Blurs a plane by the mean of a square of `2 * radius + 1` pixels; the margin repeats the outermost pixel. */
export class BoxBlur {
  readonly #sums: Int32Array
  readonly #between: Uint8Array
  readonly #width: number
  readonly #height: number

  constructor(width: number, height: number) {
    this.#width = width
    this.#height = height
    this.#sums = new Int32Array(width)
    this.#between = new Uint8Array(width * height)
  }

  /** `from` and `into` may be the same. */
  blur(from: Uint8Array, into: Uint8Array, radius: number): void {
    this.#alongRows(from, radius)
    this.#alongColumns(into, radius)
  }

  #alongRows(from: Uint8Array, radius: number): void {
    const width = this.#width
    const between = this.#between
    // A sum divided by the window's length, as a product and a shift.
    const share = Math.round(65536 / (2 * radius + 1))
    for (let y = 0; y < this.#height; y++) {
      const row = y * width
      const last = row + width - 1
      let sum = from[row]! * radius
      for (let x = 0; x < radius; x++) sum += from[Math.min(last, row + x)]!
      for (let x = 0; x < width; x++) {
        sum += from[Math.min(last, row + x + radius)]!
        between[row + x] = (sum * share) >>> 16
        sum -= from[Math.max(row, row + x - radius)]!
      }
    }
  }

  #alongColumns(into: Uint8Array, radius: number): void {
    const width = this.#width
    const height = this.#height
    const between = this.#between
    const sums = this.#sums
    const share = Math.round(65536 / (2 * radius + 1))
    for (let x = 0; x < width; x++) sums[x] = between[x]! * radius
    for (let y = 0; y < radius; y++) {
      const row = Math.min(height - 1, y) * width
      for (let x = 0; x < width; x++) sums[x]! += between[row + x]!
    }
    for (let y = 0; y < height; y++) {
      const enters = Math.min(height - 1, y + radius) * width
      const leaves = Math.max(0, y - radius) * width
      const row = y * width
      for (let x = 0; x < width; x++) {
        const sum = sums[x]! + between[enters + x]!
        into[row + x] = (sum * share) >>> 16
        sums[x] = sum - between[leaves + x]!
      }
    }
  }
}

/** A plane of half the size enlarged to `into`, smooth between its pixels. */
export function enlarge(half: Plane, into: Plane): void {
  const { width, height, values } = into
  for (let y = 0; y < height; y++) {
    const nearRow = (y >> 1) * half.width
    const farRow = Math.min(half.height - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * half.width
    const row = y * width
    for (let x = 0; x < half.width; x++) {
      const middle = half.values[nearRow + x]! * 3 + half.values[farRow + x]!
      const before = Math.max(0, x - 1)
      const after = Math.min(half.width - 1, x + 1)
      const left = half.values[nearRow + before]! * 3 + half.values[farRow + before]!
      const right = half.values[nearRow + after]! * 3 + half.values[farRow + after]!
      values[row + x * 2] = (middle * 3 + left) >> 4
      if (x * 2 + 1 < width) values[row + x * 2 + 1] = (middle * 3 + right) >> 4
    }
  }
}

/** A picture of half the size enlarged to a whole frame, smooth between its pixels. */
export function enlargePixels(half: Uint32Array, width: number, height: number, into: Uint32Array): void {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  const row = new Uint32Array(halfWidth)
  for (let y = 0; y < height; y++) {
    const near = (y >> 1) * halfWidth
    const far = Math.min(halfHeight - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * halfWidth
    for (let x = 0; x < halfWidth; x++) row[x] = meanOf(half[near + x]!, meanOf(half[near + x]!, half[far + x]!))
    const start = y * width
    for (let x = 0; x < halfWidth; x++) {
      const middle = row[x]!
      into[start + x * 2] = meanOf(middle, meanOf(middle, row[x === 0 ? 0 : x - 1]!))
      if (x * 2 + 1 < width)
        into[start + x * 2 + 1] = meanOf(middle, meanOf(middle, row[x + 1 < halfWidth ? x + 1 : x]!))
    }
  }
}
