/** Blurs a picture as a lens does that is focused nearer or further. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

/** A blurred picture has no detail to lose: it is made at a quarter of the size. */
const share = 4

export interface Defocus {
  /** Draws `picture` over the target, the softer the nearer `blur` is to 1. Both may be the same canvas. */
  draw(target: SKRSContext2D, picture: Canvas, blur: number): void
}

export function prepareDefocus(width: number, height: number): Defocus {
  const small = createCanvas(Math.ceil(width / share), Math.ceil(height / share))
  const brush = small.getContext('2d')
  return {
    draw(target, picture, blur) {
      const same = target.canvas === picture
      // Up to a third of the way the sharp picture gives way; from there on only the blur grows.
      const soft = Math.min(1, blur * 3)
      if (soft > 0) {
        brush.clearRect(0, 0, small.width, small.height)
        brush.imageSmoothingQuality = 'medium'
        brush.filter = `blur(${((height / 720) * (0.6 + blur * 2.6)).toFixed(2)}px)`
        brush.drawImage(picture, 0, 0, small.width, small.height)
        brush.filter = 'none'
      }
      target.save()
      target.resetTransform()
      target.imageSmoothingQuality = 'low'
      if (!same && soft < 1) {
        target.globalAlpha = 1 - soft
        target.drawImage(picture, 0, 0)
      }
      if (soft > 0) {
        target.globalAlpha = soft
        target.drawImage(small, 0, 0, width, height)
      }
      target.restore()
    },
  }
}
