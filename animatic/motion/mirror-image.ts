/** An actor and what it carries upside down on the water, in wavering rows. */
import type { Actor } from './actor.ts'
import { type CastScene, drawFigure, type Seen, seeActor } from './draw-actor.ts'

/** Up to this share of its height a step lifts the foot no higher than the splash it makes: the image stays with it. */
const stepShare = 0.16
/** Pixels of one row. */
const rowHeight = 3
const alphaAtFoot = 0.42

/**
 * Mirrors the figures as they are posed about the line of the foot `seen`, so that the image begins exactly where they
 * end; of one that leaps clear of the water it keeps the distance.
 */
export function drawMirrorImage(figures: readonly Actor[], seen: Seen, scene: CastScene): void {
  const { target, scratch, seconds } = scene
  const line = Math.round(Math.max(seen.y, seen.ground - seen.height * stepShare))
  const box = boxOf(figures, line, scene)
  if (box.height < 1 || box.width < 1) return
  const brush = scratch.getContext('2d')
  brush.clearRect(box.left, box.top, box.width, box.height)
  brush.save()
  brush.beginPath()
  brush.rect(box.left, box.top, box.width, box.height)
  brush.clip()
  for (const figure of figures) drawFigure(brush, figure, seeActor(figure, scene), seconds)
  brush.restore()
  target.save()
  const rows = Math.ceil(box.height / rowHeight)
  for (let row = 0; row < rows; row++) {
    const part = row / rows
    const source = line - (row + 1) * rowHeight
    if (source < box.top) break
    target.globalAlpha = alphaAtFoot * (1 - part) ** 0.9
    const shift = Math.sin(part * 24 - seconds * 5) * seen.width * 0.012 * part * 3
    target.save()
    target.translate(box.left + shift, line + row * rowHeight)
    target.scale(1, -1)
    target.drawImage(scratch, box.left, source, box.width, rowHeight, 0, -rowHeight, box.width, rowHeight)
    target.restore()
  }
  target.restore()
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** What of the figures is above the line, within the frame. */
function boxOf(figures: readonly Actor[], line: number, scene: CastScene): Box {
  const { width, height } = scene.target.canvas
  const all = figures.map((figure) => seeActor(figure, scene))
  const reach = Math.max(...all.map((one) => Math.max(one.width, one.height) * 0.7))
  const left = Math.max(0, Math.floor(Math.min(...all.map(({ x }) => x)) - reach))
  const right = Math.min(width, Math.ceil(Math.max(...all.map(({ x }) => x)) + reach))
  const top = Math.max(0, Math.floor(Math.min(...all.map((one) => one.y - one.height * 1.2))))
  return { left, top, width: right - left, height: Math.min(line, height) - top }
}
