/**
 * Lines where a frame turns darker: the difference of two blurs, as in Winnemoeller's XDoG (2012). It is made at half the
 * size and cut off after it is enlarged, so that the lines' edges are smooth and sharp.
 */
import { BoxBlur, enlarge, makeHalfPlane, makePlane, type Plane } from './raster.ts'

export interface ContourOrder {
  width: number
  height: number
  /** How far the wider blur reaches, in pixels of the half-size frame: about the width of a line. */
  reach: number
  /** Difference of brightness from which a line begins, and at which it is whole. */
  from: number
  to: number
}

export class Contours {
  readonly #reach: number
  readonly #fine: Uint8Array
  readonly #wide: Uint8Array
  readonly #difference: Plane
  readonly #lines: Plane
  readonly #blur: BoxBlur
  readonly #strength: Uint8Array

  constructor(order: ContourOrder) {
    this.#reach = order.reach
    this.#difference = makeHalfPlane(order.width, order.height)
    this.#fine = new Uint8Array(this.#difference.values.length)
    this.#wide = new Uint8Array(this.#difference.values.length)
    this.#lines = makePlane(order.width, order.height)
    this.#blur = new BoxBlur(this.#difference.width, this.#difference.height)
    this.#strength = Uint8Array.from({ length: 256 }, (_, value) => {
      const part = Math.min(1, Math.max(0, (value / 8 - order.from) / (order.to - order.from)))
      return Math.round(255 * part * part * (3 - 2 * part))
    })
  }

  /**
   * The lines of a frame whose brightness is given at half its size: 0 where there is none, 255 in the middle of one;
   * valid until the next call.
   */
  trace(brightness: Uint8Array): Uint8Array {
    this.#differ(brightness)
    enlarge(this.#difference, this.#lines, this.#strength)
    return this.#lines.values
  }

  /** The same at half the frame's size: soft lines. */
  traceHalf(brightness: Uint8Array): Uint8Array {
    this.#differ(brightness)
    const lines = this.#difference.values
    const strength = this.#strength
    for (let at = 0; at < lines.length; at++) lines[at] = strength[lines[at]!]!
    return lines
  }

  #differ(brightness: Uint8Array): void {
    this.#blur.blur(brightness, this.#fine, 1)
    this.#blur.blur(this.#fine, this.#wide, this.#reach)
    const difference = this.#difference.values
    const fine = this.#fine
    const wide = this.#wide
    for (let at = 0; at < difference.length; at++) {
      const value = (wide[at]! - fine[at]!) * 8
      difference[at] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
}
