/** The few shapes interiors are built of, in metres with y up, shaded as if the light came from the upper left. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { type Room, tone } from './space.ts'

/** Paints in one room. */
export interface Pencil {
  room: Room
  brush: SKRSContext2D
}

/** An upright block: (x, y) is its lower left corner. `round` is the corners' radius. */
export function box(
  { room, brush }: Pencil,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  round = 0,
): void {
  const shade = brush.createLinearGradient(x, y + height, x + width * 0.6, y)
  shade.addColorStop(0, tone(room, colour, 0.12))
  shade.addColorStop(0.5, tone(room, colour))
  shade.addColorStop(1, tone(room, colour, -0.24))
  brush.fillStyle = shade
  brush.beginPath()
  if (round > 0) brush.roundRect(x, y, width, height, round)
  else brush.rect(x, y, width, height)
  brush.fill()
}

/** A flat patch. */
export function flat(
  { room, brush }: Pencil,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  shade = 0,
): void {
  brush.fillStyle = tone(room, colour, shade)
  brush.fillRect(x, y, width, height)
}

/** A board seen a little from above: its front edge and the lit top behind it. */
export function board(
  pencil: Pencil,
  x: number,
  y: number,
  width: number,
  thick: number,
  deep: number,
  colour: string,
): void {
  const { room, brush } = pencil
  brush.fillStyle = tone(room, colour, 0.22)
  brush.beginPath()
  brush.moveTo(x, y + thick)
  brush.lineTo(x + width, y + thick)
  brush.lineTo(x + width - deep * 0.5, y + thick + deep)
  brush.lineTo(x + deep * 0.5, y + thick + deep)
  brush.fill()
  box(pencil, x, y, width, thick, colour)
}

/** A ball, or a flattened one. */
export function ball({ room, brush }: Pencil, x: number, y: number, wide: number, high: number, colour: string): void {
  const shade = brush.createRadialGradient(x - wide * 0.3, y + high * 0.4, 0, x, y, Math.max(wide, high) * 1.1)
  shade.addColorStop(0, tone(room, colour, 0.3))
  shade.addColorStop(0.5, tone(room, colour))
  shade.addColorStop(1, tone(room, colour, -0.32))
  brush.fillStyle = shade
  brush.beginPath()
  brush.ellipse(x, y, wide, high, 0, 0, Math.PI * 2)
  brush.fill()
}

/** A line of even thickness through the points. */
export function line(
  { room, brush }: Pencil,
  points: readonly (readonly [number, number])[],
  thick: number,
  colour: string,
  shade = 0,
): void {
  brush.strokeStyle = tone(room, colour, shade)
  brush.lineWidth = thick
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  brush.beginPath()
  points.forEach(([x, y], index) => {
    if (index === 0) brush.moveTo(x, y)
    else brush.lineTo(x, y)
  })
  brush.stroke()
}

/** A filled outline through the points. */
export function shape(
  { room, brush }: Pencil,
  points: readonly (readonly [number, number])[],
  colour: string,
  shade = 0,
): void {
  brush.fillStyle = tone(room, colour, shade)
  brush.beginPath()
  for (const [x, y] of points) brush.lineTo(x, y)
  brush.fill()
}

/** The soft shadow under a thing that stands on the floor. */
export function shadow({ brush }: Pencil, x: number, y: number, reach: number, flatness = 0.22, strength = 0.42): void {
  brush.save()
  brush.translate(x, y)
  brush.scale(1, flatness)
  const dark = brush.createRadialGradient(0, 0, reach * 0.3, 0, 0, reach)
  dark.addColorStop(0, `rgba(34,18,40,${strength})`)
  dark.addColorStop(1, 'rgba(34,18,40,0)')
  brush.fillStyle = dark
  brush.fillRect(-reach, -reach, reach * 2, reach * 2)
  brush.restore()
}

/** A light's halo; `strength` 0 to 1. */
export function glow(
  { brush }: Pencil,
  x: number,
  y: number,
  reach: number,
  colour: readonly [number, number, number],
  strength: number,
): void {
  const [red, green, blue] = colour
  const shine = brush.createRadialGradient(x, y, 0, x, y, reach)
  shine.addColorStop(0, `rgba(${red},${green},${blue},${strength})`)
  shine.addColorStop(0.3, `rgba(${red},${green},${blue},${strength * 0.42})`)
  shine.addColorStop(1, `rgba(${red},${green},${blue},0)`)
  brush.save()
  brush.globalCompositeOperation = 'screen'
  brush.fillStyle = shine
  brush.fillRect(x - reach, y - reach, reach * 2, reach * 2)
  brush.restore()
}
