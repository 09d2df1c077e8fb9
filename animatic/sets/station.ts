/** A country railway station: the platform with its yellow edge, tracks, a train that comes and goes, the roof opposite. */
import { createCanvas } from '@napi-rs/canvas'
import { paintCarriage } from './paint/carriage.ts'
import { paintClouds } from './paint/cloud.ts'
import { paintCottage } from './paint/cottage.ts'
import { lampsAreOn } from './paint/lamp.ts'
import { paintLampRow } from './paint/lamp-row.ts'
import { ridgeBand, treeRow } from './paint/land.ts'
import { paintPaving, paintStripe } from './paint/paving.ts'
import { pinned } from './paint/pinned.ts'
import { paintStationHall, paintTracks } from './paint/railway.ts'
import { scenery } from './paint/scenery.ts'
import { paintBox, paintLine, tonesAt } from './paint/shapes.ts'
import { paintSky } from './paint/sky.ts'
import { paintBroadleaf } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

export function paintStation(order: SetOrder): Place {
  const { width, height, season, weather } = order
  const unit = Math.min(width, height)
  const horizon = height * 0.57
  const bed = horizon + unit * 0.06
  const platform = height * 0.745
  return {
    backdrop: [
      ...paintSky(order, horizon),
      ...paintClouds(order, horizon),
      ridgeBand(order, {
        depth: 0.08,
        colour: '#8598b8',
        crest: horizon - unit * 0.2,
        foot: horizon - unit * 0.02,
        bottom: horizon + unit * 0.02,
        feature: width * 0.5,
        ruggedness: 0.45,
        distance: 0.82,
      }),
      ridgeBand(order, {
        depth: 0.18,
        colour: season === 'winter' ? '#d6e0ec' : season === 'autumn' ? '#b99a58' : '#86a878',
        crest: horizon - unit * 0.08,
        foot: horizon,
        bottom: bed + 4,
        feature: width * 0.6,
        ruggedness: 0.2,
        distance: 0.58,
      }),
      treeRow(order, {
        depth: 0.26,
        ground: horizon + unit * 0.01,
        tall: unit * 0.13,
        density: 5,
        distance: 0.5,
        paint: paintCottage,
      }),
      treeRow(order, {
        depth: 0.34,
        ground: horizon + unit * 0.03,
        tall: unit * 0.18,
        density: 8,
        distance: 0.42,
        paint: paintBroadleaf,
      }),
      paintStationHall(order, bed),
    ],
    ground: [
      paintTracks(order, bed, platform),
      train(order, bed + (platform - bed) * 0.42),
      wires(order, bed + unit * 0.03),
      paintStripe(order, {
        top: platform - unit * 0.002,
        bottom: platform + unit * 0.02,
        colour: season === 'winter' ? '#f2f6fb' : '#d8d2c8',
        distance: 0.08,
      }),
      paintPaving(order, { top: platform + unit * 0.018, far: '#b9b4b0', near: '#938e90', kind: 'slabs' }),
      paintStripe(order, {
        top: platform + unit * 0.04,
        bottom: platform + unit * 0.058,
        colour: '#f0c23c',
        distance: 0.06,
      }),
      ...paintLampRow(order, {
        depth: 0.97,
        foot: platform + unit * 0.035,
        tall: unit * 0.38,
        at: [0.09, 0.6],
        span: 1.5,
        distance: 0.04,
        kind: 'lantern',
        colour: '#2f4a44',
      }),
      nameBoard(order, platform + unit * 0.035),
    ],
    foreground: [],
    medium: 'ground',
    horizon,
    floor: height * 0.89,
    dust: weather === 'rain' ? 'splash' : season === 'winter' ? 'snow' : 'none',
  }
}

