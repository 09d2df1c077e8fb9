/** Smooths surfaces and keeps their edges: the filter of Kuwahara (1976), on a frame of half the size. */
import { lumaOf } from './raster.ts'

/**
 * Each pixel takes the mean of that one of the four squares at its corners whose brightness varies least. `radius` is
 * the squares' side less one, in pixels of the half-size frame.
 */
export class Flatten {
  readonly #width: number
  readonly #height: number
  readonly #radius: number
  /** Sums over all pixels above and to the left; they wrap, which their differences do not mind. */
  readonly #red: Int32Array
  readonly #green: Int32Array
  readonly #blue: Int32Array
  readonly #luma: Int32Array
  readonly #squares: Int32Array
  /** Of the square that begins at each pixel. */
  readonly #spread: Float32Array
  readonly #means: Uint32Array

  constructor(width: number, height: number, radius: number) {
    this.#width = width
    this.#height = height
    this.#radius = radius
    const sums = () => new Int32Array((width + 1) * (height + 1))
    this.#red = sums()
    this.#green = sums()
    this.#blue = sums()
    this.#luma = sums()
    this.#squares = sums()
    this.#spread = new Float32Array(width * height)
    this.#means = new Uint32Array(width * height)
  }

  /** `from` and `into` may be the same. */
  flatten(from: Uint32Array, into: Uint32Array): void {
    this.#sum(from)
    this.#measure()
    this.#choose(into)
  }

  #sum(from: Uint32Array): void {
    const width = this.#width
    const stride = width + 1
    for (let y = 0; y < this.#height; y++) {
      let [red, green, blue, luma, squares] = [0, 0, 0, 0, 0]
      for (let x = 0; x < width; x++) {
        const pixel = from[y * width + x]!
        const bright = lumaOf(pixel)
        red += pixel & 255
        green += (pixel >>> 8) & 255
        blue += (pixel >>> 16) & 255
        luma += bright
        squares += bright * bright
        const above = y * stride + x + 1
        const at = above + stride
        this.#red[at] = this.#red[above]! + red
        this.#green[at] = this.#green[above]! + green
        this.#blue[at] = this.#blue[above]! + blue
        this.#luma[at] = this.#luma[above]! + luma
        this.#squares[at] = this.#squares[above]! + squares
      }
    }
  }

  #measure(): void {
    const side = this.#radius + 1
    const stride = this.#width + 1
    const share = 1 / (side * side)
    for (let y = 0; y + side <= this.#height; y++) {
      for (let x = 0; x + side <= this.#width; x++) {
        const a = y * stride + x
        const b = a + side
        const c = a + side * stride
        const d = c + side
        const luma = sumOf(this.#luma, a, b, c, d) * share
        const at = y * this.#width + x
        this.#spread[at] = sumOf(this.#squares, a, b, c, d) * share - luma * luma
        const red = (sumOf(this.#red, a, b, c, d) * share) & 255
        const green = (sumOf(this.#green, a, b, c, d) * share) & 255
        const blue = (sumOf(this.#blue, a, b, c, d) * share) & 255
        this.#means[at] = 0xff000000 | (blue << 16) | (green << 8) | red
      }
    }
  }

  #choose(into: Uint32Array): void {
    const width = this.#width
    const radius = this.#radius
    const spread = this.#spread
    const lastX = width - 1 - radius
    const lastY = this.#height - 1 - radius
    for (let y = 0; y < this.#height; y++) {
      const upper = Math.max(0, y - radius) * width
      const lower = Math.min(lastY, y) * width
      for (let x = 0; x < width; x++) {
        const left = x < radius ? 0 : x - radius
        const right = x > lastX ? lastX : x
        let best = upper + left
        if (spread[upper + right]! < spread[best]!) best = upper + right
        if (spread[lower + left]! < spread[best]!) best = lower + left
        if (spread[lower + right]! < spread[best]!) best = lower + right
        into[y * width + x] = this.#means[best]!
      }
    }
  }
}

function sumOf(sums: Int32Array, a: number, b: number, c: number, d: number): number {
  return (sums[d]! - sums[b]! - sums[c]! + sums[a]!) | 0
}
