/** A gabled house with a chimney, a door and windows that glow after dark. Its foot is at (x, y). */
import { lit, sides } from '../light.ts'
import { css, darken, hex } from './colour.ts'
import type { StandingPainter } from './standing.ts'

const walls = ['#f1e2c6', '#e8c9a8', '#d9d4c8', '#f0d6c8', '#cfdcd6']
const roofs = ['#b5573f', '#8f4a3c', '#6d5a66', '#a8683f', '#55697f']

export const paintCottage: StandingPainter = (target, at, y, height, { light, random, season, distance }) => {
  const pick = (colours: readonly string[]) => hex(colours[Math.floor(random() * colours.length)] ?? '#f1e2c6')
  const wall = sides(pick(walls), light, distance)
  const roof = sides(season === 'winter' ? hex('#eef4fb') : pick(roofs), light, distance)
  const wide = height * (0.95 + random() * 0.4)
  const eaves = height * 0.52
  const glow = light.darkness > 0.3 || light.sun.strength < 0.2
  const doorSide = random() < 0.5 ? -0.24 : 0.1
  const left = at - wide / 2
  const shade = target.createLinearGradient(left, 0, left + wide, 0)
  shade.addColorStop(0, css(wall.bright))
  shade.addColorStop(1, css(wall.dark))
  target.fillStyle = css(darken(roof.dark, 0.1))
  target.fillRect(at + wide * 0.22, y - height * 1.04, wide * 0.1, height * 0.3)
  target.fillStyle = shade
  target.fillRect(left, y - eaves, wide, eaves)
  const tiles = target.createLinearGradient(0, y - height, 0, y - eaves)
  tiles.addColorStop(0, css(roof.bright))
  tiles.addColorStop(1, css(roof.dark))
  target.fillStyle = tiles
  target.beginPath()
  target.moveTo(left - wide * 0.08, y - eaves + height * 0.03)
  target.lineTo(left + wide * 0.16, y - height)
  target.lineTo(left + wide * 0.84, y - height)
  target.lineTo(left + wide * 1.08, y - eaves + height * 0.03)
  target.closePath()
  target.fill()
  target.fillStyle = css(lit(hex('#7a5238'), light, distance))
  target.fillRect(at + wide * doorSide, y - eaves * 0.66, wide * 0.14, eaves * 0.66)
  for (const place of doorSide < 0 ? [-0.44, 0.06, 0.27] : [-0.42, -0.16, 0.3]) {
    target.fillStyle = glow ? '#ffd98a' : css(lit(hex('#5d7f9a'), light, distance))
    target.fillRect(at + wide * place, y - eaves * 0.72, wide * 0.13, eaves * 0.34)
    target.strokeStyle = css(lit(hex('#fff8ea'), light, distance))
    target.lineWidth = Math.max(1, height * 0.014)
    target.strokeRect(at + wide * place, y - eaves * 0.72, wide * 0.13, eaves * 0.34)
  }
}
