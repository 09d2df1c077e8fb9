/** Where a frame has something to see, as against wide even surfaces. */
import { BoxBlur } from './raster.ts'

export class Details {
  readonly #reach: number
  readonly #edges: Uint8Array
  readonly #soft: Uint8Array
  readonly #blur: BoxBlur

  /** Width and height of the frame, pixels. */
  constructor(width: number, height: number) {
    const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
    this.#reach = Math.max(2, Math.round(height / 180))
    this.#edges = new Uint8Array(halfWidth * halfHeight)
    this.#soft = new Uint8Array(halfWidth * halfHeight)
    this.#blur = new BoxBlur(halfWidth, halfHeight)
  }

  /**
   * From the brightness at half the frame's size, at that size: 0 on even surfaces, up to 255 where it changes within a
   * few pixels; valid until the next call.
   */
  find(brightness: Uint8Array): Uint8Array {
    const edges = this.#edges
    const soft = this.#soft
    this.#blur.blur(brightness, soft, 3)
    for (let at = 0; at < edges.length; at++) {
      const edge = Math.abs(brightness[at]! - soft[at]!) * 10
      edges[at] = edge > 255 ? 255 : edge
    }
    this.#blur.blur(edges, edges, this.#reach)
    return edges
  }
}
