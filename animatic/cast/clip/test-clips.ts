/** Clips for tests: a blue figure with a yellow head that goes across a background of the test's choice. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { scattered } from '../../random.ts'
import type { ClipFrames } from './read-frames.ts'

export const clipSize = { width: 320, height: 180 }

export type Paint = (brush: SKRSContext2D, seconds: number) => void

/** Where the figure stands: it swings its arm twice a second as it goes. */
export function paintFigure(brush: SKRSContext2D, x: number, y: number, seconds: number): void {
  brush.fillStyle = '#2048c0'
  brush.beginPath()
  brush.roundRect(x - 15, y - 62, 30, 62, 10)
  brush.fill()
  brush.fillStyle = '#f0c030'
  brush.beginPath()
  brush.arc(x, y - 76, 17, 0, Math.PI * 2)
  brush.fill()
  brush.strokeStyle = '#c03048'
  brush.lineWidth = 9
  brush.beginPath()
  brush.moveTo(x + 10, y - 52)
  brush.lineTo(x + 30, y - 40 + 20 * Math.sin(seconds * Math.PI * 4))
  brush.stroke()
}

export const plain: Paint = (brush) => {
  brush.fillStyle = '#38b058'
  brush.fillRect(0, 0, clipSize.width, clipSize.height)
}

/** Bricks and leaves of many colours that stay where they are, or go by at `pixelsPerSecond`. */
export function textured(pixelsPerSecond = 0): Paint {
  return (brush, seconds) => {
    brush.fillStyle = '#8a8478'
    brush.fillRect(0, 0, clipSize.width, clipSize.height)
    for (let index = 0; index < 420; index++) {
      const x = (((scattered(index, 1) * 420 - pixelsPerSecond * seconds) % 420) + 420) % 420
      brush.fillStyle = `hsl(${Math.floor(scattered(index, 3) * 360)} 45% ${30 + Math.floor(scattered(index, 4) * 45)}%)`
      brush.fillRect(x - 60, scattered(index, 2) * 180 - 8, 8 + scattered(index, 5) * 26, 6 + scattered(index, 6) * 14)
    }
  }
}

/** The frames as they would be read, with a little noise as of a camera. */
export function framesOf(paint: Paint, seconds = 2, framesPerSecond = 24): ClipFrames {
  const { width, height } = clipSize
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  let grain = 1
  const frames = Array.from({ length: Math.round(seconds * framesPerSecond) }, (_, nth) => {
    paint(brush, nth / framesPerSecond)
    const { data } = brush.getImageData(0, 0, width, height)
    for (let at = 0; at < data.length; at++) {
      // The low bits of a linear congruence are noise enough.
      grain = (Math.imul(grain, 1664525) + 1013904223) >>> 0
      if (at % 4 !== 3) data[at] = data[at]! + ((grain >>> 16) % 9) - 4
    }
    return data
  })
  return { width, height, frames, framesPerSecond }
}
