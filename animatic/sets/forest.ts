/** Inside a forest: trunks in ranks that fade into green light, shafts of sun, ferns. */

import type { Season } from '../script/shot-plan.ts'
import { hex, mix } from './paint/colour.ts'
import { foregroundGrass, grassScatter } from './paint/grass.ts'
import { groundBand, ridgeBand, treeRow } from './paint/land.ts'
import { paintSky } from './paint/sky.ts'
import { paintSunbeams } from './paint/sunbeams.ts'
import { paintBush, paintConifer } from './paint/tree.ts'
import { paintTrunks } from './paint/trunks.ts'
import type { Place, SetOrder } from './place.ts'

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
      paintTrunks(wood, {
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
        scatter: grassScatter(wood, { count: 300, sizes: [0.012, 0.05], colour: tone.leaf }),
      }),
      paintTrunks(wood, {
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
