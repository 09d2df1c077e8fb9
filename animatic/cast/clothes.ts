/** Dresses a figure: turns its own clothes into the garments told, and draws on it what it does not wear. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Garment } from '../script/shot-plan.ts'
import { type Colour, css, darken, lighten } from '../sets/paint/colour.ts'
import { readColour, toHsl } from './recolour.ts'

type Part = 'top' | 'legs' | 'feet'

/** The hue of the shirt that each body of the set wears, in degrees. */
const shirtHues: Readonly<Record<string, number>> = { woman: 262, man: 208, person: 14 }
const wholeBody =
  /^(man|woman|person)-(?:standing|walking|running|kneeling|in-lotus-position|climbing|bowing|cartwheeling|raising-hand|shrugging|facepalming|golfing|bouncing-ball)/
const headed =
  /^(?:boy|girl|child|old-man|old-woman|older-person|person|man|woman)(?:-(?:beard|bald|(?:red|curly|white|blonde)-hair))?(?:-(?:dark|light|medium|medium-dark|medium-light))?$/

/** Whether clothes that the prompt tells can be put on this drawing. */
export function canWear(drawing: string): boolean {
  return wholeBody.test(drawing) || headed.test(drawing)
}

/** What cloth of these colours looks like in daylight. */
const cloths: Readonly<Record<string, string>> = {
  red: '#d5343c',
  blue: '#3b6fd0',
  black: '#2b2a33',
  white: '#f1efe9',
  green: '#3d9a52',
  yellow: '#f2c62e',
}

function clothColour(colour: string): Colour {
  return readColour(cloths[colour] ?? colour)
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Puts the garments on the figure, in place; a drawing that `canWear` nothing stays as it is. */
export function wear(picture: Canvas, drawing: string, garments: readonly Garment[]): void {
  const figure = partsOf(picture, drawing)
  if (figure === undefined) return
  const plain = createCanvas(picture.width, picture.height)
  plain.getContext('2d').drawImage(picture, 0, 0)
  for (const garment of garments) {
    for (const part of covers[garment.cut]) dye(picture, figure.masks[part], clothColour(garment.colour))
    if (garment.cut === 'dress') dye(picture, figure.masks.legs, figure.skinColour)
    if (garment.cut === 'dress' || garment.cut === 'robe') drawSkirt(picture, plain, figure, garment)
    if (garment.cut === 'scarf') drawScarf(picture, figure, garment.colour)
  }
}

const covers: Readonly<Record<Garment['cut'], readonly Part[]>> = {
  dress: ['top'],
  robe: ['top', 'legs'],
  suit: ['top', 'legs'],
  top: ['top'],
  legs: ['legs'],
  feet: ['feet'],
  scarf: [],
}

interface Figure {
  masks: Readonly<Record<Part, Uint8Array>>
  skin: Uint8Array
  skinColour: Colour
  /** The middle of the hips, in pixels. */
  hips: number
  top: Box
  legs: Box
}

/** Which pixels are shirt, trousers, shoes and skin; undefined for a drawing whose clothes are not known apart. */
function partsOf(picture: Canvas, drawing: string): Figure | undefined {
  const { width, height } = picture
  const body = wholeBody.exec(drawing)?.[1]
  if (body === undefined && !headed.test(drawing)) return undefined
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height)
  const masks = {
    top: new Uint8Array(width * height),
    legs: new Uint8Array(width * height),
    feet: new Uint8Array(width * height),
  }
  const skin = new Uint8Array(width * height)
  const hue = shirtHues[body ?? ''] ?? 0
  for (let at = 0; at < width * height; at++) {
    if ((data[at * 4 + 3] ?? 0) < 8) continue
    const own = toHsl(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0)
    const up = Math.floor(at / width) / height
    const part = body === undefined ? partOfDoll(up, at % width, width) : partOfBody(own, up, hue)
    if (part === 'skin') skin[at] = 1
    else if (part !== undefined) masks[part][at] = 1
  }
  const legs = boxOf(masks.legs, width)
  const belt = masks.legs.map((own, at) => (at / width < legs.top + height * 0.05 ? own : 0))
  return {
    masks,
    skin,
    skinColour: meanColour(data, skin),
    hips: medianX(belt, width),
    top: boxOf(masks.top, width),
    legs,
  }
}

function partOfBody(
  { hue, saturation, lightness }: ReturnType<typeof toHsl>,
  up: number,
  shirt: number,
): Part | 'skin' | undefined {
  const apart = Math.abs(((hue - shirt + 540) % 360) - 180)
  if (up > 0.84 && lightness < 0.46 && hue > 200 && hue < 320) return 'feet'
  if (up > 0.4 && saturation < 0.25 && lightness > 0.25) return 'legs'
  if (up > 0.16 && up < 0.72 && saturation > 0.22 && apart < (shirt < 30 ? 13 : 48)) return 'top'
  return saturation > 0.4 && hue > 20 && hue < 60 ? 'skin' : undefined
}

/** The figures under a child's or an old one's head have their places. */
function partOfDoll(up: number, x: number, width: number): Part | undefined {
  if (up < 0.5) return undefined
  const across = Math.abs(x / width - 0.5)
  if (up < 0.725 || (up < 0.755 && across < 0.3)) return 'top'
  return up < 0.925 ? (across < 0.26 ? 'legs' : undefined) : 'feet'
}

function medianX(mask: Uint8Array, width: number): number {
  const across: number[] = []
  for (let at = 0; at < mask.length; at++) if (mask[at] !== 0) across.push(at % width)
  across.sort((one, other) => one - other)
  return across[across.length >> 1] ?? width / 2
}

