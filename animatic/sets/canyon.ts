/** A canyon of red stone: buttes in the haze, layered walls to either side, a river far below the rim. */

import { lit, sides } from './light.ts'
import { paintCliff, raggedRim } from './paint/cliff.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, mix } from './paint/colour.ts'
import { paintTuft } from './paint/grass.ts'
import { groundBand } from './paint/land.ts'
import { pinned } from './paint/pinned.ts'
import { paintRock } from './paint/rock.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { fillShape } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const strata = ['#c8633d', '#dd8a54', '#b4512f', '#e8a871', '#c77748', '#a8452c'] as const

export function paintCanyon(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.6
  const white = season === 'winter'
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      buttes(order, { depth: 0.07, foot: horizon + unit * 0.03, tall: unit * 0.36, count: 11, distance: 0.86 }),
      buttes(order, { depth: 0.15, foot: horizon + unit * 0.06, tall: unit * 0.27, count: 5, distance: 0.62 }),
      floorBand(order, horizon),
      buttes(order, { depth: 0.3, foot: horizon + unit * 0.12, tall: unit * 0.36, count: 3, distance: 0.36 }),
      eagle(order),
      gates(order, horizon),
    ],
    ground: [
      groundBand(order, {
        depth: 1,
        top: horizon + unit * 0.13,
        far: white ? '#efe6e4' : '#e39a62',
        near: white ? '#d9c6c0' : '#b5623c',
        scatter: {
          count: 190,
          paint(target, x, y, share, own) {
            const luck = own()
            if (luck < 0.2) {
              const tones = sides(hex(strata[Math.floor(own() * 6)] ?? strata[0]), light, 0.12)
              paintRock(target, x, y, unit * (0.006 + share * 0.03 * own()), tones, own)
            } else if (luck < 0.42) {
              paintTuft(target, x, y, unit * (0.012 + share * 0.022), lit(hex('#a3a058'), light, 0.1), own, 6)
            } else {
              target.strokeStyle = css(lit(hex('#8f4a2c'), light, 0.1), 0.28)
              target.lineWidth = unit * 0.003 * (0.5 + share)
              target.beginPath()
              const long = unit * (0.02 + share * 0.09)
              target.moveTo(x - long, y)
              target.quadraticCurveTo(x, y + long * 0.08, x + long, y - long * 0.04)
              target.stroke()
            }
          },
        },
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: white ? 'snow' : 'dust',
  }
}

interface ButtesOrder {
  depth: number
  foot: number
  tall: number
  count: number
  distance: number
}

/** Table mountains: a slope of rubble and on it a wall of layers, flat on top. */
function buttes(order: SetOrder, { depth, foot, tall, count, distance }: ButtesOrder): Layer {
  const { season, random } = order
  const tones = layersAt(order, distance)
  return scenery(order, { depth, top: foot - tall * 1.1, bottom: foot }, (band) => {
    const step = band.period / count
    for (let index = 0; index < count; index++) {
      const x = (index + 0.2 + random() * 0.6) * step
      placeAlike(band, random, x, tall * 2, (at, own) => {
        const high = tall * (0.5 + own() * 0.5)
        const half = high * (0.16 + own() ** 1.5 * 0.6)
        const rubble = foot - high * 0.36
        const { bright, dark } = tones[1] ?? sides(hex(strata[0]), order.light, distance)
        const shade = band.target.createLinearGradient(at - half, 0, at + half, 0)
        shade.addColorStop(0, css(bright))
        shade.addColorStop(1, css(dark))
        band.target.fillStyle = shade
        band.target.beginPath()
        band.target.moveTo(at - half * 1.9, foot)
        band.target.quadraticCurveTo(at - half * 1.1, foot - high * 0.12, at - half, rubble - 2)
        band.target.lineTo(at + half, rubble - 2)
        band.target.quadraticCurveTo(at + half * 1.1, foot - high * 0.12, at + half * 1.9, foot)
        band.target.fill()
        const rim = raggedRim(own, at - half * 0.96, at + half * 0.96, () => foot - high, high * 0.05, 8)
        paintCliff(band.target, {
          random: own,
          tones: tones[0] ?? { bright, dark },
          rim,
          foot: rubble,
          grain: 'layers',
          strata: tones,
        })
        if (season !== 'winter') return
        band.target.fillStyle = css(lit(hex('#f6f9ff'), order.light, distance), 0.9)
        band.target.fillRect(at - half * 0.95, foot - high * 1.01, half * 1.9, high * 0.045)
      })
    }
  })
}

function layersAt({ light }: SetOrder, distance: number) {
  return strata.map((colour) => sides(hex(colour), light, distance))
}

/** The canyon's floor with the bright thread of its river. */
function floorBand(order: SetOrder, horizon: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  return scenery(order, { depth: 0.2, top: horizon, bottom: horizon + unit * 0.2 }, ({ target, period }) => {
    const shade = target.createLinearGradient(0, horizon, 0, horizon + unit * 0.2)
    shade.addColorStop(0, css(lit(hex('#d8905c'), light, 0.62)))
    shade.addColorStop(1, css(lit(hex('#c9774a'), light, 0.36)))
    target.fillStyle = shade
    target.fillRect(0, horizon + unit * 0.015, period + 4, unit * 0.2)
    target.fillStyle = css(lit(hex('#8fc6d8'), light, 0.3))
    const swing = (x: number) => horizon + unit * (0.06 + 0.022 * Math.sin((x / period) * Math.PI * 6))
    target.beginPath()
    for (let x = 0; x <= period + 4; x += 6) target.lineTo(x, swing(x))
    for (let x = period + 4; x >= 0; x -= 6) target.lineTo(x, swing(x + unit * 0.05) + unit * 0.012)
    target.fill()
  })
}

/** The canyon's own walls, at both sides of the frame and leaving its middle open. */
function gates(order: SetOrder, horizon: number): Layer {
  const { width, height, random } = order
  const unit = Math.min(width, height)
  const foot = horizon + unit * 0.17
  const tones = layersAt(order, 0.14)
  const main = tones[0]
  return scenery(order, { depth: 0.6, top: -height * 0.1, bottom: foot, span: 1.5 }, (band) => {
    if (!main) return
    for (const [x, wide, top] of [
      [0.02, 0.24, 0.3],
      [1.0, 0.2, 0.36],
      [0.0, 0.16, 0.02],
      [1.07, 0.2, 0.12],
    ] as const) {
      placeAlike(band, random, x * width, width * wide + unit * 0.2, (at, own) => {
        const half = width * wide * 0.62
        const slope = (share: number) => height * top + (Math.abs(share - 0.5) * 2) ** 3 * height * 0.22
        const rim = raggedRim(own, at - half, at + half, slope, unit * 0.06, 10)
        paintCliff(band.target, { random: own, tones: main, rim, foot, grain: 'layers', strata: tones })
        // Rubble has gathered at its foot.
        const rubble = unit * 0.16
        fillShape(
          band.target,
          [at - half - rubble, foot, at - half + 2, foot - rubble, at - half + rubble * 0.6, foot],
          css(mix(main.bright, main.dark, 0.35)),
        )
        fillShape(
          band.target,
          [at + half - rubble * 0.6, foot, at + half - 2, foot - rubble, at + half + rubble, foot],
          css(main.dark),
        )
      })
    }
  })
}

/** An eagle that circles high up. */
function eagle({ width, height, light }: SetOrder): Layer {
  const size = Math.min(width, height) * 0.022
  const colour = css(lit(hex('#4a352c'), light, 0.3))
  return pinned({ depth: 0.12, period: width * 1.7, x: width * 0.6, reach: width * 0.2 }, (target, seconds) => {
    const turn = seconds * 0.5
    const [x, y] = [Math.cos(turn) * width * 0.09, height * 0.2 + Math.sin(turn) * height * 0.035]
    const beat = Math.sin(seconds * 1.7) * size * 0.22
    target.strokeStyle = colour
    target.lineWidth = size * 0.2
    target.lineCap = 'round'
    target.beginPath()
    target.moveTo(x - size, y - size * 0.2 + beat)
    target.quadraticCurveTo(x - size * 0.4, y - size * 0.34, x, y)
    target.quadraticCurveTo(x + size * 0.4, y - size * 0.34, x + size, y - size * 0.2 + beat)
    target.stroke()
  })
}
