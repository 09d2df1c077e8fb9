/** Inside a forest: trunks in ranks that fade into green light, shafts of sun, ferns. */
import type { Season } from '../script/shot-plan.ts'
import { lit, sides } from './light.ts'
import { css, darken, hex, mix } from './paint/colour.ts'
import { foregroundGrass, groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintStrip } from './paint/strip.ts'
import { paintSunbeams } from './paint/sunbeams.ts'
import { paintBush, paintConifer, paintTuft } from './paint/tree.ts'
import type { Layer, Place, SetOrder } from './place.ts'

const floors: Record<Season, { far: string; near: string; leaf: string }> = {
  spring: { far: '#8fb06a', near: '#4f7d45', leaf: '#86b85a' },
  summer: { far: '#7fa060', near: '#3f6f3f', leaf: '#4f8f4a' },
  autumn: { far: '#c09a58', near: '#8a5f34', leaf: '#d98a36' },
  winter: { far: '#e4ecf4', near: '#c8d6e6', leaf: '#a9b6c4' },
}

export function paintForest(order: SetOrder): Place {
  const { width, height, season } = order
  const unit = Math.min(width, height)
  const tone = floors[season]
  // Leaves colour the air: the distance fades into a bright green, not into the sky's haze.
  const light = { ...order.light, haze: mix(order.light.haze, hex(tone.leaf), 0.35) }
  const wood = { ...order, light }
  const ground = height * 0.64
  return {
    backdrop: [
      ...paintSky(wood, ground),
      ridgeBand(wood, {
        depth: 0.12,
        colour: tone.leaf,
        crest: ground - unit * 0.42,
        foot: ground - unit * 0.16,
        bottom: ground + unit * 0.07,
        feature: width * 0.2,
        ruggedness: 0.4,
        distance: 0.85,
      }),
      treeRow(wood, {
        depth: 0.2,
        ground: ground,
        tall: unit * 0.5,
        density: 20,
        distance: 0.72,
        paint: paintConifer,
      }),
      trunks(wood, {
        depth: 0.36,
        ground: ground + unit * 0.02,
        wide: unit * 0.03,
        count: 15,
        distance: 0.5,
        leaf: tone.leaf,
      }),
      treeRow(wood, {
        depth: 0.4,
        ground: ground + unit * 0.03,
        tall: unit * 0.36,
        density: 7,
        distance: 0.42,
        paint: paintConifer,
      }),
      paintSunbeams(wood, ground),
    ],
    ground: [
      groundBand(wood, {
        depth: 1,
        top: ground,
        far: tone.far,
        near: tone.near,
        scatter: {
          count: 260,
          paint(target, x, y, share, own) {
            const size = unit * (0.012 + share * 0.04)
            paintTuft(
              target,
              x,
              y,
              size,
              lit(darken(hex(tone.leaf), 0.2 + own() * 0.2), light, 0.3 * (1 - share)),
              own,
              5,
            )
          },
        },
      }),
      trunks(wood, {
        depth: 0.72,
        ground: height * 0.72,
        wide: unit * 0.062,
        count: 5,
        distance: 0.22,
        leaf: tone.leaf,
      }),
      treeRow(wood, {
        depth: 0.78,
        ground: height * 0.735,
        tall: unit * 0.08,
        density: 5,
        distance: 0.2,
        paint: paintBush,
      }),
    ],
    foreground: [foregroundGrass(wood, tone.leaf, 0.16)],
    medium: 'ground',
    light,
    horizon: ground,
    floor: height * 0.85,
    dust: season === 'winter' ? 'snow' : 'grass',
  }
}

interface TrunksOrder {
  depth: number
  ground: number
  wide: number
  count: number
  distance: number
  leaf: string
}

/** Tall trunks that leave the frame at its top, with a roof of leaves. */
function trunks(
  { width, height, light, random }: SetOrder,
  { depth, ground, wide, count, distance, leaf }: TrunksOrder,
): Layer {
  const top = -height * 0.14
  return paintStrip({ depth, period: width * 1.6, top, height: ground - top + wide }, (band) => {
    const { target } = band
    const { bright, dark } = sides(hex('#6a4d3a'), light, distance)
    for (let index = 0; index < count; index++) {
      const x = ((index + random() * 0.7) / count) * band.period
      const half = wide * (0.6 + random() * 0.6) * 0.5
      const lean = (random() - 0.5) * wide * 1.6
      const foot = ground - top + (random() - 0.5) * wide * 0.5
      band.place(x, wide * 3, (at) => {
        const shade = target.createLinearGradient(at - half, 0, at + half, 0)
        shade.addColorStop(0, css(bright))
        shade.addColorStop(1, css(dark))
        target.fillStyle = shade
        target.beginPath()
        target.moveTo(at - half * 1.9, foot)
        target.quadraticCurveTo(at - half, foot - wide, at - half * 0.9 + lean, 0)
        target.lineTo(at + half * 0.9 + lean, 0)
        target.quadraticCurveTo(at + half, foot - wide, at + half * 1.9, foot)
        target.fill()
      })
    }
    const green = sides(hex(leaf), light, distance)
    for (let index = 0; index < count * 7; index++) {
      const [x, y, size] = [
        random() * band.period,
        random() ** 2 * height * 0.26,
        Math.min(wide * 2, height * 0.05) * (0.7 + random() * 0.8),
      ]
      band.place(x, size, (at) => {
        const shade = target.createRadialGradient(at - size * 0.3, y - size * 0.3, size * 0.1, at, y, size)
        shade.addColorStop(0, css(green.bright))
        shade.addColorStop(1, css(green.dark, 0.96))
        target.fillStyle = shade
        target.beginPath()
        target.arc(at, y, size, 0, Math.PI * 2)
        target.fill()
      })
    }
  })
}
