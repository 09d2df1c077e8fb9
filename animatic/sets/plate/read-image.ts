/** What a still picture shows, guessed from its colours alone: its sky, its ground, a figure, and how far each is. */
import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas'
import { clusterColours, strangeness } from '../../pixels/clusters.ts'
import { type Component, componentsOf, fillHoles } from '../../pixels/components.ts'
import {
  boxBlur,
  type ColourPlanes,
  colourPlanes,
  type GuidedLines,
  guidedFilter,
  guidedLines,
  otsuThreshold,
  type Plane,
  spread,
} from '../../pixels/plane.ts'

export interface ImageReading {
  /** Of the planes below, which are smaller than the image. */
  width: number
  height: number
  /** 0 is far away, 1 at the lens. */
  nearness: Plane
  /** Lines that give 1 where there is sky, from the brightness of the image itself at any size. */
  sky: GuidedLines
  /** The line where the ground begins, as a share of the height. */
  horizon: number
  /** A person, an animal or a thing that stands out from what is around it: its box, in shares of the image. */
  figure?: { left: number; top: number; right: number; bottom: number }
  /** Mean brightness, 0 to 1. */
  brightness: number
}

const longestSide = 160
/** Colours that the edge of the picture is taken to be made of. */
const edgeColours = 6
/** And its lower end, which is taken for ground. */
const groundColours = 4
/** Nearness at the horizon. */
const atHorizon = 0.2

/** Reads a decoded image of any size. */
export function readImage(image: Image | Canvas): ImageReading {
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height))
  const [width, height] = [Math.max(8, Math.round(image.width * scale)), Math.max(8, Math.round(image.height * scale))]
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, width, height)
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(image, 0, 0, width, height)
  const planes = colourPlanes(brush.getImageData(0, 0, width, height).data, width, height)
  const skyMask = findSky(planes)
  const horizon = findHorizon(planes, skyMask)
  const isWall = isBackdrop(skyMask, width, height)
  const figures = isWall ? cutFromBackdrop(skyMask, width, height) : findFigures(planes, skyMask)
  const { light } = planes
  const open = spread(
    Float32Array.from(skyMask, (value) => (isWall ? 0 : value)),
    width,
    height,
    1,
  )
  const sky = guidedLines(light, open, width, height, 3, 0.0004)
  const standing = { sky: skyMask, horizon, figures, feet: findFeet(planes, horizon) }
  const far = guidedFilter(light, nearnessOf(standing, width, height), width, height, 3, 0.003)
  const nearness = boxBlur(far, width, height, 1).map((value) => Math.min(1, Math.max(0, value)))
  const figure = soleFigure(figures)
  return {
    width,
    height,
    nearness,
    sky,
    horizon: horizon / height,
    ...(figure && { figure: boxOf(figure, width, height) }),
    brightness: light.reduce((sum, value) => sum + value, 0) / light.length,
  }
}

function boxOf({ left, top, right, bottom }: Component, width: number, height: number) {
  return { left: left / width, top: top / height, right: (right + 1) / width, bottom: (bottom + 1) / height }
}

/** Floods down from the upper edge through what is even: brighter or bluer than dark things, with no texture. */
function findSky({ width, height, light, redGreen, yellowBlue }: ColourPlanes): Uint8Array {
  const sky = new Uint8Array(width * height)
  const mean = boxBlur(light, width, height, 1)
  const even = (index: number) => Math.abs(light[index]! - mean[index]!) < 0.035
  const alike = (one: number, other: number) =>
    Math.abs(mean[one]! - mean[other]!) < 0.03 &&
    Math.abs(redGreen[one]! - redGreen[other]!) < 0.045 &&
    Math.abs(yellowBlue[one]! - yellowBlue[other]!) < 0.06
  const open: number[] = []
  for (let x = 0; x < width; x++) if (even(x)) open.push(x)
  for (const index of open) sky[index] = 1
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const x = index % width
    const steps = [index + width, index - width, x > 0 ? index - 1 : -1, x < width - 1 ? index + 1 : -1]
    for (const step of steps) {
      if (step < 0 || step >= height * 0.75 * width || sky[step] || !even(step) || !alike(index, step)) continue
      sky[step] = 1
      open.push(step)
    }
  }
  fillHoles(sky, width, height, width * height * 0.02)
  let [covered, warm, vivid] = [0, 0, 0]
  for (let index = 0; index < sky.length; index++) {
    if (!sky[index]) continue
    covered++
    warm += yellowBlue[index]!
    vivid += Math.abs(redGreen[index]!) + Math.abs(yellowBlue[index]!)
  }
  // Pale warm colours are a ceiling's; a sky is blue, grey, or vivid in the evening.
  const isCeiling = warm / covered > 0.05 && vivid / covered < 0.3
  return covered > sky.length * 0.06 && !isCeiling ? sky : sky.fill(0)
}

/**
 * The row below which the picture grows calm: what stands at the horizon is more varied than the ground before it. Not
 * above the sky's lower edge, where that reaches down over a third of the width.
 */
function findHorizon(planes: ColourPlanes, sky: Uint8Array): number {
  const { width, height } = planes
  let least = Math.floor(height * 0.3)
  for (let y = Math.floor(height * 0.75); y > least; y--) {
    let covered = 0
    for (let x = 0; x < width; x++) covered += sky[y * width + x]!
    if (covered > width / 3) least = y + 1
  }
  const varied = Array.from({ length: height }, (_, y) => rowVariance(planes, y))
  const reach = Math.max(2, Math.round(height * 0.1))
  const mean = (from: number, to: number) => {
    const rows = varied.slice(Math.max(0, from), Math.min(height, to))
    return rows.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.length)
  }
  let [best, row] = [0.0015, Math.max(least, Math.floor(height * 0.4))]
  for (let y = least; y < height * 0.8; y++) {
    const calmer = mean(y - reach, y) - mean(y, y + reach)
    if (calmer > best) [best, row] = [calmer, y]
  }
  return row
}

