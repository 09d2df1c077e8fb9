/** What an actor throws on the ground, on water and before it: shadow, rings, the beam of its lamps. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Light } from '../sets/light.ts'
import { css } from '../sets/paint/colour.ts'
import type { Seen } from './draw-actor.ts'

/** A wide soft shadow, and a narrow dark one where the foot touches the ground; both pale as it rises. */
export function drawShadow(target: SKRSContext2D, { x, ground, width, height, stance }: Seen, light: Light): void {
  const high = Math.min(1, Math.max(0, stance.pose.up) * 1.6)
  const depth = (1 - light.darkness * 0.25) * (1 - high * 0.6) * stance.pose.alpha
  const flat = Math.min(0.2, (height / width) * 0.13)
  const reach = width * 0.48 * (1 - high * 0.3)
  blot(target, x, ground, reach, flat, 0.4 * depth)
  if (stance.pose.contact > 0.1) blot(target, x, ground, reach * 0.74, flat * 0.55, 0.5 * depth * stance.pose.contact)
}

function blot(target: SKRSContext2D, x: number, y: number, reach: number, flat: number, depth: number): void {
  target.save()
  target.translate(x, y)
  target.scale(1, flat)
  const dark = target.createRadialGradient(0, 0, reach * 0.15, 0, 0, reach)
  dark.addColorStop(0, css([16, 18, 40], depth))
  dark.addColorStop(0.55, css([16, 18, 40], depth * 0.5))
  dark.addColorStop(1, css([16, 18, 40], 0))
  target.fillStyle = dark
  target.fillRect(-reach, -reach, reach * 2, reach * 2)
  target.restore()
}

/** Rings that widen about what lies in the water. */
export function drawRipple(target: SKRSContext2D, { x, ground, width }: Seen, light: Light, seconds: number): void {
  target.save()
  target.strokeStyle = css(light.sun.glow)
  for (let ring = 0; ring < 3; ring++) {
    const share = (seconds * 0.55 + ring / 3) % 1
    target.globalAlpha = 0.5 * (1 - share)
    target.lineWidth = Math.max(1, width * 0.012)
    target.beginPath()
    target.ellipse(x, ground, width * (0.4 + share * 0.4), width * (0.045 + share * 0.05), 0, 0, Math.PI * 2)
    target.stroke()
  }
  target.restore()
}

/** From the hand that holds it to the foot of what flies on it. */
export function drawString(target: SKRSContext2D, kite: Seen, holder: Seen): void {
  const side = Math.sign(kite.x - holder.x) || 1
  const [x, y] = [holder.x + side * holder.width * 0.42, holder.y - holder.height * 0.48]
  target.save()
  target.strokeStyle = 'rgba(60,50,70,0.75)'
  target.lineWidth = Math.max(1, holder.height * 0.006)
  target.beginPath()
  target.moveTo(x, y)
  target.quadraticCurveTo(kite.x, y, kite.x, kite.y - kite.height * 0.2)
  target.stroke()
  target.restore()
}

/** A beam from the front of a vehicle, low over the road. */
export function drawHeadlight(target: SKRSContext2D, { x, y, width, height, stance }: Seen, light: Light): void {
  const ahead = Math.sign(stance.facing)
  const [lampX, lampY] = [x + ahead * width * 0.47, y - height * 0.34]
  const reach = width * 1.5
  target.save()
  target.globalCompositeOperation = 'lighter'
  const beam = target.createRadialGradient(lampX, lampY, 0, lampX, lampY, reach)
  beam.addColorStop(0, `rgba(255,240,190,${0.75 * light.darkness})`)
  beam.addColorStop(0.1, `rgba(255,232,170,${0.34 * light.darkness})`)
  beam.addColorStop(1, 'rgba(255,220,150,0)')
  target.fillStyle = beam
  target.beginPath()
  target.moveTo(lampX - ahead * width * 0.02, lampY - height * 0.04)
  target.lineTo(lampX + ahead * reach, lampY - height * 0.1)
  target.lineTo(lampX + ahead * reach, lampY + height * 0.52)
  target.lineTo(lampX - ahead * width * 0.02, lampY + height * 0.06)
  target.fill()
  target.restore()
}
