/** A sandy beach with palms, and the sea rolling in behind. */
import { lit } from './light.ts'
import { paintParasol, paintSandcastle } from './paint/beach-things.ts'
import { paintClouds } from './paint/cloud.ts'
import { css, hex, mix } from './paint/colour.ts'
import { paintGlitter } from './paint/glitter.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintPalm } from './paint/palm.ts'
import { paintReeds } from './paint/reeds.ts'
import { paintSky } from './paint/sky.ts'
import { eitherOf } from './paint/standing.ts'
import { paintSwell } from './paint/swell.ts'
import type { Place, SetOrder } from './place.ts'

const shells = ['#ffe9d6', '#ffc9b5', '#f7a88f', '#ffffff']

export function paintBeach(order: SetOrder): Place {
  const { width, height, light, season } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.45
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#6f9a8a',
        crest: horizon - unit * 0.09,
        foot: horizon + unit * 0.14,
        bottom: horizon + 2,
        feature: width * 0.8,
        ruggedness: 0.4,
        distance: 0.75,
      }),
    ],
    water: { top: horizon, colour: '#3fb0c4', roughness: 0.35 },
    ground: [
      ...paintSwell(order, { top: horizon, colour: '#45b5c6', roughness: 0.25, from: 0, to: 4 }),
      paintGlitter(order, horizon),
      groundBand(order, {
        depth: 1,
        top: height * 0.65,
        far: '#f3dcae',
        near: '#e3bd84',
        scatter: {
          count: 170,
          paint(target, x, y, share, own) {
            const size = unit * (0.002 + share * 0.007)
            const shell = own() < 0.2
            const colour = shell
              ? hex(shells[Math.floor(own() * shells.length)] ?? '#ffffff')
              : mix(hex('#d9b27c'), hex('#c49a66'), own())
            target.fillStyle = css(lit(colour, light, 0.05), 0.7)
            target.beginPath()
            target.ellipse(x, y, size * (shell ? 0.9 : 2.4), size * 0.5, 0, 0, Math.PI * 2)
            target.fill()
          },
        },
      }),
      foamLine(order, height * 0.65),
      ...(season === 'winter'
        ? []
        : [
            treeRow(order, {
              depth: 0.86,
              ground: height * 0.725,
              tall: unit * 0.17,
              density: 2.2,
              distance: 0.1,
              paint: eitherOf(paintParasol, paintSandcastle, 0.7),
            }),
          ]),
      treeRow(order, {
        depth: 0.9,
        ground: height * 0.71,
        tall: unit * 0.5,
        density: 2.2,
        sway: 4,
        distance: 0.12,
        paint: paintPalm,
      }),
    ],
    foreground: [
      paintReeds(order, {
        depth: 1.45,
        foot: height * 1.06,
        tall: unit * 0.2,
        count: 1.6,
        distance: 0,
        shade: 0.3,
        kind: 'grass',
      }),
    ],
    medium: 'ground',
    horizon,
    floor: height * 0.85,
    mooring: height * 0.61,
    dust: 'dust',
  }
}

/** The last wave that runs up the sand and draws back. */
function foamLine({ width, height, light }: SetOrder, y: number): Place['ground'][number] {
  const white = css(lit(hex('#ffffff'), light, 0.05), 0.75)
  return {
    draw(target, view, seconds) {
      const reach = height * (0.012 + 0.01 * Math.sin(seconds * 0.9))
      target.strokeStyle = white
      target.lineWidth = height * 0.006
      target.beginPath()
      for (let x = 0; x <= width; x += 8) {
        const world = x + view.scroll + view.x
        target.lineTo(x, y - view.y + reach * (1 + Math.sin(world * 0.011) + 0.5 * Math.sin(world * 0.027 + seconds)))
      }
      target.stroke()
    },
  }
}
