/** Gives a body to the drawings that are only a head or a bust, so that they can stand, walk and float whole. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { type Colour, css, darken, hex, lighten } from '../sets/paint/colour.ts'

const animalHeads = new Set([
  'fox',
  'bear',
  'panda',
  'koala',
  'wolf',
  'lion',
  'frog',
  'polar-bear',
  'cat-face',
  'dog-face',
  'tiger-face',
  'mouse-face',
  'cow-face',
  'pig-face',
  'monkey-face',
  'rabbit-face',
  'hamster',
  'raccoon',
  'robot',
])
const personHead =
  /^((man|woman|person)(-(beard|bald|(red|curly|white|blonde)-hair|wearing-turban))?|boy|girl|child|baby|old-man|old-woman|older-person|santa-claus|m(rs|x)-claus|alien|clown-face|ogre|goblin)(-(dark|light|medium|medium-dark|medium-light))?$/
/** Whole already, though what they stand on or in ends in a broad straight line. */
const wholeFigure =
  /-(standing|walking|running|biking|surfing|rowing-boat|swimming|dancing|lifting-weights|kneeling|climbing|golfing|wrestling|fencing|in-bed|taking-bath|playing-water-polo|playing-handball|wheelchair|levitating|lotus-position|cartwheeling|bouncing-ball|merpeople|fairy|white-cane|bunny-ears)(-facing-right)?(-(dark|light|medium|medium-dark|medium-light))?$|^(horse-racing|skier|snowboarder|parachute|ghost|knight|samurai|pirate|cowboy|viking)/
/** Busts whose cut is narrower than their raised arms. */
const narrowBust = /-(shrugging|raising-hand|tipping-hand|gesturing-ok|gesturing-no|facepalming)/
const shirts = ['#3f8fd0', '#e0654f', '#58a55c', '#e0a63a', '#8a6fc0', '#d0648f']

/**
 * The drawing with a body where it lacks one; any other drawing as it is. `isPerson` tells a bust from a house; a soft
 * toy's body can sit.
 */
export function withBody(picture: Canvas, drawing: string, isPerson: boolean, isSeated = false): Canvas {
  if (animalHeads.has(drawing)) return plushBody(picture, drawing === 'robot', isSeated)
  if (personHead.test(drawing)) return personBody(picture, drawing)
  if (isPerson && !wholeFigure.test(drawing) && (narrowBust.test(drawing) || isCutOff(picture)))
    return bustBody(picture)
  return picture
}

/** A head as large as the body under it. */
export function hasRoundHead(drawing: string): boolean {
  return animalHeads.has(drawing) || personHead.test(drawing)
}

export function hasWholeBody(drawing: string): boolean {
  return wholeFigure.test(drawing)
}

/** A bust ends in a broad straight line; feet and hems do not. */
function isCutOff(picture: Canvas): boolean {
  const { from, to } = spanAt(picture, picture.height - 2)
  return to - from > picture.width * 0.52
}

function spanAt(canvas: Canvas, y: number): { from: number; to: number } {
  const { data } = canvas.getContext('2d').getImageData(0, Math.max(0, y), canvas.width, 1)
  let [from, to] = [canvas.width, 0]
  for (let x = 0; x < canvas.width; x++) {
    if ((data[x * 4 + 3] ?? 0) < 128) continue
    from = Math.min(from, x)
    to = x
  }
  return { from, to }
}

/** The mean colour of a small square. */
function colourAt(canvas: Canvas, x: number, y: number): Colour {
  const size = Math.max(2, Math.round(canvas.width * 0.05))
  const { data } = canvas.getContext('2d').getImageData(Math.round(x), Math.round(y), size, size)
  const sum = [0, 0, 0, 0]
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (data[at + channel] ?? 0)
    sum[3] = (sum[3] ?? 0) + 1
  }
  const [red = 0, green = 0, blue = 0, seen = 0] = sum
  return seen === 0 ? [150, 150, 160] : [red / seen, green / seen, blue / seen]
}

