/** A cliff over the sea: headlands of pale rock, surf at their feet far below, a windy edge of grass and thrift. */
import { lit, sides } from './light.ts'
import { paintCliff, raggedRim } from './paint/cliff.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, mix } from './paint/colour.ts'
import { paintGlitter } from './paint/glitter.ts'
import { paintTuft } from './paint/grass.ts'
import { groundBand, ridgeBand } from './paint/land.ts'
import { paintLighthouse } from './paint/lighthouse.ts'
import { paintReeds } from './paint/reeds.ts'
import { paintRock } from './paint/rock.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { paintSky } from './paint/sky.ts'
import { paintSwell } from './paint/swell.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const thrift = ['#f08fb4', '#f6b6cf', '#ffffff', '#ffd65a']

export function paintSeaCliff(order: SetOrder): Place {
  const { width, height, light, season, weather } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.42
  const edge = height * 0.7
  const white = season === 'winter'
  const rough = weather === 'storm' ? 0.9 : weather === 'wind' || weather === 'rain' ? 0.6 : 0.35
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.06,
        colour: '#7f97a8',
        crest: horizon - unit * 0.05,
        foot: horizon + unit * 0.12,
        bottom: horizon + 2,
        feature: width * 0.9,
        ruggedness: 0.4,
        distance: 0.85,
      }),
    ],
    water: { top: horizon, colour: '#22789a', roughness: 0.35 + rough * 0.3 },
    ground: [
      ...paintSwell(order, { top: horizon, colour: '#2f8fb0', roughness: rough * 0.7, from: 0, to: 2 }),
      headlands(order, { depth: 0.16, foot: horizon + unit * 0.035, tall: unit * 0.13, count: 2, distance: 0.62 }),
      surf(order, 0.16, horizon + unit * 0.035),
      ...paintSwell(order, { top: horizon, colour: '#2a86a8', roughness: rough, from: 2, to: 4 }),
      paintLighthouse(order, { x: width * 1.3, y: horizon + unit * 0.12, tall: unit * 0.28 }),
      headlands(order, { depth: 0.34, foot: horizon + unit * 0.12, tall: unit * 0.3, count: 2, distance: 0.34 }),
      surf(order, 0.34, horizon + unit * 0.12),
      paintGlitter(order, horizon),
      headlands(order, { depth: 0.62, foot: edge + unit * 0.05, tall: unit * 0.4, count: 1, distance: 0.14 }),
      groundBand(order, {
        depth: 1,
        top: edge,
        far: white ? '#e6ecf0' : season === 'autumn' ? '#b5a05a' : '#8fb45a',
        near: white ? '#c6d2dc' : season === 'autumn' ? '#8a7440' : '#5f8a3e',
        scatter: {
          count: 300,
          paint(target, x, y, share, own) {
            const luck = own()
            if (luck < 0.1) {
              paintRock(target, x, y, unit * (0.006 + share * 0.03 * own()), sides(hex('#c9c0ae'), light, 0.08), own)
            } else if (luck < 0.78 || white) {
              const colour = mix(hex(white ? '#b8c4a8' : '#7fa64c'), hex('#4f7a34'), own())
              paintTuft(target, x, y, unit * (0.014 + share * 0.034), lit(colour, light, 0.08), own, 7)
            } else {
              target.fillStyle = css(lit(hex(thrift[Math.floor(own() * thrift.length)] ?? '#ffffff'), light, 0.04))
              for (let bloom = 0; bloom < 4; bloom++) {
                target.beginPath()
                const [dx, dy] = [(own() - 0.5) * 0.03, -own() * 0.012]
                target.arc(x + dx * unit, y + dy * unit, unit * (0.0015 + share * 0.0035), 0, Math.PI * 2)
                target.fill()
              }
            }
          },
        },
      }),
      paintReeds(order, {
        depth: 0.94,
        foot: edge + unit * 0.03,
        tall: unit * 0.045,
        count: 11,
        distance: 0.1,
        kind: 'grass',
      }),
    ],
    foreground: [
      paintReeds(order, {
        depth: 1.45,
        foot: height * 1.06,
        tall: unit * 0.2,
        count: 2.2,
        distance: 0,
        shade: 0.3,
        kind: 'grass',
      }),
    ],
    medium: 'ground',
    horizon,
    floor: height * 0.87,
    dust: white ? 'snow' : 'grass',
  }
}

interface HeadlandOrder {
  depth: number
  foot: number
  tall: number
  count: number
  distance: number
}

/** Walls of chalk that stand in the sea, grass on top. */
function headlands(order: SetOrder, { depth, foot, tall, count, distance }: HeadlandOrder): Layer {
  const { light, season, random, width } = order
  const rock = sides(hex('#e2d8c4'), light, distance)
  const strata = ['#e8dfce', '#d2c4aa', '#dccfb8'].map((colour) => sides(hex(colour), light, distance))
  const turf = css(
    lit(hex(season === 'winter' ? '#eef3f8' : season === 'autumn' ? '#a8924c' : '#7ba650'), light, distance),
  )
  return scenery(order, { depth, top: foot - tall * 1.3, bottom: foot + 1 }, (band) => {
    const step = band.period / count
    for (let index = 0; index < count; index++) {
      const x = (index + 0.25 + random() * 0.5) * step
      placeAlike(band, random, x, width * 0.4, (at, own) => {
        const half = Math.min(width * 0.36, tall * (0.9 + own() * 0.9))
        const slope = own() < 0.5 ? 1 : -1
        const rim = raggedRim(
          own,
          at - half,
          at + half,
          (share) =>
            foot -
            tall * (0.78 + 0.22 * (slope > 0 ? share : 1 - share)) * Math.min(1, 6 * Math.min(share, 1 - share) + 0.3),
          tall * 0.05,
        )
        paintCliff(band.target, { random: own, tones: rock, rim, foot: foot + 1, grain: 'layers', strata })
        band.target.strokeStyle = turf
        band.target.lineWidth = tall * 0.07
        band.target.lineJoin = 'round'
        band.target.lineCap = 'round'
        band.target.beginPath()
        for (const [rimX, rimY] of rim.slice(2, -2)) band.target.lineTo(rimX, rimY + tall * 0.01)
        band.target.stroke()
      })
    }
  })
}

/** Foam where the swell meets the rock. */
function surf({ width, height, light }: SetOrder, depth: number, y: number): Layer {
  const foam = lit(hex('#ffffff'), light, 0.3)
  return {
    draw(target, view, seconds) {
      const beat = 0.5 + 0.5 * Math.sin(seconds * 1.1 + depth * 9)
      target.strokeStyle = css(foam, 0.3 + 0.3 * beat)
      target.lineWidth = height * 0.004 * (0.6 + depth + beat * 0.5)
      target.lineCap = 'round'
      target.beginPath()
      for (let x = 0; x <= width; x += 10) {
        const world = (x + (view.scroll + view.x) * depth) * 0.02
        const up = Math.sin(world * 1.7 + seconds * 0.8) + 0.6 * Math.sin(world * 3.9 - seconds)
        if (up > -0.2) target.lineTo(x, y - view.y * depth + up * height * 0.002)
        else target.moveTo(x + 10, y - view.y * depth)
      }
      target.stroke()
    },
  }
}
