/** How several of one kind stand together. */
import type { Random } from '../random.ts'

export interface Spot {
  /** From the group's middle, in shares of one member's width and height; positive is right and down. */
  right: number
  down: number
  size: number
}

/** More than these stand in a second row. */
const mostInRow = 5

/** Spots for `count` members, the furthest first; `free` groups float or fly and spread upwards too. */
export function formation(count: number, free: boolean, random: Random): Spot[] {
  if (count === 1) return [{ right: 0, down: 0, size: 1 }]
  const spots = free && count > mostInRow ? flock(count, random) : herd(count, free, random)
  return spots.sort((one, other) => one.down - other.down)
}

/** Vogel's sunflower spiral (1979) spreads any number evenly. */
function flock(count: number, random: Random): Spot[] {
  const golden = Math.PI * (3 - Math.sqrt(5))
  return Array.from({ length: count }, (_, index) => {
    const out = Math.sqrt(index + 0.5) * 0.78
    const turn = index * golden + 0.6
    return {
      right: Math.cos(turn) * out * 1.25 + (random() - 0.5) * 0.3,
      down: Math.sin(turn) * out * 0.72 + (random() - 0.5) * 0.25,
      size: 0.72 + random() * 0.4,
    }
  })
}

/** In one row each has its own place; those of a second row look through the gaps of the first. */
function herd(count: number, free: boolean, random: Random): Spot[] {
  const rows = Math.ceil(count / mostInRow)
  return Array.from({ length: count }, (_, index) => {
    const row = index % rows
    const column = Math.floor(index / rows)
    const columns = Math.ceil(count / rows)
    const uneven = (column % 2 === 0 ? 0 : -0.12) * (free ? 3 : 1)
    const down = (row - (rows - 1)) * 0.3 + uneven + (random() - 0.5) * 0.05
    return {
      right: (column - (columns - 1) / 2 + (row % 2) * 0.5) * 1.14 + (random() - 0.5) * 0.06,
      down,
      size: (0.92 + random() * 0.08) * (1 + Math.min(0, down) * 0.25),
    }
  })
}

/** How much smaller each member is drawn so that the group fits where one stood. */
export function memberScale(count: number): number {
  return count === 1 ? 1 : Math.max(0.3, 1.02 / count ** 0.34)
}
