/** The light of a shot: what the time of day and the weather do to every colour of a place. */
import type { TimeOfDay, Weather } from '../script/shot-plan.ts'
import { type Colour, darken, fade, hex, lighten, mix, multiply } from './paint/colour.ts'

export interface Light {
  /** The sky's colours from the zenith down to the horizon. */
  sky: readonly Colour[]
  /** What distance fades into. */
  haze: Colour
  /** How soon distance fades, 0 to 1. */
  hazeShare: number
  /** What surfaces are lit with; white changes nothing. */
  ambient: Colour
  sun: { colour: Colour; glow: Colour; height: number; size: number; isMoon: boolean; strength: number }
  /** 0 by day, 1 at night: stars, lit windows and headlights follow it. */
  darkness: number
  cloud: { light: Colour; shade: Colour; cover: number }
}

interface Hour {
  sky: readonly string[]
  haze: string
  ambient: string
  sun: string
  glow: string
  /** Of the sun above the horizon, as a share of the sky's height. */
  height: number
  darkness: number
  cloudLight: string
  cloudShade: string
}

const hours: Record<TimeOfDay, Hour> = {
  dawn: {
    sky: ['#3f5a9e', '#8b86c0', '#f0b5b4', '#ffdfb8'],
    haze: '#f0c3bd',
    ambient: '#e8d3dc',
    sun: '#fff3d6',
    glow: '#ffd2a0',
    height: 0.1,
    darkness: 0.15,
    cloudLight: '#ffe3dc',
    cloudShade: '#b79ac0',
  },
  morning: {
    sky: ['#3f8fd8', '#7ebcec', '#c3e2f2', '#fdf1d8'],
    haze: '#dcebee',
    ambient: '#fff6e6',
    sun: '#fffbe6',
    glow: '#fff0c0',
    height: 0.42,
    darkness: 0,
    cloudLight: '#ffffff',
    cloudShade: '#c4d6ea',
  },
  day: {
    sky: ['#2f80d0', '#61abe6', '#a4d4f2', '#dff1f7'],
    haze: '#cfe6f2',
    ambient: '#ffffff',
    sun: '#fffdf0',
    glow: '#fff8da',
    height: 0.72,
    darkness: 0,
    cloudLight: '#ffffff',
    cloudShade: '#bcd2ea',
  },
  'golden-hour': {
    sky: ['#3468b0', '#82a3ca', '#f5bf8c', '#ffd98c'],
    haze: '#f6cf9c',
    ambient: '#ffe6c2',
    sun: '#fff6d0',
    glow: '#ffcc70',
    height: 0.24,
    darkness: 0.05,
    cloudLight: '#fff0cf',
    cloudShade: '#df9f86',
  },
  sunset: {
    sky: ['#263a7d', '#7a549a', '#e8776e', '#ffb765'],
    haze: '#f0936f',
    ambient: '#ffcfb0',
    sun: '#fff0b8',
    glow: '#ffb050',
    height: 0.12,
    darkness: 0.2,
    cloudLight: '#ffc49a',
    cloudShade: '#9a5a86',
  },
  dusk: {
    sky: ['#141b4d', '#3a3a80', '#8a5b96', '#e39a8c'],
    haze: '#8a6a9e',
    ambient: '#a99cc8',
    sun: '#ffe2c0',
    glow: '#f09a80',
    height: 0.03,
    darkness: 0.6,
    cloudLight: '#c58aa6',
    cloudShade: '#544a86',
  },
  night: {
    sky: ['#060b26', '#0d1b47', '#1c3268', '#3a5688'],
    haze: '#2b4373',
    ambient: '#7d93cf',
    sun: '#fdf8e2',
    glow: '#b9d0ff',
    height: 0.68,
    darkness: 1,
    cloudLight: '#5a6ea4',
    cloudShade: '#1e2b58',
  },
}

/** How much each weather greys the light, dims it, thickens the haze, hides the sun and fills the sky with cloud. */
const weathers: Record<Weather, { grey: number; dim: number; haze: number; sun: number; cover: number }> = {
  clear: { grey: 0, dim: 0, haze: 0.42, sun: 1, cover: 0.3 },
  cloudy: { grey: 0.35, dim: 0.06, haze: 0.5, sun: 0.45, cover: 0.85 },
  rain: { grey: 0.5, dim: 0.2, haze: 0.62, sun: 0.1, cover: 1 },
  snow: { grey: 0.4, dim: 0.04, haze: 0.62, sun: 0.25, cover: 0.8 },
  fog: { grey: 0.45, dim: 0.04, haze: 0.85, sun: 0.3, cover: 0.5 },
  storm: { grey: 0.55, dim: 0.4, haze: 0.6, sun: 0, cover: 1 },
  wind: { grey: 0.08, dim: 0, haze: 0.45, sun: 0.9, cover: 0.6 },
}

export function lightOf(timeOfDay: TimeOfDay, weather: Weather): Light {
  const hour = hours[timeOfDay]
  const change = weathers[weather]
  const under = (text: string) => darken(overcast(hex(text), change.grey), change.dim)
  const sky = hour.sky.map(under)
  const veil = mix(sky[sky.length - 1] ?? under(hour.haze), under(hour.haze), 0.5)
  return {
    // Fog hides the blue overhead as well.
    sky: sky.map((colour, index) =>
      mix(colour, veil, weather === 'fog' ? 0.82 : (change.haze - 0.42) * (0.6 + index * 0.2)),
    ),
    haze: under(hour.haze),
    hazeShare: change.haze,
    ambient: darken(overcast(hex(hour.ambient), change.grey * 0.7), change.dim * 0.7),
    sun: {
      colour: hex(hour.sun),
      glow: hex(hour.glow),
      height: hour.height,
      size: timeOfDay === 'night' ? 0.045 : 0.055,
      isMoon: timeOfDay === 'night',
      strength: change.sun,
    },
    darkness: Math.min(1, hour.darkness + change.dim * 0.5),
    cloud: { light: under(hour.cloudLight), shade: under(hour.cloudShade), cover: change.cover },
  }
}

/** What every surface of one light is multiplied with to stand in another, darker one; white where that is brighter. */
export function gradeTo(from: Light, to: Light): Colour {
  const part = (index: 0 | 1 | 2) => Math.min(255, (255 * to.ambient[index]) / Math.max(1, from.ambient[index]))
  return [part(0), part(1), part(2)]
}

/** Light that came through cloud: less colourful, and cooler. */
function overcast(colour: Colour, share: number): Colour {
  return multiply(fade(colour, share), mix([255, 255, 255], [226, 240, 255], share))
}

/** A surface's own colour as it shows at a distance: 0 is at the lens, 1 at the horizon. */
export function lit(colour: Colour, light: Light, distance: number): Colour {
  return mix(multiply(colour, light.ambient), light.haze, distance * (0.35 + light.hazeShare * 0.65))
}

/** The side of a thing that faces the sun, and the side that does not. */
export function sides(colour: Colour, light: Light, distance: number): { bright: Colour; dark: Colour } {
  const middle = lit(colour, light, distance)
  return {
    bright: mix(lighten(middle, 0.12), light.sun.glow, 0.22 * light.sun.strength * (1 - light.darkness * 0.6)),
    dark: mix(darken(middle, 0.28), light.sky[0] ?? light.haze, 0.18),
  }
}
