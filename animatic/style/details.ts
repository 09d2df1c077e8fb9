/** Where a frame has something to see, as against wide even surfaces. */
import { BoxBlur, enlarge, halveBrightness, makeHalfPlane, makePlane, type Plane } from './raster.ts'

export class Details {
  readonly #width: number
  readonly #height: number
  readonly #half: Plane
  readonly #soft: Uint8Array
  readonly #full: Plane
  readonly #blur: BoxBlur

  constructor(width: number, height: number) {
    this.#width = width
    this.#height = height
    this.#half = makeHalfPlane(width, height)
    this.#soft = new Uint8Array(this.#half.values.length)
    this.#full = makePlane(width, height)
    this.#blur = new BoxBlur(this.#half.width, this.#half.height)
  }

  /** 0 on even surfaces, up to 255 where brightness changes within a few pixels; valid until the next call. */
  find(pixels: Uint32Array): Uint8Array {
    const values = this.#half.values
    const soft = this.#soft
    halveBrightness(pixels, this.#width, this.#height, this.#half)
    this.#blur.blur(values, soft, 3)
    for (let at = 0; at < values.length; at++) {
      const edge = Math.abs(values[at]! - soft[at]!) * 10
      values[at] = edge > 255 ? 255 : edge
    }
    this.#blur.blur(values, values, Math.max(2, Math.round(this.#height / 180)))
    enlarge(this.#half, this.#full)
    return this.#full.values
  }
}
