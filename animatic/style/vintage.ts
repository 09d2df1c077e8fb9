/** Old film: sepia, dust, scratches, a lamp that wavers and a picture that is never quite still in its gate. */
import { scattered } from '../random.ts'
import { contrastCurve, filmStock, tinted } from './film-stock.ts'
import { vignette } from './grain.ts'
import { type FullPass, type StyleOrder, type StylePainter, smoothstep, word } from './pass.ts'

/** Pictures a second of the old projector. */
const pace = 12

export const vintage: StylePainter<FullPass> = (order) => {
  const stock = filmStock(order, {
    tone: (brightness) =>
      tinted(contrastCurve(Math.min(255, brightness * 1.16), 116, 0.45), [0.13, 0.075, 0.04], [1, 0.915, 0.74]),
    shade: gate(order),
    grain: 15,
    flicker: 0.05,
    pace,
  })
  const wear = paintWear(order)
  return {
    paint(pixels, seconds) {
      weave(pixels, order, seconds)
      stock.paint(pixels, seconds)
      wear.paint(pixels, seconds)
    },
  }
}

/** The dark, rounded edge of the gate on top of the lens's own falling off. */
function gate({ width, height }: StyleOrder): Uint16Array {
  const shade = vignette(width, height, 0.62, 0.35)
  const margin = height * 0.018
  const corner = height * 0.09
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const right = Math.max(0, Math.abs(x - width / 2) - width / 2 + margin + corner)
      const down = Math.max(0, Math.abs(y - height / 2) - height / 2 + margin + corner)
      const out = Math.hypot(right, down) - corner
      shade[y * width + x]! *= 1 - smoothstep(-height * 0.006, height * 0.008, out)
    }
  }
  return shade
}

/** The whole picture jumps by a pixel or two, up and down, as the sprocket takes it. */
function weave(pixels: Uint32Array, { width, height }: StyleOrder, seconds: number): void {
  const reach = Math.max(1, Math.round(height / 500))
  const down = Math.round(Math.sin(Math.floor(seconds * pace + 1e-6) * 2.4) * reach)
  if (down > 0) pixels.copyWithin(down * width, 0, (height - down) * width)
  else if (down < 0) pixels.copyWithin(0, -down * width, height * width)
}

/** Scratches that run down the film and wander, and specks that show for one picture. */
function paintWear({ width, height, random }: StyleOrder): FullPass {
  const label = Math.floor(random() * 2 ** 31)
  const bright = word(236, 220, 186)
  const dark = word(44, 30, 20)
  return {
    paint(pixels, seconds) {
      const turn = Math.floor(seconds * pace + 1e-6)
      for (let scratch = 0; scratch < 3; scratch++) {
        // Each scratch lives for some twenty pictures.
        const life = Math.floor((turn + scratch * 7) / 20)
        if (scattered(life * 3 + scratch, label) < 0.45) continue
        const x = Math.round(
          (0.06 + scattered(life * 3 + scratch, label + 1) * 0.88) * width + Math.sin(turn * 0.9 + scratch) * 1.5,
        )
        for (let y = 0; y < height; y++) {
          if (scattered(y >> 4, turn * 31 + scratch) > 0.3) pixels[y * width + x] = scratch === 2 ? dark : bright
        }
      }
      for (let speck = 0; speck < 9; speck++) {
        const luck = scattered(turn * 9 + speck, label + 2)
        if (luck < 0.35) continue
        paintSpeck(pixels, width, height, {
          x: scattered(turn * 9 + speck, label + 3) * width,
          y: scattered(turn * 9 + speck, label + 4) * height,
          radius: (height / 720) * (1 + luck ** 3 * 4),
          colour: luck > 0.8 ? bright : dark,
        })
      }
    },
  }
}

function paintSpeck(
  pixels: Uint32Array,
  width: number,
  height: number,
  { x, y, radius, colour }: { x: number; y: number; radius: number; colour: number },
): void {
  for (let row = Math.max(0, Math.ceil(y - radius)); row <= Math.min(height - 1, y + radius); row++) {
    const half = Math.sqrt(radius * radius - (row - y) ** 2)
    const from = Math.max(0, Math.round(x - half))
    pixels.fill(colour, row * width + from, row * width + Math.min(width - 1, Math.round(x + half)))
  }
}
