/** A harbour: coloured houses round the bay, boats that bob, a lighthouse, a stone quay with crates and bollards. */
import { sides } from './light.ts'
import { paintBoat } from './paint/boat.ts'
import { paintClouds } from './paint/cloud.ts'
import { hex } from './paint/colour.ts'
import { paintCottage } from './paint/cottage.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintBeam, paintLighthouse } from './paint/lighthouse.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { placeAlike, scenery } from './paint/scenery.ts'
import { paintBox, paintLine, tonesAt } from './paint/shapes.ts'
import { paintShopRow } from './paint/shop-row.ts'
import { paintSky } from './paint/sky.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintHarbour(order: SetOrder): Place {
  const { width, height, season, weather, random } = order
  const unit = Math.min(width, height)
  const shore = height * 0.56
  const quay = height * 0.715
  const side = random() < 0.5
  const boat = (depth: number, x: number, y: number, long: number, kind: 'sail' | 'fishing') =>
    paintBoat(order, { depth, x: x * width, y, long: long * unit, distance: 0.5 - depth * 0.45, kind })
  return {
    backdrop: [
      ...paintSky(order, shore),
      ...paintClouds(order, shore),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8098b4',
        crest: shore - unit * 0.2,
        foot: shore - unit * 0.01,
        bottom: shore,
        feature: width * 0.6,
        ruggedness: 0.45,
        distance: 0.8,
      }),
      ridgeBand(order, {
        depth: 0.2,
        colour: season === 'winter' ? '#d3dde8' : '#7d9a72',
        crest: shore - unit * 0.13,
        foot: shore - unit * 0.02,
        bottom: shore + 2,
        feature: width * 0.6,
        ruggedness: 0.2,
        distance: 0.56,
      }),
      treeRow(order, {
        depth: 0.28,
        ground: shore - unit * 0.045,
        tall: unit * 0.12,
        density: 8,
        distance: 0.5,
        paint: paintCottage,
      }),
      paintShopRow(order, {
        depth: 0.36,
        foot: shore,
        floor: unit * 0.048,
        top: shore - unit * 0.18,
        distance: 0.42,
        bunting: false,
      }),
      paintLighthouse(order, { x: width * (side ? 0.8 : 0.17), y: shore + 2, tall: unit * 0.34 }),
      boat(0.42, 0.3, shore + unit * 0.008, 0.1, 'sail'),
      boat(0.42, 0.62, shore + unit * 0.008, 0.08, 'sail'),
      boat(0.42, 1.2, shore + unit * 0.008, 0.11, 'sail'),
    ],
    water: { top: shore, colour: '#3f86a6', roughness: weather === 'storm' || weather === 'wind' ? 0.6 : 0.24 },
    ground: [
      paintBeam(order, { x: width * (side ? 0.8 : 0.17), y: shore - unit * 0.315 }),
      boat(0.6, 0.18, shore + unit * 0.05, 0.16, 'fishing'),
      boat(0.6, 0.95, shore + unit * 0.05, 0.15, 'sail'),
      boat(0.76, 0.86, shore + unit * 0.12, 0.24, 'fishing'),
      boat(0.76, 1.5, shore + unit * 0.12, 0.25, 'fishing'),
      paintStripe(order, {
        top: quay - unit * 0.012,
        bottom: quay + 2,
        colour: season === 'winter' ? '#eef3fa' : '#b8ab98',
        distance: 0.14,
      }),
      paintPaving(order, { top: quay, far: '#bdb2a2', near: '#93887c', kind: 'slabs' }),
      cargo(order, quay),
      ...paintLampRow(order, {
        depth: 0.95,
        foot: quay + unit * 0.02,
        tall: unit * 0.34,
        at: [0.06, 0.56],
        distance: 0.05,
        kind: 'lantern',
      }),
    ],
    foreground: [],
    medium: 'ground',
    horizon: shore,
    floor: height * 0.87,
    mooring: quay - unit * 0.02,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

/** Bollards with rope, crates: at the quay's edge, away from the middle. */
function cargo(order: SetOrder, quay: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.08)
  return scenery(order, { depth: 0.95, top: quay - unit * 0.16, bottom: quay + unit * 0.06 }, (band) => {
    const { target } = band
    const foot = quay + unit * 0.02
    for (let post = 0; post < 7; post++)
      band.place((post / 7) * band.period + unit * 0.2, unit * 0.3, (x) => {
        target.fillStyle = tones.flat('#3f444c')
        target.fillRect(x - unit * 0.012, foot - unit * 0.04, unit * 0.024, unit * 0.042)
        target.beginPath()
        target.ellipse(x, foot - unit * 0.042, unit * 0.02, unit * 0.009, 0, 0, Math.PI * 2)
        target.fill()
        target.strokeStyle = tones.flat('#c9a878')
        target.lineWidth = unit * 0.005
        target.beginPath()
        target.moveTo(x, foot - unit * 0.03)
        target.quadraticCurveTo(x + unit * 0.05, foot + unit * 0.012, x + unit * 0.1, foot - unit * 0.015)
        target.stroke()
      })
    for (const share of [0.13, 0.53])
      placeAlike(band, random, band.period * share, unit * 0.25, (x, own) => {
        for (const [dx, dy] of [
          [0, 0],
          [0.085, 0],
          [0.04, 0.065],
        ] as const) {
          const size = unit * 0.07
          const [left, top] = [x + dx * unit, foot - size - dy * unit]
          paintBox(target, left, top, size, size, sides(hex(own() < 0.5 ? '#b98a54' : '#a87848'), light, 0.06))
          for (const line of [0.04, 0.35, 0.65, 0.96])
            paintLine(
              target,
              [left, top + size * line, left + size, top + size * line],
              Math.max(1, size * 0.03),
              tones.flat('#6f4c2c', 0.7),
            )
          paintLine(target, [left, top + size, left + size, top], size * 0.06, tones.flat('#8f6438'))
        }
      })
  })
}
