/** What a painted place is: layers from the sky to the foreground, and where a subject may be in it. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { View } from '../camera/view.ts'
import type { Random } from '../random.ts'
import type { Season, TimeOfDay, Weather } from '../script/shot-plan.ts'
import type { Light } from './light.ts'

export interface SetOrder {
  /** Pixels of the frame. */
  width: number
  height: number
  random: Random
  timeOfDay: TimeOfDay
  weather: Weather
  season: Season
  light: Light
  /** On which side the sun or moon stands: 0 is the far left, 1 the far right. */
  sunSide: number
  /** The CSS colour of a studio's paper. */
  backdrop?: string | undefined
  /** Planets or moons are among the subjects: the set paints none of its own. */
  hasWorlds?: boolean
  /** A time-lapse: the light at the shot's end, and how many seconds the shot lives through until then. */
  lapse?: Lapse
}

export interface Lapse {
  light: Light
  seconds: number
}

export interface Layer {
  /** Draws what the view shows of the layer, `seconds` into the shot. */
  draw(target: SKRSContext2D, view: View, seconds: number): void
}

/** What a subject moves in; decides how it stands, what it stirs up and whether it has a shadow. */
export type Medium = 'ground' | 'water' | 'underwater' | 'air' | 'space'

export interface Water {
  /** The far shore's line, in pixels from the top at the camera's rest. */
  top: number
  colour: string
  /** 0 is a mirror, 1 the open sea. */
  roughness: number
}

export interface Place {
  /** Behind the subjects, far to near. What stands here is what water mirrors. */
  backdrop: readonly Layer[]
  water?: Water
  /** Between the water and the subjects. */
  ground: readonly Layer[]
  /** Before the subjects. */
  foreground: readonly Layer[]
  medium: Medium
  /** The light the subjects stand in, where it is not the open sky's. */
  light?: Light
  /** Pixels from the top: where the land meets the sky, and where the lead subject's feet are. */
  horizon: number
  floor: number
  /** Pixels of one metre where the subjects stand, where the place is built to scale. */
  metre?: number
  /** Pixels from the top at which boats and swimmers lie, where the water is beside the ground. */
  mooring?: number
  /** What feet stir up. */
  dust: 'dust' | 'splash' | 'snow' | 'grass' | 'none'
  /** No weather falls here; it is seen through the windows, where there are any. */
  indoors?: boolean
  /** It ends where the frame does: the camera cannot follow a subject on and on. */
  isBounded?: boolean
}

export type SetPainter = (order: SetOrder) => Place

/** What the weather falls on; nothing is told of it where it is only seen through a window. */
export type WeatherGround = Pick<Place, 'horizon' | 'medium' | 'dust'>
