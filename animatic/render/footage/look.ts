/** Another look for frames that are there: the light, the weather and the style that a prompt tells. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { View } from '../../camera/view.ts'
import { forkSeed, seededRandom } from '../../random.ts'
import { readAtmosphere } from '../../script/atmosphere.ts'
import { plainTokens } from '../../script/retell/clauses.ts'
import { tokenize } from '../../script/tokens.ts'
import { gradeTo, lightOf } from '../../sets/light.ts'
import { brightness, css, mix } from '../../sets/paint/colour.ts'
import { paintWeather } from '../../sets/weather/weather.ts'
import { prepareStyle } from '../../style/index.ts'

export interface Look {
  /** Whether the prompt tells anything that changes the frames. */
  isTold: boolean
  /** The RGBA bytes of a frame, which is drawn upon, in this look; valid until the next. */
  paint(frame: Canvas, seconds: number): Buffer
}

/** What the prompt says of light, weather and style, for frames like `first`. */
export function prepareLook(prompt: string, seed: number, first: Canvas): Look {
  const { width, height } = first
  const { atmosphere } = readAtmosphere(plainTokens(tokenize(prompt), undefined))
  const { timeOfDay, weather, season } = atmosphere
  const random = (label: string) => seededRandom(forkSeed(seed, label))
  const light = lightOf(timeOfDay ?? 'day', weather ?? 'clear')
  // Frames that are dark already are not darkened again.
  const dims = Math.min(1, Math.max(0, (meanBrightness(first) - 0.14) / 0.24))
  const isLit = timeOfDay !== undefined || weather !== undefined
  const gain = mix([255, 255, 255], gradeTo(lightOf('day', 'clear'), light), isLit ? dims : 0)
  const order = {
    width,
    height,
    light,
    random: random('weather'),
    timeOfDay: timeOfDay ?? 'day',
    weather: weather ?? 'clear',
    season: season ?? 'summer',
    sunSide: 0.5,
  }
  const layers = paintWeather(order)
  const style = atmosphere.style && prepareStyle(atmosphere.style, { width, height, random: random('style') })
  const scaled = createCanvas(style?.drawnWidth ?? 1, style?.drawnHeight ?? 1)
  const view: View = {
    x: 0,
    y: 0,
    scroll: 0,
    scrollSpeed: 0,
    zoom: 1,
    lens: 0.5,
    focusX: width / 2,
    focusY: height / 2,
  }
  return {
    isTold: isLit || style !== undefined,
    paint(frame, seconds) {
      const target = frame.getContext('2d')
      target.save()
      if (isLit) {
        target.globalCompositeOperation = 'multiply'
        target.fillStyle = css(gain)
        target.fillRect(0, 0, width, height)
        target.globalCompositeOperation = 'source-over'
      }
      for (const layer of layers) layer.draw(target, view, seconds)
      target.restore()
      if (!style) return frame.data()
      scaled.getContext('2d').drawImage(frame, 0, 0, scaled.width, scaled.height)
      return style.paint(scaled.data(), seconds)
    },
  }
}

/** 0 to 1, of a few hundred pixels. */
function meanBrightness(canvas: Canvas): number {
  const bytes = canvas.data()
  const step = 4 * Math.max(1, Math.floor(bytes.length / 4 / 500))
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < bytes.length; at += step, count++) {
    sum += brightness([bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0])
  }
  return sum / Math.max(1, count)
}
