/** A roller coaster: hills of track on a lattice of posts, and a train that races over them. */
import type { Layer, SetOrder } from '../place.ts'
import { pinned } from './pinned.ts'
import { scenery, usualSpan } from './scenery.ts'
import { paintLine, tonesAt } from './shapes.ts'

export interface CoasterOrder {
  depth: number
  foot: number
  tall: number
  distance: number
}

export function paintCoaster(order: SetOrder, { depth, foot, tall, distance }: CoasterOrder): Layer[] {
  const { width, light } = order
  const tones = tonesAt(light, distance)
  const period = Math.round(width * usualSpan)
  const [rail, post] = [tones.flat('#e0503f'), tones.flat('#dfe3ea', 0.75)]
  const heightAt = (x: number) => {
    const turn = (x / period) * Math.PI * 2
    return foot - tall * (0.46 + 0.32 * Math.sin(turn * 3 + 0.6) + 0.2 * Math.sin(turn * 2 - 1))
  }
  const track = scenery(order, { depth, top: foot - tall * 1.05, bottom: foot + 2 }, ({ target }) => {
    const posts = Math.round(period / (tall * 0.16))
    const gap = period / posts
    for (let x = -gap; x <= period + 2; x += gap) {
      paintLine(target, [x, foot, x, heightAt(x)], Math.max(1, tall * 0.012), post)
      paintLine(
        target,
        [x, foot - (foot - heightAt(x)) * 0.5, x + gap, foot - (foot - heightAt(x + gap)) * 0.85],
        Math.max(1, tall * 0.006),
        post,
      )
    }
    for (const [lift, thick] of [
      [0, 0.034],
      [0.045, 0.014],
    ] as const) {
      const points: number[] = []
      for (let x = -4; x <= period + 6; x += 4) points.push(x, heightAt(x) + lift * tall)
      paintLine(target, points, Math.max(1, tall * thick), rail)
    }
  })
  const colours = ['#f2b441', '#4fa3d8', '#6cb668', '#c77fd0'].map((colour) => tones.flat(colour))
  const train = pinned({ depth, period, x: 0, reach: period }, (target, seconds) => {
    const lead = (seconds * width * 0.16) % period
    for (let car = 0; car < 5; car++) {
      const x = lead - car * tall * 0.125
      const slope = (heightAt(x + 3) - heightAt(x - 3)) / 6
      target.save()
      target.translate(x, heightAt(x))
      target.rotate(Math.atan(slope))
      target.fillStyle = colours[car % colours.length] ?? rail
      target.fillRect(-tall * 0.055, -tall * 0.075, tall * 0.11, tall * 0.06)
      target.fillStyle = tones.flat('#f0c8a0')
      target.beginPath()
      target.arc(-tall * 0.02, -tall * 0.095, tall * 0.02, 0, Math.PI * 2)
      target.arc(tall * 0.028, -tall * 0.095, tall * 0.02, 0, Math.PI * 2)
      target.fill()
      target.restore()
    }
  })
  return [track, train]
}
