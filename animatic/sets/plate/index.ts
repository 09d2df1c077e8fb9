/** A reference image as a place: it fills the frame or stands framed in it, and moves by depth as the camera moves. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { plateCamera, viewsOf } from '../../camera/plate-camera.ts'
import { projectionAt, type View } from '../../camera/view.ts'
import type { Random } from '../../random.ts'
import type { Shot, TimeOfDay } from '../../script/shot-plan.ts'
import { lightOf } from '../light.ts'
import type { Layer, Medium, Place } from '../place.ts'
import { type Area, compose, needsFrame } from './compose.ts'
import { grade, lightWithin } from './grade.ts'
import { readImage } from './read-image.ts'
import { fillLookup, type Hanging, makeLookup, type Relief, warp } from './warp.ts'

export interface PlateOrder {
  /** Path of a PNG, JPEG or WebP file. */
  path: string
  shot: Shot
  /** The image's own light stays as it is; the prompt named no hour. */
  keepsLight: boolean
  width: number
  height: number
  random: Random
}

export interface Plate {
  place: Place
  camera: (seconds: number) => View
}

/** How far apart the furthest and the nearest are, in the depth of layers; and how far they may come apart. */
const [mostRelief, mostParting] = [0.75, 0.05]
/** Where the ground is that subjects stand on, as a share of the frame's height. */
const floorShare = 0.87
/** The usual nearness there. */
const floorNearness = 0.84
const margin = 3
/** Weathers that hide the image's own sky. */
const overcast = new Set(['cloudy', 'rain', 'snow', 'fog', 'storm'])

/** Throws when the image cannot be decoded. */
export async function paintPlate(order: PlateOrder): Promise<Plate> {
  const { shot, width, height } = order
  const image = await loadImage(order.path)
  const camera = plateCamera({
    move: shot.camera,
    seconds: shot.seconds,
    width,
    height,
    focusX: width / 2,
    focusY: height / 2,
    isFramed: needsFrame(image.width / image.height, width / height),
  })
  const views = viewsOf(camera, shot.seconds)
  const reading = readImage(image)
  const aside = Math.max(1, ...views.map(({ x, y }) => Math.hypot(x, y)))
  const relief = Math.min(mostRelief, (mostParting * width) / aside)
  // What stands on the floor is as near as a subject, so that its feet stay where they are.

  const depths = { farDepth: 1 - relief * floorNearness, nearDepth: 1 + relief * (1 - floorNearness) }
  const area = areaOf(views, depths, width, height)
  const density = Math.min(1.2, Math.max(1, ...views.map(({ zoom }) => zoom)))
  const composition = compose(image, reading, { width, height }, area, density)
  const { picture, nearness, isFramed } = composition
  const keepsLight = order.keepsLight || isLitSo(shot.timeOfDay, reading.brightness)
  const light = lightOf(keepsLight ? 'day' : shot.timeOfDay, shot.weather)
  const pixels = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height).data
  grade(pixels, composition, {
    light,
    brightness: reading.brightness,
    isFramed,
    skyShare: keepsLight ? (overcast.has(shot.weather) ? 0.7 : 0) : 0.62,
    random: order.random,
  })
  const [left, top] = [area.left, area.top]
  const place: Place = {
    backdrop: [
      moving(
        {
          width: picture.width,
          height: picture.height,
          pixels: new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4),
          nearness: bytesOf(nearness),
        },
        { ...depths, left, top, density },
        width,
        height,
      ),
    ],
    ground: [],
    foreground: [],
    medium: mediumOf(shot),
    light: lightWithin(pixels, light),
    horizon: height * (isFramed ? 0.6 : reading.horizon),
    floor: height * (isFramed ? 0.94 : floorShare),
    dust: 'none',
    isBounded: true,
  }
  return { place, camera }
}

/** 0 to 1 as 0 to 255. */
function bytesOf(plane: Float32Array): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(plane.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = plane[index]! * 255
  return bytes
}

/** A picture that is bright already is a day's. */
function isLitSo(timeOfDay: TimeOfDay, brightness: number): boolean {
  return (timeOfDay === 'day' || timeOfDay === 'morning') && brightness > 0.33
}

/** The part of the world that is seen through all the views, at the far and at the near end. */
function areaOf(
  views: readonly View[],
  { farDepth, nearDepth }: Pick<Hanging, 'farDepth' | 'nearDepth'>,
  width: number,
  height: number,
): Area {
  let [left, top, right, bottom] = [0, 0, width, height]
  for (const view of views) {
    for (const depth of [farDepth, nearDepth]) {
      const seen = projectionAt(view, depth)
      left = Math.min(left, -seen.left / seen.scale)
      top = Math.min(top, -seen.top / seen.scale)
      right = Math.max(right, (width - seen.left) / seen.scale)
      bottom = Math.max(bottom, (height - seen.top) / seen.scale)
    }
  }
  return {
    left: left - margin,
    top: top - margin,
    width: right - left + margin * 2,
    height: bottom - top + margin * 2,
  }
}

/** One frame's pixels serve all frames: each overwrites all of them. */
function moving(relief: Relief, hanging: Hanging, width: number, height: number): Layer {
  const frame = createCanvas(width, height).getContext('2d').createImageData(width, height)
  const words = new Uint32Array(frame.data.buffer, frame.data.byteOffset, width * height)
  const lookup = makeLookup()
  return {
    draw(target, view) {
      fillLookup(lookup, view, hanging)
      warp(relief, lookup, words, width, height)
      target.putImageData(frame, 0, 0)
    },
  }
}

/** What the prompt says that its subjects move in. */
function mediumOf({ place, subjects }: Shot): Medium {
  if (place === 'space' || place === 'underwater') return place
  if (place === 'sky') return 'air'
  const onWater = ['river', 'lake', 'ocean'].includes(place)
  return onWater && subjects.some(({ action, kind }) => action === 'swim' || kind === 'boat') ? 'water' : 'ground'
}
