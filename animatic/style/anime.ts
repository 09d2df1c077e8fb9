/** Anime: clean cel colours in few steps of light, fine dark contours, a bright sky and a bloom of light. */
import { Contours } from './contours.ts'
import { Flatten } from './flatten.ts'
import { byte, type HalfPass, type StylePainter, smoothstep } from './pass.ts'
import { BoxBlur, brightnessOf, enlargePixels, lumaOf, setEach } from './raster.ts'
import { blended, packed } from './words.ts'

/** Steps of light on a cel. */
const steps = 6
const line = 0xff3a1f2c

export const anime: StylePainter<HalfPass> = ({ width, height }) => {
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const brightness = new Uint8Array(halfWidth * halfHeight)
  const flatten = new Flatten(halfWidth, halfHeight, 2)
  const contours = new Contours({ width, height, reach: Math.max(2, Math.round(height / 320)), from: 1.4, to: 5 })
  const bloom = new Uint8Array(brightness.length)
  const blur = new BoxBlur(halfWidth, halfHeight)
  const lights = celLights()
  const rays = lightRays(halfWidth, halfHeight)
  return {
    paintHalf(half, into, seconds) {
      brightnessOf(half, brightness)
      const lines = contours.trace(brightness)
      flatten.flatten(half, half)
      for (let at = 0; at < half.length; at++) {
        const bright = lumaOf(half[at]!)
        bloom[at] = bright > 176 ? (bright - 176) * 2 : 0
      }
      blur.blur(bloom, bloom, Math.round(height / 40))
      blur.blur(bloom, bloom, Math.round(height / 40))
      const breath = 200 + Math.round(Math.sin(seconds * 0.9) * 40)
      for (let at = 0; at < half.length; at++) {
        const pixel = half[at]!
        const bright = lumaOf(pixel)
        const added = lights[bright]! + ((bloom[at]! * 90) >> 8) + ((rays[at]! * breath) >> 8)
        // A third more colour about the new brightness.
        const base = bright + added
        const red = base + ((((pixel & 255) - bright) * 346) >> 8)
        const green = base + (((((pixel >>> 8) & 255) - bright) * 346) >> 8)
        const blue = base + (((((pixel >>> 16) & 255) - bright) * 346) >> 8)
        half[at] = packed(red, green, blue)
      }
      enlargePixels(half, width, height, into)
      for (let at = 0; at < into.length; at++) {
        if (lines[at]! > 0) into[at] = blended(into[at]!, line, (lines[at]! * 200) >> 8)
      }
    },
  }
}

/** What is added to each brightness: lifted, and drawn half of the way towards flat steps. */
function celLights(): Int16Array {
  return Int16Array.from({ length: 256 }, (_, bright) => {
    const lifted = 255 * (bright / 255) ** 0.82
    const place = (lifted / 255) * steps
    const within = place - Math.floor(place)
    const stepped = ((Math.floor(place) + smoothstep(0.4, 0.6, within)) / steps) * 255
    return byte(lifted * 0.45 + stepped * 0.55) - bright
  })
}

/** Light that falls in from an upper corner in broad soft rays, 0 to 255. */
function lightRays(width: number, height: number): Uint8Array {
  return setEach(new Uint8Array(width * height), width, (_at, column, row) => {
    const [x, y] = [column / height + 0.35, row / height + 0.3]
    const angle = Math.atan2(y, x)
    const ray = 0.5 + 0.5 * Math.sin(angle * 17) * Math.sin(angle * 7 + 1.3)
    return Math.round(88 * ray * (1 - smoothstep(0.3, 1.7, Math.hypot(x, y))))
  })
}
