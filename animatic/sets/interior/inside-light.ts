/** The light inside a house: daylight softened by walls, and lamps when it is dark out. */
import type { Light } from '../light.ts'
import { darken, hex, lighten, mix } from '../paint/colour.ts'

/** `lamps` is the colour of the lamps; `lampShare` how much they add by day. */
export function insideLight(outside: Light, lamps = '#ffd7a0', lampShare = 0.3): Light {
  const { darkness } = outside
  const lamp = hex(lamps)
  // Lamps are on when it is dark outside: a room is never as blue as the night.
  const ambient = mix(mix(outside.ambient, [255, 250, 240], 0.35), lamp, lampShare + darkness * (0.86 - lampShare))
  const dimmed = darken(ambient, 0.36 * darkness)
  return {
    ...outside,
    ambient: dimmed,
    haze: mix(dimmed, lamp, 0.3),
    hazeShare: 0.1,
    darkness: darkness * 0.25,
    sun: { ...outside.sun, glow: mix(outside.sun.glow, lighten(lamp, 0.3), darkness) },
    sky: [mix(outside.sky[0] ?? dimmed, hex('#3a2440'), 0.5), ...outside.sky.slice(1)],
  }
}
