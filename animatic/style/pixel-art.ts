/** Pixel art: square cells, few colours, dithered between them, with dark outlines. */
import { colourTable, fromOkLab, nearestOf, tableIndex } from './colour-table.ts'
import { byte, type FullPass, type StylePainter, word } from './pass.ts'
import { lumaOf } from './raster.ts'
import { shaded } from './words.ts'

/** About as many cells high as the screens of the time had lines. */
const rowsWanted = 144

/** Bayer's matrix of four by four: thresholds that spread as evenly as they can. */
const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

export const pixelArt: StylePainter<FullPass> = ({ width, height }) => {
  const cell = Math.max(2, Math.round(Math.min(height, width * 0.75) / rowsWanted))
  const columns = Math.ceil(width / cell)
  const rows = Math.ceil(height / cell)
  const table = colourTable(nearestOf(palette(), 1.15))
  const cells = new Uint32Array(columns * rows)
  return {
    paint(pixels) {
      gather(pixels, { width, height, cell, columns, rows }, cells)
      const inked = outline(cells, columns, rows)
      for (let y = 0; y < rows; y++) {
        const start = y * cell * width
        for (let x = 0; x < columns; x++) {
          const at = y * columns + x
          const nudge = ((bayer[(y & 3) * 4 + (x & 3)] ?? 0) - 7.5) * 1.4
          const colour = table[tableIndex(vivid(cells[at]!, nudge))]!
          pixels.fill(
            inked[at] ? shaded(colour, 120) : colour,
            start + x * cell,
            start + Math.min(width, x * cell + cell),
          )
        }
        for (let line = 1; line < cell && y * cell + line < height; line++)
          pixels.copyWithin(start + line * width, start, start + width)
      }
    },
  }
}

interface Grid {
  width: number
  height: number
  cell: number
  columns: number
  rows: number
}

/** The mean colour of every cell. */
function gather(pixels: Uint32Array, { width, height, cell, columns, rows }: Grid, into: Uint32Array): void {
  for (let row = 0; row < rows; row++) {
    const toY = Math.min(height, row * cell + cell)
    for (let column = 0; column < columns; column++) {
      const toX = Math.min(width, column * cell + cell)
      let redBlue = 0
      let green = 0
      for (let y = row * cell; y < toY; y++) {
        for (let at = y * width + column * cell; at < y * width + toX; at++) {
          redBlue += pixels[at]! & 0xff00ff
          green += (pixels[at]! >>> 8) & 255
        }
      }
      const share = 1 / ((toY - row * cell) * (toX - column * cell))
      into[row * columns + column] = word((redBlue & 0xffff) * share, green * share, (redBlue >>> 16) * share)
    }
  }
}

/** Where a cell is much darker than the one above it or to a side: the dark edge of a thing. */
function outline(cells: Uint32Array, columns: number, rows: number): Uint8Array {
  const marks = new Uint8Array(cells.length)
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      const at = y * columns + x
      const around = Math.max(
        lumaOf(cells[at - columns]!),
        lumaOf(cells[at - 1]!),
        lumaOf(cells[at + 1]!),
        lumaOf(cells[at + columns]!),
      )
      if (around - lumaOf(cells[at]!) > 44) marks[at] = 1
    }
  }
  return marks
}

/** More colour and more contrast, and a nudge to all three channels. */
function vivid(pixel: number, nudge: number): number {
  const bright = lumaOf(pixel)
  const base = bright + (bright - 118) * 0.16 + nudge
  const channel = (value: number) => byte(base + (value - bright) * 1.22)
  return word(channel(pixel & 255), channel((pixel >>> 8) & 255), channel((pixel >>> 16) & 255))
}

/** Twelve ramps of colours, vivid and muted, whose shadows lean to blue and whose lights lean to yellow, and greys. */
function palette(): number[] {
  const colours: number[] = []
  for (let step = 0; step < 7; step++) {
    const share = step / 6
    const lightness = 0.16 + share * 0.82
    colours.push(fromOkLab([lightness, 0, -0.016 + share * 0.024]))
    // Neither black nor white has a hue.
    const chroma = 0.18 * Math.sin((0.12 + share * 0.8) * Math.PI) ** 0.8
    for (let ramp = 0; ramp < 12; ramp++) {
      const hue = (ramp / 12) * Math.PI * 2
      const lean = hue + Math.sin(1.92 - hue) * (share - 0.5) * 0.4
      for (const strength of ramp % 2 === 0 ? [1, 0.4] : [0.7]) {
        colours.push(fromOkLab([lightness, Math.cos(lean) * chroma * strength, Math.sin(lean) * chroma * strength]))
      }
    }
  }
  return colours
}
