/** Fog in layers: banks that lie low and drift past each other, the nearer ones faster. */
import { lighten } from '../paint/colour.ts'
import { paintMist } from '../paint/puffs.ts'
import type { Layer, SetOrder } from '../place.ts'

const banks = [
  { depth: 0.3, y: 0.5, tall: 0.2, alpha: 0.55, count: 9 },
  { depth: 0.7, y: 0.66, tall: 0.24, alpha: 0.5, count: 8 },
  { depth: 1.2, y: 0.94, tall: 0.26, alpha: 0.75, count: 8 },
]

export function paintFog(order: SetOrder): Layer[] {
  const { height, light } = order
  const colour = lighten(light.haze, 0.15 * (1 - light.darkness))
  return banks.map(({ y, tall, ...bank }) => paintMist(order, { ...bank, y: y * height, tall: tall * height, colour }))
}