function rowVariance({ width, light, redGreen, yellowBlue }: ColourPlanes, y: number): number {
  let variance = 0
  for (const plane of [light, redGreen, yellowBlue]) {
    const row = plane.subarray(y * width, (y + 1) * width)
    const mean = row.reduce((sum, value) => sum + value, 0) / width
    variance += row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width
  }
  return variance
}

/** What looked like sky runs down both sides: it is a wall or a blurred background behind a portrait. */
function isBackdrop(sky: Uint8Array, width: number, height: number): boolean {
  let beside = 0
  for (let y = 0; y < height * 0.7; y++) beside += sky[y * width]! + sky[y * width + width - 1]!
  return beside > height * 0.7 * 1.7
}

function cutFromBackdrop(sky: Uint8Array, width: number, height: number): Component[] {
  const rest = sky.map((value) => (value ? 0 : 1))
  return componentsOf(rest, width, height)
    .filter(({ pixels }) => pixels.length > rest.length * 0.02)
    .slice(0, 3)
}

/** One that no other comes near in size, and solid: a row of trees is no figure. */
function soleFigure([first, second]: readonly Component[]): Component | undefined {
  if (!first || (second && second.pixels.length > first.pixels.length * 0.5)) return undefined
  const { left, top, right, bottom, pixels } = first
  return pixels.length > 0.42 * (right - left + 1) * (bottom - top + 1) ? first : undefined
}

/** Parts in the middle whose colours the edge of the picture does not have, the clearest first. */
function findFigures(planes: ColourPlanes, sky: Uint8Array): Component[] {
  const { width, height } = planes
  const clusters = clusterColours(planes, edgePixels(width, height), edgeColours)
  const strange = new Float32Array(width * height)
  for (let index = 0; index < strange.length; index++) {
    const [x, y] = [(index % width) / width - 0.5, Math.floor(index / width) / height - 0.56]
    const central = Math.exp(-(x * x) / 0.13 - (y * y) / 0.16)
    strange[index] = sky[index] ? 0 : central * Math.min(1, Math.max(0, strangeness(clusters, planes, index, 1.6)) * 4)
  }
  const smooth = boxBlur(strange, width, height, 1)
  const threshold = Math.max(0.16, otsuThreshold(smooth))
  const mask = Uint8Array.from(smooth, (value) => (value > threshold ? 1 : 0))
  fillHoles(mask, width, height, mask.length * 0.05)
  return componentsOf(mask, width, height)
    .filter((part) => isFigure(part, width, height))
    .slice(0, 3)
}

function isFigure({ pixels, left, top, right, bottom, atEdge }: Component, width: number, height: number): boolean {
  const share = pixels.length / (width * height)
  const filled = pixels.length / ((right - left + 1) * (bottom - top + 1))
  return share > 0.012 && share < 0.5 && filled > 0.3 && atEdge < (right - left + bottom - top) * 0.15
}

/** The upper edge, the sides, and the ends of the lower edge: a figure may stand in its middle. */
function edgePixels(width: number, height: number): number[] {
  const [across, down] = [Math.max(1, Math.round(width * 0.05)), Math.max(1, Math.round(height * 0.05))]
  const indexes: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const atSide = x < across || x >= width - across
      const atFoot = y >= height - down && Math.abs(x / width - 0.5) > 0.28
      if (atSide || atFoot || y < down) indexes.push(y * width + x)
    }
  }
  return indexes
}

/** For each column, the row where the ground begins below what stands there, such as a wall or a lamp post. */
function findFeet(planes: ColourPlanes, horizon: number): number[] {
  const { width, height } = planes
  const ground: number[] = []
  for (let index = Math.floor(height * 0.9) * width; index < width * height; index++) ground.push(index)
  const clusters = clusterColours(planes, ground, groundColours)
  const feet = Array.from({ length: width }, (_, x) => {
    let y = Math.floor(horizon)
    for (; y < height * 0.95; y++) {
      if (strangeness(clusters, planes, y * width + x, 2) < 0.06) break
    }
    return y
  })
  return feet.map((_, x) => {
    const around = feet.slice(Math.max(0, x - 2), x + 3).sort((one, other) => one - other)
    return around[around.length >> 1]!
  })
}

interface Standing {
  sky: Uint8Array
  /** A row. */
  horizon: number
  /** A row for each column. */
  feet: readonly number[]
  figures: readonly Component[]
}

/** The ground comes nearer towards the lower edge; whatever stands on it is upright, as near as its foot. */
function nearnessOf({ sky, horizon, feet, figures }: Standing, width: number, height: number): Plane {
  const nearness = new Float32Array(width * height)
  const groundAt = (y: number) =>
    y < horizon ? atHorizon : atHorizon + (1 - atHorizon) * ((y - horizon) / (height - horizon)) ** 0.9
  for (let index = 0; index < nearness.length; index++) {
    const [x, y] = [index % width, Math.floor(index / width)]
    nearness[index] = sky[index] ? 0 : groundAt(Math.max(y, feet[x]!))
  }
  // The smallest first, so that the clearest figure lies over the others.
  for (const { pixels, bottom } of [...figures].reverse()) {
    const near = Math.max(0.45, groundAt(bottom))
    for (const index of pixels) nearness[index] = Math.max(nearness[index]!, near)
  }
  return spread(nearness, width, height, 1)
}