/** A soft toy's body: round belly, arms at the sides, two feet. */
function plushBody(head: Canvas, boxy: boolean, isSeated: boolean): Canvas {
  const { width, height: tall } = head
  // One who sits shows less of the trunk, and the feet before it.
  const height = isSeated ? tall * 0.86 : tall
  const whole = createCanvas(width, Math.round(height * 1.66))
  const brush = whole.getContext('2d')
  const fur = colourAt(head, width * 0.5, height * 0.2)
  const middle = width / 2
  for (const side of [-1, 1]) {
    if (!isSeated)
      blob(brush, middle + side * width * 0.19, height * 1.56, width * 0.15, height * 0.1, darken(fur, 0.12))
    blob(
      brush,
      middle + side * width * 0.33,
      height * 1.16,
      width * 0.1,
      height * 0.21,
      darken(fur, 0.08),
      side * -0.35,
    )
  }
  if (boxy) block(brush, middle - width * 0.28, height * 0.86, width * 0.56, height * 0.66, width * 0.12, fur)
  else blob(brush, middle, height * 1.2, width * 0.32, height * 0.38, fur)
  blob(brush, middle, height * 1.26, width * 0.19, height * 0.24, lighten(fur, 0.35))
  if (isSeated)
    for (const side of [-1, 1]) {
      blob(brush, middle + side * width * 0.31, height * 1.53, width * 0.16, height * 0.125, darken(fur, 0.12))
      blob(brush, middle + side * width * 0.33, height * 1.54, width * 0.08, height * 0.075, lighten(fur, 0.35))
    }
  brush.drawImage(head, 0, 0)
  return whole
}

/** A child's-book figure under a head: shirt, arms, trousers, shoes. */
function personBody(head: Canvas, name: string): Canvas {
  const { width, height } = head
  const whole = createCanvas(width, Math.round(height * 1.95))
  const brush = whole.getContext('2d')
  const shirt = name.includes('claus') ? hex('#d8403a') : hex(shirts[name.length % shirts.length] ?? '#3f8fd0')
  const skin = colourAt(head, width * 0.26, height * 0.62)
  limbs(brush, width / 2, height * 0.95, width * 0.26, height * 0.95, shirt, darken(shirt, 0.5), skin)
  block(brush, width * 0.28, height * 0.88, width * 0.44, height * 0.58, width * 0.12, shirt)
  brush.drawImage(head, 0, 0)
  return whole
}

/** Carries a bust's own clothes down to the feet. */
function bustBody(bust: Canvas): Canvas {
  const { width, height } = bust
  const whole = createCanvas(width, Math.round(height * 1.62))
  const brush = whole.getContext('2d')
  const { from, to } = spanAt(bust, height - 2)
  const middle = (from + to) / 2
  const half = Math.min((to - from) / 2, width * 0.4)
  const suit = colourAt(bust, middle - half * 0.5, height - width * 0.09)
  limbs(brush, middle, height * 0.96, half * 0.72, height * 0.62, suit, darken(suit, 0.18), lighten(suit, 0.3))
  block(brush, middle - half * 0.98, height * 0.9, half * 1.96, height * 0.34, half * 0.4, suit)
  brush.drawImage(bust, 0, 0)
  return whole
}

function limbs(
  brush: SKRSContext2D,
  middle: number,
  shoulder: number,
  half: number,
  tall: number,
  sleeve: Colour,
  trousers: Colour,
  hand: Colour,
): void {
  const foot = shoulder + tall
  for (const side of [-1, 1]) {
    block(
      brush,
      middle + side * half * 0.56 - half * 0.36,
      shoulder + tall * 0.3,
      half * 0.72,
      tall * 0.64,
      half * 0.3,
      trousers,
    )
    blob(brush, middle + side * half * 0.62, foot - tall * 0.07, half * 0.5, tall * 0.075, darken(trousers, 0.45))
    blob(
      brush,
      middle + side * half * 1.18,
      shoulder + tall * 0.28,
      half * 0.3,
      tall * 0.26,
      darken(sleeve, 0.1),
      side * -0.22,
    )
    blob(brush, middle + side * half * 1.32, shoulder + tall * 0.5, half * 0.26, half * 0.26, hand)
  }
}

function blob(brush: SKRSContext2D, x: number, y: number, rx: number, ry: number, colour: Colour, turn = 0): void {
  const shade = brush.createRadialGradient(x - rx * 0.35, y - ry * 0.45, 0, x, y, Math.max(rx, ry) * 1.1)
  shade.addColorStop(0, css(lighten(colour, 0.2)))
  shade.addColorStop(1, css(darken(colour, 0.16)))
  brush.fillStyle = shade
  brush.beginPath()
  brush.ellipse(x, y, rx, ry, turn, 0, Math.PI * 2)
  brush.fill()
}

function block(brush: SKRSContext2D, x: number, y: number, w: number, h: number, corner: number, colour: Colour): void {
  const shade = brush.createLinearGradient(x, y, x + w, y + h * 0.4)
  shade.addColorStop(0, css(lighten(colour, 0.14)))
  shade.addColorStop(1, css(darken(colour, 0.16)))
  brush.fillStyle = shade
  brush.beginPath()
  brush.roundRect(x, y, w, h, corner)
  brush.fill()
}
