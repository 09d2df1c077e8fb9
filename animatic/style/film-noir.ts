/** Film noir: hard light through a blind, the rest in the dark. */
import { contrastCurve, filmStock } from './film-stock.ts'
import { vignette } from './grain.ts'
import { byte, type FullPass, type StyleOrder, type StylePainter, smoothstep, word } from './pass.ts'

/** Of the frame's height, by which the blind's light wanders up and down. */
const wander = 0.03

export const filmNoir: StylePainter<FullPass> = (order) => {
  const spareRows = Math.ceil(order.height * wander)
  return filmStock(order, {
    tone(brightness) {
      const grey = byte(contrastCurve(exposed(brightness), 118, 1.2))
      return word(grey, grey, byte(grey * 1.015))
    },
    shade: blindLight(order, spareRows),
    spareRows,
    drift: (seconds) => Math.sin(seconds * 0.45) * spareRows,
    grain: 10,
    flicker: 0.012,
    pace: 12,
  })
}

/** Opens the dark and holds bright skies back, which a sunset would otherwise burn out. */
function exposed(brightness: number): number {
  return (brightness * 1.34) / (1 + 0.85 * (brightness / 255) ** 2)
}

/** Slats of light that fall in from one side, brightest in the middle of the frame, and darkness around. */
function blindLight({ width, height, random }: StyleOrder, spareRows: number): Uint16Array {
  const rows = height + spareRows * 2
  const dark = vignette(width, rows, 0.94, 0.36)
  const side = random() < 0.5 ? 1 : -1
  const slat = height * 0.1
  const shade = new Uint16Array(width * rows)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      const across = side > 0 ? x / width : 1 - x / width
      // The slats open out with the distance from their window.
      const line = (y - rows * 0.1 - across * height * 0.2) / (slat * (0.8 + across * 0.45))
      const open = line - Math.floor(line)
      const lit = smoothstep(0, 0.16, open) - smoothstep(0.6, 0.8, open)
      const reach = smoothstep(0.05, 0.3, across) * (1 - smoothstep(0.72, 1, across)) * smoothstep(-0.5, 1, line)
      const window = 0.92 + reach * (lit * 0.42 - 0.36)
      shade[y * width + x] = Math.round(dark[y * width + x]! * window)
    }
  }
  return shade
}
