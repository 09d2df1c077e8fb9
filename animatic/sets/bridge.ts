/** On a suspension bridge: the deck under foot, cables that swing up to the towers, a wide water and its hills beyond. */
import { lit } from './light.ts'
import { paintBoat } from './paint/boat.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex } from './paint/colour.ts'
import { paintFence } from './paint/fence.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand } from './paint/land.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { scenery } from './paint/scenery.ts'
import { paintBox, paintGlow, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintTowers } from './paint/towers.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const reds = ['#cf5238', '#c8503c', '#bf5a4a', '#4f8a8a'] as const

export function paintBridge(order: SetOrder): Place {
  const { width, height, season, weather, random } = order
  const unit = Math.min(width, height)
  const shore = height * 0.56
  const deck = height * 0.725
  const colour = reds[Math.floor(random() * reds.length)] ?? reds[0]
  return {
    backdrop: [
      ...paintSky(order, shore),
      ...paintClouds(order, shore),
      ridgeBand(order, {
        depth: 0.06,
        colour: '#7f94b8',
        crest: shore - unit * 0.22,
        foot: shore - unit * 0.02,
        bottom: shore + 2,
        feature: width * 0.5,
        ruggedness: 0.5,
        distance: 0.84,
      }),
      paintTowers(order, {
        depth: 0.12,
        ground: shore,
        low: unit * 0.03,
        high: unit * 0.2,
        wide: unit * 0.05,
        distance: 0.72,
        gap: 0.3,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: season === 'winter' ? '#cbd6e3' : season === 'autumn' ? '#b0884f' : '#6f9474',
        crest: shore - unit * 0.1,
        foot: shore,
        bottom: shore + 3,
        feature: width * 0.8,
        ruggedness: 0.3,
        distance: 0.55,
      }),
    ],
    water: { top: shore, colour: '#3a78a0', roughness: weather === 'storm' || weather === 'wind' ? 0.6 : 0.26 },
    ground: [
      paintBoat(order, {
        depth: 0.5,
        x: width * 0.24,
        y: shore + unit * 0.035,
        long: unit * 0.09,
        distance: 0.3,
        kind: 'sail',
      }),
      paintBoat(order, {
        depth: 0.56,
        x: width * 0.86,
        y: shore + unit * 0.06,
        long: unit * 0.12,
        distance: 0.26,
        kind: 'fishing',
      }),
      paintStripe(order, { depth: 0.78, top: deck - unit * 0.045, bottom: deck + unit * 0.02, colour, distance: 0.2 }),
      cables(order, { depth: 0.84, deck, tall: 1.1, colour, distance: 0.08 }),
      paintPaving(order, { top: deck, far: '#7a7f8a', near: '#565b66', kind: 'tar' }),
      paintStripe(order, {
        top: deck,
        bottom: deck + unit * 0.03,
        colour: season === 'winter' ? '#eef3fa' : '#b4b0ac',
        distance: 0.12,
      }),
      lines(order, height * 0.915),
      paintFence(order, {
        depth: 0.96,
        y: deck + unit * 0.016,
        tall: unit * 0.1,
        kind: 'railing',
        colour,
        distance: 0.06,
      }),
      ...paintLampRow(order, {
        depth: 0.97,
        foot: deck + unit * 0.02,
        tall: unit * 0.36,
        at: [0.38, 0.88],
        span: 1.5,
        distance: 0.04,
        kind: 'arm',
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon: shore,
    floor: height * 0.87,
    mooring: deck - unit * 0.06,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

interface CablesOrder {
  depth: number
  deck: number
  /** The towers' height as a share of what is above the deck. */
  tall: number
  colour: string
  distance: number
}

/** A tower near one side of the frame, and the cable that sags from it to the next, with its hangers. */
function cables(order: SetOrder, { depth, deck, tall, colour, distance }: CablesOrder): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const span = 1.55
  const top = -height * 0.12
  const high = Math.min(deck * tall, unit * 1.1)
  const tones = tonesAt(light, distance)
  const paint = tones.flat(colour)
  const wide = unit * 0.07 * (0.6 + depth * 0.5)
  return scenery(order, { depth, top, bottom: deck + unit * 0.1, span }, (band) => {
    const { target, period } = band
    const foot = period * 0.16
    const cableAt = (x: number) => {
      const share = ((((x - foot) % period) + period) % period) / period
      return deck - unit * 0.08 - (high * 0.9 - unit * 0.08) * (Math.abs(share - 0.5) * 2) ** 2
    }
    target.strokeStyle = css(lit(hex(colour), light, distance), 0.75)
    target.lineWidth = Math.max(1, unit * 0.0035)
    target.beginPath()
    for (let hanger = 0; hanger < 44; hanger++) {
      const x = ((hanger + 0.5) / 44) * period
      target.moveTo(x, cableAt(x))
      target.lineTo(x, deck + unit * 0.02)
    }
    target.stroke()
    target.strokeStyle = paint
    for (const [behind, thick] of [
      [unit * 0.035, 0.008],
      [0, 0.013],
    ] as const) {
      target.lineWidth = unit * thick
      target.beginPath()
      for (let x = -4; x <= period + 6; x += 5) target.lineTo(x, cableAt(x + behind) - behind * 0.3)
      target.stroke()
    }
    band.place(foot, wide * 2, (x) => {
      paintBox(target, x - wide / 2, deck - high, wide, high + unit * 0.1, tones.sides(colour))
      for (let beam = 0; beam < 4; beam++) {
        const y = deck - high * (0.96 - beam * 0.25)
        paintBox(target, x - wide * 0.62, y, wide * 1.24, wide * 0.24, tones.sides(colour))
        target.fillStyle = tones.flat('#3a2f3a', 0.28)
        target.fillRect(x - wide * 0.2, y + wide * 0.5, wide * 0.4, high * 0.25 - wide * 0.8)
      }
    })
    if (!lampsAreOn(light)) return
    for (let lamp = 0; lamp < 22; lamp++) {
      const x = ((lamp + 0.5) / 22) * period
      paintGlow(target, x, cableAt(x), unit * 0.022, hex('#fff0c0'), 0.9)
    }
  })
}

/** Dashes along the road. */
function lines(order: SetOrder, y: number): Layer {
  const { height, light } = order
  return scenery(order, { depth: 1, top: y, bottom: y + height * 0.02, span: 1.5 }, ({ target, period }) => {
    target.fillStyle = css(lit(hex('#f5ecd0'), light, 0.04), 0.85)
    for (let dash = 0; dash <= 9; dash++)
      target.fillRect((dash / 9) * period, y, (period / 9) * 0.5, Math.max(2, height * 0.009))
  })
}
