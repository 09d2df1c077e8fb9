/** Black and white: a fine-grained film with deep shadows. */
import { contrastCurve, filmStock } from './film-stock.ts'
import { vignette } from './grain.ts'
import { byte, type FullPass, type StylePainter, word } from './pass.ts'

export const blackAndWhite: StylePainter<FullPass> = (order) =>
  filmStock(order, {
    tone(brightness) {
      const grey = byte(contrastCurve(brightness, 118, 0.55))
      return word(grey, grey, grey)
    },
    shade: vignette(order.width, order.height, 0.38),
    grain: 7,
    flicker: 0.006,
    pace: 12,
  })
