/** Takes a plain background away from pictures of one clip. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'

/** Distance in RGB within which a border pixel belongs to the background, and where a pixel is wholly subject. */
const near = 34
const far = 140
/** Share of the border that must be of one colour. */
const plainShare = 0.86

type Rgb = [number, number, number]

/** The same pictures with the background clear and all cut to one box, or undefined when it is not plain. */
export function cutOut(pictures: readonly Canvas[]): Canvas[] | undefined {
  const [first] = pictures
  if (!first) return undefined
  const background = plainBackground(first)
  if (!background) return undefined
  const cleared = pictures.map((picture) => clear(picture, background))
  const box = cleared.reduce(
    (sum, { left, top, right, bottom }) => ({
      left: Math.min(sum.left, left),
      top: Math.min(sum.top, top),
      right: Math.max(sum.right, right),
      bottom: Math.max(sum.bottom, bottom),
    }),
    { left: first.width, top: first.height, right: 0, bottom: 0 },
  )
  const [width, height] = [box.right - box.left + 1, box.bottom - box.top + 1]
  if (width < first.width * 0.08 || height < first.height * 0.08) return undefined
  return cleared.map(({ canvas }) => {
    const cropped = createCanvas(width, height)
    cropped.getContext('2d').drawImage(canvas, -box.left, -box.top)
    return cropped
  })
}

function plainBackground(picture: Canvas): Rgb | undefined {
  const { width, height } = picture
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height)
  const border: Rgb[] = []
  const take = (x: number, y: number) => {
    const at = (y * width + x) * 4
    border.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0])
  }
  for (let x = 0; x < width; x += 3) {
    take(x, 1)
    // The lower edge is left out: a figure may stand on it.
  }
  for (let y = 0; y < height * 0.8; y += 3) {
    take(1, y)
    take(width - 2, y)
  }
  const middle = (channel: 0 | 1 | 2) =>
    border.map((pixel) => pixel[channel]).sort((one, other) => one - other)[border.length >> 1] ?? 0
  const colour: Rgb = [middle(0), middle(1), middle(2)]
  const alike = border.filter((pixel) => distance(pixel, colour) < near).length
  return alike / border.length >= plainShare ? colour : undefined
}

function distance([red, green, blue]: Rgb, [otherRed, otherGreen, otherBlue]: Rgb): number {
  return Math.hypot(red - otherRed, green - otherGreen, blue - otherBlue)
}

/** Sets the pixel's opacity and takes the background's share out of its colour, so that no fringe stays. */
function unmix(data: Uint8ClampedArray, at: number, background: Rgb, opacity: number): void {
  data[at + 3] = Math.round(255 * opacity)
  if (opacity < 0.05) return
  for (const channel of [0, 1, 2] as const) {
    data[at + channel] = ((data[at + channel] ?? 0) - background[channel] * (1 - opacity)) / opacity
  }
}

interface Cleared {
  canvas: Canvas
  left: number
  top: number
  right: number
  bottom: number
}

/** Floods in from the border, so that the same colour inside the figure stays; edges are soft. */
function clear(picture: Canvas, background: Rgb): Cleared {
  const { width, height } = picture
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.drawImage(picture, 0, 0)
  const pixels = brush.getImageData(0, 0, width, height)
  const { data } = pixels
  const seen = new Uint8Array(width * height)
  const open: number[] = []
  const visit = (index: number) => {
    if (seen[index]) return
    seen[index] = 1
    const at = index * 4
    const apart = distance([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0], background)
    if (apart >= far) return
    unmix(data, at, background, Math.max(0, (apart - near) / (far - near)))
    // A soft edge may be several pixels wide: the flood goes on through its fainter half.
    if (apart <= (near + far) / 2) open.push(index)
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const x = index % width
    if (x > 0) visit(index - 1)
    if (x < width - 1) visit(index + 1)
    if (index >= width) visit(index - width)
    if (index < width * (height - 1)) visit(index + width)
  }
  brush.putImageData(pixels, 0, 0)
  const box = { left: width, top: height, right: 0, bottom: 0 }
  for (let index = 0; index < width * height; index++) {
    if ((data[index * 4 + 3] ?? 0) < 128) continue
    const x = index % width
    const y = (index - x) / width
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = y
  }
  return { canvas, ...box }
}