/** A train that rolls in, stands for a while and goes on; then the track is free again. */
function train(order: SetOrder, y: number): Layer {
  const { width, height, light, random } = order
  const unit = Math.min(width, height)
  const tall = unit * 0.2
  const [carriage, cars] = [tall * 3.6, 3]
  const long = carriage * cars
  const canvas = createCanvas(Math.ceil(long + 4), Math.ceil(tall * 1.15))
  const brush = canvas.getContext('2d')
  const tones = tonesAt(light, 0.14)
  const colour = ['#c9473f', '#2f6f9a', '#3f8a5f', '#e0943a'][Math.floor(random() * 4)] ?? '#c9473f'
  for (let car = 0; car < cars; car++)
    paintCarriage(
      brush,
      car * carriage + 2,
      tall * 1.1,
      carriage - tall * 0.06,
      tall,
      car === cars - 1,
      colour,
      lampsAreOn(light),
      tones,
    )
  const start = random() * 4
  const way = random() < 0.5 ? 1 : -1
  return pinned({ depth: 0.82, period: width * 9, x: width * 0.5, reach: width * 2 + long }, (target, seconds) => {
    // Sixteen seconds a round: three to come, four to wait, three to go, six away.
    const round = (seconds + start) % 16
    const away = width * 0.75 + long
    const x =
      round < 3 ? -away * (1 - round / 3) ** 2 : round < 7 ? 0 : round < 10 ? away * ((round - 7) / 3) ** 2 : away * 2
    if (Math.abs(x) > away) return
    target.scale(way, 1)
    target.imageSmoothingQuality = 'low'
    target.drawImage(canvas, x - long * 0.62, y - tall * 1.1)
  })
}

/** Masts and the wire over the tracks. */
function wires(order: SetOrder, foot: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tall = unit * 0.4
  const iron = tonesAt(light, 0.16).flat('#4a5560')
  return scenery(order, { depth: 0.66, top: foot - tall * 1.05, bottom: foot + 4, span: 1.5 }, (band) => {
    for (const high of [0.88, 0.78]) {
      band.target.fillStyle = iron
      band.target.fillRect(0, foot - tall * high, band.period + 4, Math.max(1, unit * 0.0025))
    }
    for (let mast = 0; mast < 3; mast++)
      band.place(((mast + 0.2) / 3) * band.period, unit * 0.2, (x) => {
        paintLine(band.target, [x, foot, x, foot - tall], unit * 0.009, iron)
        paintLine(band.target, [x, foot - tall * 0.96, x + unit * 0.13, foot - tall * 0.86], unit * 0.005, iron)
        paintLine(band.target, [x, foot - tall * 0.78, x + unit * 0.13, foot - tall * 0.8], unit * 0.005, iron)
      })
  })
}

/** The board with the station's name. */
function nameBoard(order: SetOrder, foot: number): Layer {
  const { width, height, light } = order
  const unit = Math.min(width, height)
  const tones = tonesAt(light, 0.05)
  return scenery(order, { depth: 0.97, top: foot - unit * 0.26, bottom: foot + 4, span: 1.5 }, (band) => {
    band.place(band.period * 0.2, unit * 0.3, (x) => {
      paintLine(
        band.target,
        [x - unit * 0.07, foot, x - unit * 0.07, foot - unit * 0.2],
        unit * 0.009,
        tones.flat('#3a424c'),
      )
      paintLine(
        band.target,
        [x + unit * 0.07, foot, x + unit * 0.07, foot - unit * 0.2],
        unit * 0.009,
        tones.flat('#3a424c'),
      )
      paintBox(band.target, x - unit * 0.11, foot - unit * 0.24, unit * 0.22, unit * 0.065, tones.sides('#2f5f94'))
      band.target.fillStyle = tones.flat('#ffffff')
      for (let letter = 0; letter < 6; letter++)
        band.target.fillRect(
          x - unit * 0.085 + letter * unit * 0.03,
          foot - unit * 0.218,
          unit * (letter % 3 === 1 ? 0.012 : 0.02),
          unit * 0.022,
        )
    })
  })
}
