/** A palm that leans, ringed like its kind, with fronds that droop all round. Its foot is at (x, y). */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { sides } from '../light.ts'
import { css, hex, mix } from './colour.ts'
import type { Sides } from './shapes.ts'
import type { StandingOrder } from './standing.ts'

export function paintPalm(target: SKRSContext2D, x: number, y: number, height: number, order: StandingOrder): void {
  const { random, light, distance } = order
  const trunk = sides(hex('#8f6f4c'), light, distance)
  const leaf = sides(hex('#4f9a4a'), light, distance)
  const lean = (random() - 0.5) * height * 0.5
  const tall = height * 0.76
  const at = (share: number) => ({ x: x + lean * share ** 1.8, y: y - tall * share })
  const rings = 14
  for (let ring = 0; ring < rings; ring++) {
    const [low, high] = [at(ring / rings), at((ring + 1) / rings)]
    const half = height * (0.036 - 0.016 * (ring / rings))
    target.fillStyle = css(mix(trunk.bright, trunk.dark, ring % 2 ? 0.78 : 0.55))
    target.beginPath()
    target.moveTo(low.x - half, low.y)
    target.lineTo(high.x - half * 1.12, high.y - 1)
    target.lineTo(high.x + half * 1.12, high.y - 1)
    target.lineTo(low.x + half, low.y)
    target.fill()
  }
  const top = at(1)
  const fronds = 11
  for (let frond = 0; frond < fronds; frond++) {
    // From the back to the front: the ones that hang towards the lens come last and are the brightest.
    const side = frond % 2 ? 1 : -1
    const spread = 1 - frond / (fronds * 1.15)
    const reach = height * (0.3 + random() * 0.08) * (0.55 + spread * 0.5)
    paintPalmFrond(target, top, side * reach, reach * (0.75 - spread * 0.45) + height * 0.04 * random(), {
      bright: mix(leaf.dark, leaf.bright, 0.25 + (frond / fronds) * 0.75),
      dark: mix(leaf.dark, leaf.bright, (frond / fronds) * 0.5),
    })
  }
  target.fillStyle = css(trunk.dark)
  for (const [dx, dy] of [
    [-0.022, 0.02],
    [0.02, 0.026],
    [0, 0.04],
  ] as const) {
    target.beginPath()
    target.arc(top.x + dx * height, top.y + dy * height, height * 0.02, 0, Math.PI * 2)
    target.fill()
  }
}

/** A rib that arches `across` pixels to the side and `down` below its root, with leaflets along it. */
function paintPalmFrond(
  target: SKRSContext2D,
  root: { x: number; y: number },
  across: number,
  down: number,
  { bright, dark }: Sides,
): void {
  const rise = Math.abs(across) * 0.42
  const rib = (share: number) => ({
    x: root.x + across * share,
    y: root.y - rise * 4 * share * (1 - share) * 0.8 + down * share ** 1.6,
  })
  const leaflets = 12
  target.lineCap = 'round'
  for (const [colour, hang] of [
    [dark, 0.34],
    [bright, 0.2],
  ] as const) {
    target.strokeStyle = css(colour)
    target.lineWidth = Math.max(0.8, Math.abs(across) * 0.055)
    target.beginPath()
    target.moveTo(root.x, root.y)
    for (let leaflet = 1; leaflet <= leaflets; leaflet++)
      target.lineTo(rib(leaflet / leaflets).x, rib(leaflet / leaflets).y)
    for (let leaflet = 1; leaflet <= leaflets; leaflet++) {
      const share = leaflet / leaflets
      const from = rib(share)
      const long = Math.abs(across) * hang * Math.sin(Math.PI * (0.2 + share * 0.72))
      target.moveTo(from.x, from.y)
      target.lineTo(from.x + across * 0.09, from.y + long)
    }
    target.stroke()
  }
}
