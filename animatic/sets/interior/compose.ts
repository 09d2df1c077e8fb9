/** Puts an interior together, so that each set says only what stands where. */
import type { Layer, Place } from '../place.ts'
import { motes } from './beams.ts'
import { ceilingOf, type FloorOrder } from './floors.ts'
import { mural, type Paint } from './layers.ts'
import type { Outlook } from './outlook.ts'
import { type Room, rowAt } from './space.ts'
import { cutWindow, type FrameOrder, type Opening, viewThrough } from './window.ts'

/** Metres after which a back wall repeats: more than any frame shows. */
export const wallPeriod = 16

/** A row of windows high up, where a portrait frame shows a tall wall. */
export function clerestory(room: Room, step = 1.9): Opening[] {
  const height = room.ceiling - 4.1
  if (height < 0.4) return []
  return [-3, -2, -1, 0, 1, 2, 3].map((index) => ({ x: index * step, y: 3.3, width: step * 0.6, height }))
}

export interface InteriorOrder {
  /** The back wall and what hangs on it. */
  wall: Paint
  openings?: readonly Opening[]
  frames?: FrameOrder
  outlook?: Outlook
  floor: Layer
  ceiling?: FloorOrder
  /** Behind the subject, far to near: on the wall and on the floor. */
  back: readonly Layer[]
  /** Before the subject. */
  front?: readonly Layer[]
  dust?: number
}

export function composeRoom(room: Room, order: InteriorOrder): Place {
  const { openings = [], frames, outlook, floor, ceiling, back, front = [], dust } = order
  const walls = mural(room, {
    depth: room.wall,
    period: wallPeriod,
    // Laps over the edges of ceiling and floor.
    high: room.ceiling + 0.06,
    low: -0.08,
    paint(pencil) {
      order.wall(pencil)
      for (const opening of openings) cutWindow(pencil, opening, opening.y > 3 ? { ...frames, curtains: '' } : frames)
    },
  })
  return {
    backdrop: [
      ...(openings.length > 0 ? [viewThrough(room, openings, wallPeriod, outlook)] : []),
      ...(rowAt(room, room.wall, room.ceiling) > -room.order.height * 0.1
        ? [ceilingOf(room, ceiling ?? { colour: '#efe4d2' })]
        : []),
      walls,
      floor,
    ],
    ground: back,
    foreground: [...front, motes(room, dust)],
    medium: 'ground',
    light: room.order.light,
    horizon: rowAt(room, room.wall),
    floor: room.floor,
    metre: room.metre,
    dust: 'none',
    indoors: true,
  }
}
