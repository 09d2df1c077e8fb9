/** Connected parts of a mask: which pixels hang together. */

export interface Component {
  /** Its pixels' indexes. */
  pixels: number[]
  left: number
  top: number
  right: number
  bottom: number
  /** Pixels at the picture's upper edge and at its sides; a figure stands on the lower one, which is not counted. */
  atEdge: number
}

/** All parts of pixels that are set and touch along a side, the largest first. */
export function componentsOf(mask: Uint8Array, width: number, height: number): Component[] {
  const seen = new Uint8Array(mask.length)
  const found: Component[] = []
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || seen[start]) continue
    found.push(flood(mask, seen, start, width, height))
  }
  return found.sort((one, other) => other.pixels.length - one.pixels.length)
}

function flood(mask: Uint8Array, seen: Uint8Array, start: number, width: number, height: number): Component {
  const part: Component = { pixels: [start], left: width, top: height, right: 0, bottom: 0, atEdge: 0 }
  seen[start] = 1
  const visit = (index: number) => {
    if (!mask[index] || seen[index]) return
    seen[index] = 1
    part.pixels.push(index)
  }
  for (let at = 0; at < part.pixels.length; at++) {
    const index = part.pixels[at]!
    const x = index % width
    const y = (index - x) / width
    part.left = Math.min(part.left, x)
    part.right = Math.max(part.right, x)
    part.top = Math.min(part.top, y)
    part.bottom = Math.max(part.bottom, y)
    if (x === 0 || x === width - 1 || y === 0) part.atEdge++
    if (x > 0) visit(index - 1)
    if (x < width - 1) visit(index + 1)
    if (y > 0) visit(index - width)
    if (y < height - 1) visit(index + width)
  }
  return part
}

/** Sets what is enclosed by the mask and no larger than `most` pixels. */
export function fillHoles(mask: Uint8Array, width: number, height: number, most: number): void {
  const empty = mask.map((value) => (value ? 0 : 1))
  for (const { pixels, atEdge, bottom } of componentsOf(empty, width, height)) {
    if (atEdge > 0 || bottom === height - 1 || pixels.length > most) continue
    for (const index of pixels) mask[index] = 1
  }
}
