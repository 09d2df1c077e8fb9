/** Cuts the subject out of a clip's frames: soft at its edge, without the background's colour, kept in one place. */
import { createCanvas } from '@napi-rs/canvas'
import { boxBlur, type ColourPlanes, colourPlanes, guidedLines, type Plane, resizePlane } from '../../pixels/plane.ts'
import { type FoundSubject, findSubject } from './find-subject.ts'
import type { ClipFrames } from './read-frames.ts'

export interface CutFrames {
  width: number
  height: number
  /** RGBA bytes, not premultiplied; clear around the subject. */
  frames: Uint8ClampedArray[]
  /** The way the subject goes in the clip, -1 left, 1 right or unknown: it is drawn looking there. */
  facing: 1 | -1
}

/** The subject is looked for in pictures this small. */
const searchSide = 240
/** A subject that goes further than this share of the picture is followed, so that it walks on the spot. */
const travelShare = 0.1
/** Seconds over which its way is smoothed: steps stay, the way goes. */
const followSeconds = 0.35

/** Undefined where no subject can be told from the background with confidence. */
export function cutOut({ width, height, frames, framesPerSecond }: ClipFrames): CutFrames | undefined {
  const scale = Math.min(1, searchSide / Math.max(width, height))
  const [wide, high] = [Math.max(8, Math.round(width * scale)), Math.max(8, Math.round(height * scale))]
  const small = shrinkAll(frames, width, height, wide, high)
  const found = findSubject(small)
  if (!found) return undefined
  const shifts = shiftsOf(found, wide, framesPerSecond)
  const box = boxOf(found, shifts, wide, high)
  if (!box) return undefined
  const ratio = width / wide
  const cutWidth = Math.round((box.right - box.left) * ratio)
  const cutHeight = Math.round((box.bottom - box.top) * (height / high))
  const cut = found.masks.map((mask, nth) => {
    const left = Math.round((box.left + shifts[nth]!) * ratio)
    const top = Math.round(box.top * (height / high))
    const from = { pixels: frames[found.first + nth]!, width, height, left, top }
    return cutFrame(from, { planes: small[found.first + nth]!, mask }, cutWidth, cutHeight)
  })
  const gone = found.middles.at(-1)!.x - found.middles[0]!.x
  return { width: cutWidth, height: cutHeight, frames: cut, facing: gone < -wide * travelShare ? -1 : 1 }
}

function shrinkAll(
  frames: readonly Uint8ClampedArray[],
  width: number,
  height: number,
  wide: number,
  high: number,
): ColourPlanes[] {
  const [whole, small] = [createCanvas(width, height), createCanvas(wide, high)]
  const [from, to] = [whole.getContext('2d'), small.getContext('2d')]
  to.imageSmoothingQuality = 'high'
  const image = from.createImageData(width, height)
  return frames.map((frame) => {
    image.data.set(frame)
    from.putImageData(image, 0, 0)
    to.drawImage(whole, 0, 0, wide, high)
    return colourPlanes(to.getImageData(0, 0, wide, high).data, wide, high)
  })
}

/** How far the frame is moved along with the subject, in small pixels; none for one that stays about where it is. */
function shiftsOf({ middles }: FoundSubject, width: number, framesPerSecond: number): number[] {
  const reach = Math.max(1, Math.round(followSeconds * framesPerSecond))
  const smooth = middles.map((_, nth) => {
    // As far on both sides, so that a steady way stays one at its ends.
    const within = Math.min(reach, nth, middles.length - 1 - nth)
    const around = middles.slice(nth - within, nth + within + 1)
    return around.reduce((sum, { x }) => sum + x, 0) / around.length
  })
  const way = Math.max(...smooth) - Math.min(...smooth)
  return way > width * travelShare ? smooth.map((x) => x - smooth[0]!) : smooth.map(() => 0)
}

/** What holds the subject in all frames, a little larger; undefined when that is next to nothing. */
function boxOf({ masks }: FoundSubject, shifts: readonly number[], width: number, height: number) {
  const box = { left: Number.POSITIVE_INFINITY, top: height, right: Number.NEGATIVE_INFINITY, bottom: 0 }
  for (const [nth, mask] of masks.entries()) {
    for (let index = 0; index < mask.length; index++) {
      if (mask[index]! < 0.5) continue
      const x = (index % width) - shifts[nth]!
      const y = Math.floor(index / width)
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x + 1)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y + 1)
    }
  }
  if (box.right - box.left < width * 0.04 || box.bottom - box.top < height * 0.04) return undefined
  return {
    left: box.left - 2,
    top: Math.max(0, box.top - 2),
    right: box.right + 2,
    bottom: Math.min(height, box.bottom),
  }
}

interface Source {
  pixels: Uint8ClampedArray
  width: number
  height: number
  left: number
  top: number
}

/** Between these values of the matte a pixel is partly the subject's. */
const [clearBelow, fullAbove] = [0.3, 0.72]

/** One frame's matte follows the edges in the frame itself, and its edge takes the colour from within the subject. */
function cutFrame(
  from: Source,
  { planes, mask }: { planes: ColourPlanes; mask: Plane },
  width: number,
  height: number,
): Uint8ClampedArray {
  const ratio = planes.width / from.width
  const region = { left: from.left * ratio, top: from.top * ratio, width: width * ratio, height: height * ratio }
  const enlarged = (plane: Plane) => resizePlane(plane, planes.width, planes.height, width, height, region)
  const lines = guidedLines(planes.light, mask, planes.width, planes.height, 2, 0.0006)
  const [slope, offset, inside] = [enlarged(lines.slope), enlarged(lines.offset), enlarged(mask)]
  const [light, redGreen, yellowBlue] = innerColour(planes, mask).map(enlarged) as [Plane, Plane, Plane]
  const cut = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      const [fromX, fromY] = [from.left + x, from.top + y]
      if (fromX < 0 || fromX >= from.width || fromY < 0 || fromY >= from.height || inside[index]! < 0.04) continue
      const at = (fromY * from.width + fromX) * 4
      const [red, green, blue] = [from.pixels[at]!, from.pixels[at + 1]!, from.pixels[at + 2]!]
      const luma = (0.3 * red + 0.59 * green + 0.11 * blue) / 255
      const matte = (slope[index]! * luma + offset[index]! + inside[index]!) / 2
      const alpha = Math.min(1, Math.max(0, (matte - clearBelow) / (fullAbove - clearBelow)))
      const to = index * 4
      const own = alpha * alpha
      const base = light[index]! + 0.41 * redGreen[index]! + 0.11 * (yellowBlue[index]! - redGreen[index]! / 2)
      cut[to] = red * own + base * 255 * (1 - own)
      cut[to + 1] = green * own + (base - redGreen[index]!) * 255 * (1 - own)
      cut[to + 2] = blue * own + (base - redGreen[index]! / 2 - yellowBlue[index]!) * 255 * (1 - own)
      cut[to + 3] = alpha * 255
    }
  }
  return cut
}

/** The subject's own colours, carried outwards over its edge. */
function innerColour({ width, height, light, redGreen, yellowBlue }: ColourPlanes, mask: Plane): Plane[] {
  const sure = mask.map((value) => (value > 0.95 ? 1 : 0))
  const weight = boxBlur(sure, width, height, 3)
  return [light, redGreen, yellowBlue].map((plane) => {
    const carried = boxBlur(
      plane.map((value, index) => value * sure[index]!),
      width,
      height,
      3,
    )
    return carried.map((value, index) => (weight[index]! > 0.01 ? value / weight[index]! : plane[index]!))
  })
}
