/**
 * The space of an interior in one-point perspective: metres across from the frame's middle, metres up
 * from the floor, and a depth as layers count it. A thing at depth d is d times as large as where the
 * subject stands, so what is drawn to scale stays in perspective under every camera move.
 */
import { lightOf } from '../light.ts'
import { css, darken, hex, lighten, mix } from '../paint/colour.ts'
import type { SetOrder } from '../place.ts'
import { insideLight } from './inside-light.ts'

/** Metres from the floor to the lens. */
export const eyeHeight = 1.76
/** Pixels of the frame's useful side that one metre takes where the subject stands. */
const metreShare = 0.25
/** The useful side of a portrait frame is its width and a little more, as for subjects. */
const portraitShare = 1.12

export interface Room {
  /** With the light that is inside. */
  order: SetOrder
  /** With the light out of the window. */
  outside: SetOrder
  /** Pixels of one metre where the subject stands. */
  metre: number
  /** Pixels from the frame's top: the eye's height, which is where depth 0 lies, and the subject's feet. */
  eye: number
  floor: number
  /** The back wall's depth. */
  wall: number
  /** Metres from the floor to the ceiling; more in a portrait frame. */
  ceiling: number
  /** 0 with daylight, 1 when only the lamps shine. */
  dark: number
}

export interface RoomOrder {
  /** The back wall's depth, 0.68 unless told: less is a deeper room. */
  wall?: number
  /** Metres; raised until the ceiling takes no more than the upper fifth of the frame, a quarter of a portrait one. */
  ceiling?: number
  /** The colour of the lamps. */
  lamps?: string
  /** How much the lamps light the room by day, 0 to 1. */
  lampShare?: number
}

export function openRoom(order: SetOrder, { wall = 0.68, ceiling = 3.2, lamps, lampShare }: RoomOrder = {}): Room {
  const { width, height } = order
  const metre = metreShare * Math.min(height, width * portraitShare)
  const floor = height * 0.86
  const eye = floor - eyeHeight * metre
  const foot = eye + eyeHeight * metre * wall
  return {
    order: { ...order, light: insideLight(order.light, lamps, lampShare) },
    outside: { ...order, light: order.light ?? lightOf(order.timeOfDay, order.weather) },
    metre,
    eye,
    floor,
    wall,
    ceiling: Math.max(ceiling, (foot - height * (height > width ? 0.25 : 0.18)) / (metre * wall)),
    dark: Math.min(1, Math.max(0, (order.light.darkness - 0.15) / 0.6)),
  }
}

/** Pixels from the frame's top of a point `up` metres above the floor at `depth`. */
export function rowAt({ eye, metre }: Room, depth: number, up = 0): number {
  return eye + (eyeHeight - up) * metre * depth
}

/** Metres from the frame's middle to its side at `depth`. */
export function halfWidth({ order, metre }: Room, depth: number): number {
  return order.width / 2 / (metre * depth)
}

/** A surface's colour in the room's light as CSS: `shade` above 0 lightens it, below 0 darkens it. */
export function tone({ order: { light } }: Room, colour: string, shade = 0, alpha = 1): string {
  const [red, green, blue] = hex(colour)
  const [r, g, b] = light.ambient
  const under = [(red * r) / 255, (green * g) / 255, (blue * b) / 255] as const
  const warmed = shade > 0 ? mix(lighten(under, shade), light.sun.glow, shade * 0.3) : darken(under, -shade)
  return css(shade < 0 ? mix(warmed, [48, 26, 52], -shade * 0.22) : warmed, alpha)
}
