/** Smooths surfaces and keeps their edges: the filter of Kuwahara (1976), on a frame of half the size. */
import { lumaOf } from './raster.ts'

/**
 * Each pixel takes the mean of that one of the four squares at its corners whose brightness varies least. `radius` is
 * the squares' side less one, in pixels of the half-size frame, at most 14.
 */
export class Flatten {
  readonly #width: number
  readonly #height: number
  readonly #radius: number
  readonly #luma: Uint8Array
  /** Sums over the height of a square in each column: red and blue in one word, green and luma in one, luma squared. */
  readonly #redBlue: Int32Array
  readonly #greenLuma: Int32Array
  readonly #squares: Int32Array
  /** Of the square that begins at each pixel: its variance times the square of its pixels, and its mean colour. */
  readonly #spread: Int32Array
  readonly #means: Uint32Array

  constructor(width: number, height: number, radius: number) {
    this.#width = width
    this.#height = height
    this.#radius = radius
    this.#luma = new Uint8Array(width * height)
    this.#redBlue = new Int32Array(width)
    this.#greenLuma = new Int32Array(width)
    this.#squares = new Int32Array(width)
    this.#spread = new Int32Array(width * height)
    this.#means = new Uint32Array(width * height)
  }

  /** `from` and `into` may be the same. */
  flatten(from: Uint32Array, into: Uint32Array): void {
    const side = this.#radius + 1
    this.#redBlue.fill(0)
    this.#greenLuma.fill(0)
    this.#squares.fill(0)
    for (let y = 0; y < this.#height; y++) {
      this.#enter(from, y)
      if (y >= side) this.#leave(from, y - side)
      if (y >= side - 1) this.#measure(y - side + 1)
    }
    this.#choose(into)
  }

  /** Adds a row to the columns. */
  #enter(from: Uint32Array, y: number): void {
    const [luma, redBlue, greenLuma, squares] = [this.#luma, this.#redBlue, this.#greenLuma, this.#squares]
    for (let x = 0, at = y * redBlue.length; x < redBlue.length; x++, at++) {
      const pixel = from[at]!
      const bright = lumaOf(pixel)
      luma[at] = bright
      redBlue[x]! += pixel & 0xff00ff
      greenLuma[x]! += ((pixel >>> 8) & 255) | (bright << 16)
      squares[x]! += bright * bright
    }
  }

  #leave(from: Uint32Array, y: number): void {
    const [luma, redBlue, greenLuma, squares] = [this.#luma, this.#redBlue, this.#greenLuma, this.#squares]
    for (let x = 0, at = y * redBlue.length; x < redBlue.length; x++, at++) {
      const pixel = from[at]!
      const bright = luma[at]!
      redBlue[x]! -= pixel & 0xff00ff
      greenLuma[x]! -= ((pixel >>> 8) & 255) | (bright << 16)
      squares[x]! -= bright * bright
    }
  }

  /** The squares whose upper row is `y`, from the sums of their columns. */
  #measure(y: number): void {
    const [spread, means] = [this.#spread, this.#means]
    const [redBlue, greenLuma, squares] = [this.#redBlue, this.#greenLuma, this.#squares]
    const side = this.#radius + 1
    const count = side * side
    // Divided by the count, as a product and a shift.
    const share = Math.ceil(65536 / count)
    let colours = 0
    let lights = 0
    let squared = 0
    for (let x = 0; x < side - 1; x++) {
      colours += redBlue[x]!
      lights += greenLuma[x]!
      squared += squares[x]!
    }
    for (let x = side - 1, at = y * redBlue.length; x < redBlue.length; x++, at++) {
      colours = (colours + redBlue[x]!) | 0
      lights = (lights + greenLuma[x]!) | 0
      squared = (squared + squares[x]!) | 0
      const luma = lights >>> 16
      spread[at] = Math.imul(squared, count) - Math.imul(luma, luma)
      const red = Math.imul(colours & 0xffff, share) >>> 16
      const green = Math.imul(lights & 0xffff, share) >>> 16
      const blue = Math.imul(colours >>> 16, share) & 0xff0000
      means[at] = 0xff000000 | blue | (green << 8) | red
      colours = (colours - redBlue[x - side + 1]!) | 0
      lights = (lights - greenLuma[x - side + 1]!) | 0
      squared = (squared - squares[x - side + 1]!) | 0
    }
  }

  #choose(into: Uint32Array): void {
    const width = this.#width
    const radius = this.#radius
    const spread = this.#spread
    const means = this.#means
    const lastX = width - 1 - radius
    const lastY = this.#height - 1 - radius
    for (let y = 0; y < this.#height; y++) {
      const upper = Math.max(0, y - radius) * width
      const lower = Math.min(lastY, y) * width
      for (let x = 0; x < width; x++) {
        const left = x < radius ? 0 : x - radius
        const right = x > lastX ? lastX : x
        let best = upper + left
        let least = spread[best]!
        // The sign of a difference as a mask: textures would mislead the prediction of a branch.
        let closer = (spread[upper + right]! - least) >> 31
        least += (spread[upper + right]! - least) & closer
        best += (upper + right - best) & closer
        closer = (spread[lower + left]! - least) >> 31
        least += (spread[lower + left]! - least) & closer
        best += (lower + left - best) & closer
        closer = (spread[lower + right]! - least) >> 31
        best += (lower + right - best) & closer
        into[y * width + x] = means[best]!
      }
    }
  }
}