/** A doll has no skin told apart: a child's hands are light. */
function meanColour(data: Uint8ClampedArray, mask: Uint8Array): Colour {
  const sum = [0, 0, 0]
  let seen = 0
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (data[at * 4 + channel] ?? 0)
    seen++
  }
  const [red = 0, green = 0, blue = 0] = sum
  return seen === 0 ? [240, 176, 60] : [red / seen, green / seen, blue / seen]
}

function boxOf(mask: Uint8Array, width: number): Box {
  const box = { left: width, right: 0, top: mask.length / width, bottom: 0 }
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** Gives the pixels the colour and keeps how light each is beside the others. */
function dye(picture: Canvas, mask: Uint8Array, wanted: Colour): void {
  const { width, height } = picture
  const target = picture.getContext('2d')
  const pixels = target.getImageData(0, 0, width, height)
  const { data } = pixels
  let [sum, seen] = [0, 0]
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    sum += lumaAt(data, at * 4)
    seen++
  }
  if (seen === 0) return
  const mean = sum / seen
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    const lit = (lumaAt(data, at * 4) / mean - 1) * 0.75
    const shaded = lit < 0 ? darken(wanted, Math.min(0.7, -lit)) : lighten(wanted, Math.min(0.4, lit * 0.8))
    for (const channel of [0, 1, 2]) data[at * 4 + channel] = shaded[channel] ?? 0
  }
  target.putImageData(pixels, 0, 0)
}

function lumaAt(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

/** Shares of the height between waist and sole. */
const skirtLength = { dress: 0.56, robe: 0.86 } as const

/** A skirt from the waist down over the legs; arms and hands stay before it. */
function drawSkirt(picture: Canvas, plain: Canvas, { top, legs, skin, hips }: Figure, { cut, colour }: Garment): void {
  const { width, height } = picture
  const brush = picture.getContext('2d')
  const waist = Math.min(legs.top, top.bottom) - height * 0.012
  const hem = waist + (height - waist) * (cut === 'robe' ? skirtLength.robe : skirtLength.dress)
  const middle = hips
  const belt = Math.min((top.right - top.left) * 0.4, height * 0.12)
  const stride = Math.max(legs.right - middle, middle - legs.left)
  const flare = Math.max(belt * 1.5, Math.min(stride * 0.9, height * 0.24))
  const wanted = clothColour(colour)
  paintSkirt(brush, { middle, belt, flare, waist, hem }, wanted)
  // The hands hang before the skirt.
  const hands = createCanvas(width, height)
  const target = hands.getContext('2d')
  target.drawImage(plain, 0, 0)
  const pixels = target.getImageData(0, 0, width, height)
  for (let at = 0; at < skin.length; at++) {
    const below = at / width > waist + (hem - waist) * 0.42
    if (skin[at] === 0 || below || at / width < top.top) pixels.data[at * 4 + 3] = 0
  }
  target.putImageData(pixels, 0, 0)
  brush.drawImage(hands, 0, 0)
}

function paintSkirt(
  brush: SKRSContext2D,
  { middle, belt, flare, waist, hem }: { middle: number; belt: number; flare: number; waist: number; hem: number },
  colour: Colour,
): void {
  const shade = brush.createLinearGradient(middle - flare, 0, middle + flare, 0)
  shade.addColorStop(0, css(lighten(colour, 0.12)))
  shade.addColorStop(0.45, css(colour))
  shade.addColorStop(1, css(darken(colour, 0.3)))
  brush.fillStyle = shade
  brush.beginPath()
  brush.moveTo(middle - belt, waist)
  brush.lineTo(middle + belt, waist)
  brush.quadraticCurveTo(middle + belt * 1.1, (waist + hem) / 2, middle + flare, hem)
  brush.quadraticCurveTo(middle, hem + (hem - waist) * 0.09, middle - flare, hem)
  brush.quadraticCurveTo(middle - belt * 1.1, (waist + hem) / 2, middle - belt, waist)
  brush.fill()
  brush.strokeStyle = css(darken(colour, 0.32), 0.5)
  brush.lineWidth = Math.max(1, (hem - waist) * 0.016)
  for (const share of [-0.42, 0.1, 0.5]) {
    brush.beginPath()
    brush.moveTo(middle + belt * share, waist + (hem - waist) * 0.25)
    brush.quadraticCurveTo(middle + belt * share * 1.2, (waist + hem) / 2, middle + flare * share, hem)
    brush.stroke()
  }
}

function drawScarf(picture: Canvas, { top }: Figure, colour: string): void {
  const brush = picture.getContext('2d')
  const wanted = clothColour(colour)
  const middle = (top.left + top.right) / 2
  const half = Math.min((top.right - top.left) * 0.34, picture.height * 0.09)
  const y = top.top + picture.height * 0.004
  const thick = picture.height * 0.042
  brush.fillStyle = css(darken(wanted, 0.2))
  brush.beginPath()
  brush.roundRect(middle + half * 0.1, y, half * 0.5, picture.height * 0.15, thick * 0.4)
  brush.fill()
  brush.fillStyle = css(wanted)
  brush.beginPath()
  brush.ellipse(middle, y, half, thick, 0, 0, Math.PI * 2)
  brush.fill()
  brush.strokeStyle = css(lighten(wanted, 0.25))
  brush.lineWidth = thick * 0.3
  brush.beginPath()
  brush.ellipse(middle, y - thick * 0.2, half * 0.8, thick * 0.5, 0, 0.3, Math.PI - 0.3)
  brush.stroke()
}
