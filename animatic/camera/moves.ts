/** The camera's moves over one shot: eased, small enough that a subject stays in the frame. */
import type { CameraMove } from '../script/shot-plan.ts'
import type { View } from './view.ts'

export interface CameraOrder {
  move: CameraMove
  /** Seconds of the shot. */
  seconds: number
  width: number
  height: number
  /** The point of interest at the start of the shot, pixels. */
  focusX: number
  focusY: number
}

/** Shares of the frame moved, and of the zoom added, from -1 to 1 over the shot. */
interface Swing {
  x?: number
  y?: number
  from?: number
  to?: number
  lens?: number
  /** 1 turns the camera up over the shot, -1 down. */
  turn?: number
}

const swings: Partial<Record<CameraMove, Swing>> = {
  static: { from: 1.02, to: 1.035 },
  'pan-left': { x: -0.11, from: 1.06, to: 1.06 },
  'pan-right': { x: 0.11, from: 1.06, to: 1.06 },
  'tilt-up': { turn: 1, from: 1.17, to: 1.17, lens: 1 },
  'tilt-down': { turn: -1, from: 1.17, to: 1.17, lens: 1 },
  'zoom-in': { from: 1, to: 1.26, lens: 1 },
  'zoom-out': { from: 1.26, to: 1, lens: 1 },
  'dolly-in': { from: 1, to: 1.28, lens: 0.1 },
  'dolly-out': { from: 1.28, to: 1, lens: 0.1 },
  tracking: { x: 0.015, from: 1, to: 1 },
  'crane-up': { y: -0.07, from: 1.16, to: 1.02, lens: 0.3 },
  'crane-down': { y: 0.06, from: 1.02, to: 1.16, lens: 0.3 },
  steady: { x: 0.06, from: 1.03, to: 1.1, lens: 0.2 },
  'rack-focus': { from: 1.03, to: 1.06 },
  'over-the-shoulder': { x: 0.005, from: 1.02, to: 1.14, lens: 0.15 },
  aerial: { x: 0.05, y: -0.05, from: 1, to: 1.12, lens: 0.2 },
}

/** The view at a moment of the shot, but for `scroll`, which is the subject's doing. */
export function cameraMove(order: CameraOrder): (seconds: number) => View {
  const { move, width, height, focusX, focusY } = order
  const rest: View = { x: 0, y: 0, scroll: 0, scrollSpeed: 0, zoom: 1, lens: 0.5, focusX, focusY }
  if (move === 'orbit') {
    return (seconds) => {
      const turn = Math.sin((seconds / order.seconds - 0.5) * Math.PI * 0.9)
      return {
        ...rest,
        x: turn * width * 0.07,
        scroll: turn * width * 0.12,
        zoom: 1.1 + 0.03 * (1 - turn * turn),
        lens: 0.2,
      }
    }
  }
  if (move === 'handheld') {
    return (seconds) => ({
      ...rest,
      x: width * 0.008 * (Math.sin(seconds * 1.7) + 0.6 * Math.sin(seconds * 3.9 + 1)),
      y: height * 0.007 * (Math.sin(seconds * 2.1 + 2) + 0.6 * Math.sin(seconds * 4.7)),
      zoom: 1.07 + 0.012 * Math.sin(seconds * 0.9),
      lens: 0.6,
    })
  }
  if (move === 'shake') return trembling(rest, order)
  const { x = 0, y = 0, from = 1, to = 1, lens = 0.5, turn = 0 } = swings[move] ?? swings.static ?? {}
  return (seconds) => {
    const share = eased(seconds / order.seconds)
    return {
      ...rest,
      x: width * x * (share - 0.5) * 2,
      y: height * y * (share - 0.5),
      zoom: from + (to - from) * share,
      lens,
      // A turned picture has as much to spare above as below.
      ...(turn === 0 ? {} : { focusY: height / 2, lookDown: height * lookedDown(turn > 0 ? share : 1 - share) }),
      ...(move === 'rack-focus' ? { blur: pulledFocus(seconds / order.seconds) } : {}),
    }
  }
}

/** From well below the level to a little above it, where the subject's feet are still in the frame. */
function lookedDown(share: number): number {
  return 0.072 - 0.104 * share
}

/** Trembles at several paces that never meet, as the ground does; harder and softer by turns. */
function trembling(rest: View, { width, height }: CameraOrder): (seconds: number) => View {
  return (seconds) => {
    const force = 0.7 + 0.3 * Math.sin(seconds * 1.9)
    return {
      ...rest,
      x: width * 0.011 * force * (Math.sin(seconds * 23) + 0.6 * Math.sin(seconds * 37.7 + 1)),
      y: height * 0.013 * force * (Math.sin(seconds * 27.1 + 2) + 0.6 * Math.sin(seconds * 41.3)),
      zoom: 1.1,
      lens: 0.8,
    }
  }
}

/** The lens is focused on what is near for a third of the shot, then turned to what is far. */
function pulledFocus(share: number): { near: number; far: number } {
  const part = Math.min(1, Math.max(0, (share - 0.3) / 0.35))
  const pulled = part * part * (3 - 2 * part)
  return { near: pulled, far: 1 - pulled }
}

/** Starts and ends softly but never quite stands still: 0 to 1, and back again in a shot that goes on. */
function eased(share: number): number {
  const turn = Math.abs(share) % 2
  const part = turn > 1 ? 2 - turn : turn
  return 0.3 * part + 0.7 * part * part * (3 - 2 * part)
}
