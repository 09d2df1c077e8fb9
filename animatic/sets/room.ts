/** A living room: a papered wall, a window with the weather outside, pictures, a lamp, a plant, a wooden floor. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { lit, sides } from './light.ts'
import { css, darken, hex, lighten, mix } from './paint/colour.ts'
import { paintSky } from './paint/sky.ts'
import { paintStrip } from './paint/strip.ts'
import { paintSunbeams } from './paint/sunbeams.ts'
import { paintBush } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const papers = ['#d9b8a0', '#a8bfae', '#b9a9c8', '#d8c79a', '#9fb6cc', '#cfa0a0']
const frames = ['#8a5a3c', '#d8a94a', '#4a5568', '#b56a4a']

export function paintRoom(order: SetOrder): Place {
  const { height, random } = order
  const dark = order.light.darkness
  // Lamps are on when it is dark outside: a room is never as blue as the night.
  const light = {
    ...order.light,
    ambient: mix(order.light.ambient, hex('#ffdfae'), 0.35 + dark * 0.45),
    haze: hex('#e8c9a0'),
    hazeShare: 0.1,
    darkness: dark * 0.2,
  }
  const inside = { ...order, light }
  const skirting = height * 0.66
  const paper = hex(papers[Math.floor(random() * papers.length)] ?? '#d9b8a0')
  return {
    backdrop: [wall(inside, order, skirting, paper)],
    ground: [
      floorBoards(inside, skirting),
      ...(dark < 0.4 ? [paintSunbeams(inside, height * 0.95)] : [lampGlow(inside)]),
    ],
    foreground: [],
    medium: 'ground',
    light,
    horizon: skirting,
    floor: height * 0.86,
    dust: 'none',
  }
}

function wall(order: SetOrder, outside: SetOrder, skirting: number, paper: readonly [number, number, number]): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const view = outsideView(outside, unit)
  return paintStrip(
    { depth: 0.55, period: width * 1.5, top: -height * 0.14, height: skirting + height * 0.15 },
    (band) => {
      const { target } = band
      const lift = height * 0.14
      const base = lit(paper, light, 0)
      const shade = target.createLinearGradient(0, 0, 0, band.height)
      shade.addColorStop(0, css(darken(base, 0.28)))
      shade.addColorStop(0.7, css(base))
      shade.addColorStop(1, css(lighten(base, 0.08)))
      target.fillStyle = shade
      target.fillRect(0, 0, band.period + 4, band.height)
      target.fillStyle = css(lighten(base, 0.16), 0.3)
      const stripe = band.period / 40
      for (let index = 0; index < 40; index++) target.fillRect(index * stripe, 0, stripe * 0.45, band.height)
      target.fillStyle = css(lit(hex('#f7efe2'), light, 0))
      target.fillRect(0, band.height - unit * 0.045, band.period + 4, unit * 0.045)
      for (const x of [0.24, 0.78]) {
        band.place(band.period * x, unit * 0.4, (at) => {
          const [wide, high, top] = [unit * 0.44, unit * 0.4, lift + height * 0.13]
          target.drawImage(view, at - wide / 2, top, wide, high)
          target.strokeStyle = css(lit(hex('#fffaf0'), light, 0))
          target.lineWidth = unit * 0.022
          target.strokeRect(at - wide / 2, top, wide, high)
          target.lineWidth = unit * 0.012
          target.beginPath()
          target.moveTo(at, top)
          target.lineTo(at, top + high)
          target.moveTo(at - wide / 2, top + high * 0.45)
          target.lineTo(at + wide / 2, top + high * 0.45)
          target.stroke()
          target.fillStyle = css(lit(hex('#f1e6d2'), light, 0))
          target.fillRect(at - wide * 0.56, top + high, wide * 1.12, unit * 0.03)
          for (const side of [-1, 1])
            paintCurtain(target, at + side * wide * 0.52, top - unit * 0.05, unit * 0.1, high + unit * 0.14, light)
        })
      }
      for (const x of [0.02, 0.5, 0.56]) {
        const size = unit * (0.1 + random() * 0.06)
        const [y, tone, inner] = [
          lift + height * (0.16 + random() * 0.12),
          hex(frames[Math.floor(random() * frames.length)] ?? '#8a5a3c'),
          mix(hex('#9fc4d8'), hex('#f0c48a'), random()),
        ]
        band.place(band.period * x, size * 2, (at) => {
          target.fillStyle = css(lit(tone, light, 0))
          target.fillRect(at - size * 0.7, y, size * 1.4, size * 1.05)
          target.fillStyle = css(lit(inner, light, 0))
          target.fillRect(at - size * 0.58, y + size * 0.12, size * 1.16, size * 0.8)
          target.fillStyle = css(lit(darken(inner, 0.35), light, 0))
          target.beginPath()
          target.moveTo(at - size * 0.58, y + size * 0.92)
          target.lineTo(at - size * 0.1, y + size * 0.4)
          target.lineTo(at + size * 0.58, y + size * 0.92)
          target.fill()
        })
      }
      band.place(band.period * 0.42, unit * 0.3, (at) => paintPot(target, at, band.height, unit * 0.26, order))
    },
  )
}

function outsideView(outside: SetOrder, unit: number): Canvas {
  const size = Math.ceil(unit * 0.5)
  const pane = createCanvas(size, size)
  const brush = pane.getContext('2d')
  for (const layer of paintSky({ ...outside, width: size, height: size }, size)) {
    layer.draw(brush, { x: 0, y: 0, scroll: 0, scrollSpeed: 0, zoom: 1, lens: 0, focusX: 0, focusY: 0 }, 0)
  }
  paintBush(brush, size * 0.25, size * 1.02, size * 0.34, {
    light: outside.light,
    season: outside.season,
    random: outside.random,
    distance: 0.3,
  })
  return pane
}

function paintCurtain(
  target: SKRSContext2D,
  x: number,
  top: number,
  wide: number,
  high: number,
  light: SetOrder['light'],
): void {
  const { bright, dark } = sides(hex('#c8705a'), light, 0)
  const shade = target.createLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
  for (let fold = 0; fold <= 4; fold++) shade.addColorStop(fold / 4, css(fold % 2 ? dark : bright))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(x - wide * 0.5, top)
  target.lineTo(x + wide * 0.5, top)
  target.quadraticCurveTo(x + wide * 0.3, top + high * 0.6, x + wide * 0.56, top + high)
  target.lineTo(x - wide * 0.56, top + high)
  target.quadraticCurveTo(x - wide * 0.3, top + high * 0.6, x - wide * 0.5, top)
  target.fill()
}

function paintPot(target: SKRSContext2D, x: number, y: number, high: number, { light, random }: SetOrder): void {
  paintBush(target, x, y - high * 0.34, high * 0.5, { light, season: 'summer', random, distance: 0 })
  const { bright, dark } = sides(hex('#c97b4f'), light, 0)
  const shade = target.createLinearGradient(x - high * 0.2, 0, x + high * 0.2, 0)
  shade.addColorStop(0, css(bright))
  shade.addColorStop(1, css(dark))
  target.fillStyle = shade
  target.beginPath()
  target.moveTo(x - high * 0.2, y - high * 0.36)
  target.lineTo(x + high * 0.2, y - high * 0.36)
  target.lineTo(x + high * 0.14, y)
  target.lineTo(x - high * 0.14, y)
  target.fill()
}

/** Boards that run towards the wall, and a rug. */
function floorBoards({ width, height, light, random }: SetOrder, top: number): Layer {
  const bottom = height * 1.16
  return paintStrip({ depth: 1, period: width * 1.4, top, height: bottom - top }, (band) => {
    const { target } = band
    const wood = lit(hex('#b07a4c'), light, 0)
    const shade = target.createLinearGradient(0, 0, 0, band.height)
    shade.addColorStop(0, css(darken(wood, 0.25)))
    shade.addColorStop(1, css(wood))
    target.fillStyle = shade
    target.fillRect(0, 0, band.period + 4, band.height)
    const rows = 6
    for (let row = 0; row < rows; row++) {
      const y = band.height * (row / rows) ** 1.5
      target.fillStyle = css(darken(wood, 0.4), 0.5)
      target.fillRect(0, y, band.period + 4, 1.5 + row * 0.4)
      for (let cut = 0; cut < 7; cut++)
        target.fillRect(
          ((cut + random()) / 7) * band.period,
          y,
          1.5 + row * 0.3,
          band.height * ((row + 1) / rows) ** 1.5 - y,
        )
    }
    band.place(width * 0.5, width * 0.5, (at) => {
      const rug = sides(hex('#5f7f94'), light, 0)
      target.fillStyle = css(rug.dark)
      target.beginPath()
      target.ellipse(at, (height - top) * 0.58, width * 0.4, (height - top) * 0.3, 0, 0, Math.PI * 2)
      target.fill()
      target.strokeStyle = css(lighten(rug.bright, 0.35))
      target.lineWidth = height * 0.008
      target.beginPath()
      target.ellipse(at, (height - top) * 0.58, width * 0.365, (height - top) * 0.26, 0, 0, Math.PI * 2)
      target.stroke()
    })
  })
}

function lampGlow({ width, height }: SetOrder): Layer {
  return {
    draw(target, _view, seconds) {
      const shine = target.createRadialGradient(
        width * 0.5,
        height * 0.2,
        0,
        width * 0.5,
        height * 0.3,
        Math.max(width, height) * 0.6,
      )
      shine.addColorStop(0, `rgba(255,214,140,${0.26 + 0.01 * Math.sin(seconds * 7)})`)
      shine.addColorStop(1, 'rgba(255,190,110,0)')
      target.fillStyle = shine
      target.fillRect(0, 0, width, height)
    },
  }
}
