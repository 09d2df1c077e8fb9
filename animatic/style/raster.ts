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
      values[y * into.width + x] = (weighed(pixels[upper + x * 2]!) + weighed(pixels[lower + right]!)) >>> 3
    }
  }
}

/** The same of a frame that is drawn at half its size. */
export function brightnessOf(half: Uint32Array, into: Uint8Array): void {
  for (let at = 0; at < into.length; at++) into[at] = weighed(half[at]!) >>> 2
}

/** Red, twice green and blue. */
function weighed(pixel: number): number {
  return (pixel & 255) + ((pixel >>> 7) & 510) + ((pixel >>> 16) & 255)
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
    // Between these two no part of the window is outside the row.
    const inside = Math.min(width, radius)
    const outside = Math.max(inside, width - radius)
    for (let y = 0; y < this.#height; y++) {
      const row = y * width
      const last = row + width - 1
      let sum = from[row]! * radius
      for (let x = 0; x < radius; x++) sum += from[Math.min(last, row + x)]!
      for (let x = 0; x < inside; x++) {
        sum += from[Math.min(last, row + x + radius)]!
        between[row + x] = (sum * share) >>> 16
        sum -= from[row]!
      }
      for (let at = row + inside; at < row + outside; at++) {
        sum += from[at + radius]!
        between[at] = (sum * share) >>> 16
        sum -= from[at - radius]!
      }
      for (let x = outside; x < width; x++) {
        sum += from[last]!
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

/** What leaves a value as it is. */
const straight = Uint8Array.from({ length: 256 }, (_, value) => value)

/** A plane of half the size enlarged to `into`, smooth between its pixels; `curve` says what becomes of each value. */
export function enlarge(half: Plane, into: Plane, curve: Uint8Array = straight): void {
  const { width, height, values } = into
  const from = half.values
  const halfWidth = half.width
  for (let y = 0; y < height; y++) {
    const near = (y >> 1) * halfWidth
    const far = Math.min(half.height - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * halfWidth
    let at = y * width
    let middle = from[near]! * 3 + from[far]!
    let left = middle
    for (let x = 1; x < halfWidth; x++, at += 2) {
      const right = from[near + x]! * 3 + from[far + x]!
      values[at] = curve[(middle * 3 + left) >> 4]!
      values[at + 1] = curve[(middle * 3 + right) >> 4]!
      left = middle
      middle = right
    }
    values[at] = curve[(middle * 3 + left) >> 4]!
    if ((width & 1) === 0) values[at + 1] = curve[middle >> 2]!
  }
}

/** A picture of half the size enlarged to a whole frame, opaque and smooth between its pixels. */
export function enlargePixels(half: Uint32Array, width: number, height: number, into: Uint32Array): void {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  for (let y = 0; y < height; y++) {
    const near = (y >> 1) * halfWidth
    const far = Math.min(halfHeight - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * halfWidth
    let at = y * width
    // Red and blue side by side in one word, green in another, four times over.
    let redBlue = (half[near]! & 0xff00ff) * 3 + (half[far]! & 0xff00ff)
    let green = ((half[near]! >>> 8) & 255) * 3 + ((half[far]! >>> 8) & 255)
    let leftRedBlue = redBlue
    let leftGreen = green
    for (let x = 1; x < halfWidth; x++, at += 2) {
      const one = half[near + x]!
      const other = half[far + x]!
      const rightRedBlue = (one & 0xff00ff) * 3 + (other & 0xff00ff)
      const rightGreen = ((one >>> 8) & 255) * 3 + ((other >>> 8) & 255)
      into[at] = sixteenth(redBlue * 3 + leftRedBlue, green * 3 + leftGreen)
      into[at + 1] = sixteenth(redBlue * 3 + rightRedBlue, green * 3 + rightGreen)
      leftRedBlue = redBlue
      leftGreen = green
      redBlue = rightRedBlue
      green = rightGreen
    }
    into[at] = sixteenth(redBlue * 3 + leftRedBlue, green * 3 + leftGreen)
    if ((width & 1) === 0) into[at + 1] = sixteenth(redBlue * 4, green * 4)
  }
}

/** An opaque pixel of sums sixteen times its channels. */
function sixteenth(redBlue: number, green: number): number {
  return 0xff000000 | ((redBlue >>> 4) & 0xff00ff) | ((green << 4) & 0xff00)
}
