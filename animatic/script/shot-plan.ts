/**
 * The shot plan: what a prompt became before a pixel is drawn. It is plain data, so it can be
 * printed, stored and compared; every later step (cast, sets, motion, camera, sound, render)
 * reads the plan and nothing else of the prompt.
 */
import { z } from 'zod'

/** Times of day, from which light, sky and colour grade follow. */
export const timeOfDay = z.enum(['dawn', 'morning', 'day', 'golden-hour', 'sunset', 'dusk', 'night'])
export type TimeOfDay = z.infer<typeof timeOfDay>

export const weather = z.enum(['clear', 'cloudy', 'rain', 'snow', 'fog', 'storm', 'wind'])
export type Weather = z.infer<typeof weather>

export const season = z.enum(['spring', 'summer', 'autumn', 'winter'])
export type Season = z.infer<typeof season>

export const mood = z.enum(['calm', 'joyful', 'playful', 'epic', 'tense', 'sad', 'mysterious', 'romantic'])
export type Mood = z.infer<typeof mood>

/** How the picture is painted, when the prompt says so; the renderer may grade or filter the frames by it. */
export const style = z.enum([
  'black-and-white',
  'oil-painting',
  'watercolour',
  'pixel-art',
  'cyberpunk',
  'woodblock',
  'surreal',
  'pencil-sketch',
  'vintage',
  'comic',
  'film-noir',
  'van-gogh',
  'anime',
])
export type Style = z.infer<typeof style>

/** What a subject does, reduced to the motions the engine can show. */
export const action = z.enum([
  'stand',
  'walk',
  'run',
  'jump',
  'dance',
  'swim',
  'fly',
  'drive',
  'ride',
  'sit',
  'sleep',
  'eat',
  'float',
  'fall',
  'spin',
  'wave',
  'play',
  'talk',
  'work',
  'grow',
  'burn',
  'shine',
])
export type Action = z.infer<typeof action>

export const cameraMove = z.enum([
  'static',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'zoom-in',
  'zoom-out',
  'dolly-in',
  'dolly-out',
  'tracking',
  'orbit',
  'crane-up',
  'crane-down',
  'handheld',
  'aerial',
  /** Glides evenly, as on rails. */
  'steady',
  /** Trembles hard, as in an earthquake. */
  'shake',
  /** Sharpness goes from what is near to what is far. */
  'rack-focus',
  'over-the-shoulder',
])
export type CameraMove = z.infer<typeof cameraMove>

/** A garment somebody wears: what of the figure it covers, and in which CSS colour. */
export const garment = z.object({
  words: z.string(),
  cut: z.enum(['dress', 'robe', 'suit', 'top', 'legs', 'feet', 'scarf']),
  colour: z.string(),
})
export type Garment = z.infer<typeof garment>

export const subject = z.object({
  /** The words of the prompt that named it, lower case. */
  words: z.string(),
  /** Name of the drawing in the emoji set, e.g. `cat`. */
  drawing: z.string(),
  /** What kind of thing it is: decides its real size, how it moves and what it sounds like. */
  kind: z.enum(['person', 'animal', 'bird', 'fish', 'vehicle', 'aircraft', 'boat', 'plant', 'food', 'object', 'sky']),
  count: z.number().int().min(1).max(24),
  /** A CSS colour when the prompt names one. */
  colour: z.string().optional(),
  /** Height in metres, for relative scale; `size` is already in it. */
  heightMetres: z.number().positive(),
  /** The factor of its usual height, when the prompt says "tiny" or "giant". */
  size: z.number().positive().optional(),
  /** Adjectives of the prompt, such as `fluffy`. */
  attributes: z.array(z.string()).max(12).optional(),
  /** What a person wears, as far as the prompt tells it and the drawing can be dressed in it. */
  wears: z.array(garment).max(4).optional(),
  action,
  /** The verb that the prompt told, in its base form, or its words when there are several: `ice skating`. */
  deed: z.string().optional(),
  /** Another subject's index this one is placed against. */
  relation: z
    .object({
      kind: z.enum(['left-of', 'right-of', 'on', 'under', 'in-front-of', 'behind', 'inside', 'riding', 'holding']),
      of: z.number().int().min(0),
    })
    .optional(),
})
export type Subject = z.infer<typeof subject>

/** How a shot takes over from the one before. */
export const transition = z.enum(['cross-fade', 'slide', 'push'])
export type Transition = z.infer<typeof transition>

/** A reference image that is seen instead of a painted set. */
export const reference = z.object({
  /** Of the images given, 0 first. */
  image: z.number().int().min(0),
  /** The prompt names no hour: the image keeps its own light. */
  keepsLight: z.boolean(),
  transition,
})
export type Reference = z.infer<typeof reference>

export const shot = z.object({
  /** Seconds from the start of the film. */
  startSeconds: z.number().min(0),
  seconds: z.number().positive(),
  /** Name of the set, a file of `sets/`. */
  place: z.string(),
  /** The words of the prompt that named the place; none when it was chosen to suit the subjects. */
  placeWords: z.string().optional(),
  /** The CSS colour of a studio's paper: "on a white background". */
  backdrop: z.string().optional(),
  timeOfDay,
  /** A time-lapse: the light runs on to this hour within the shot, and the stars wheel. */
  timeOfDayEnd: timeOfDay.optional(),
  weather,
  season,
  subjects: z.array(subject),
  camera: cameraMove,
  /** It goes on where an earlier shot ended, on the same set: `shot` counts from 0, `seconds` are those of it seen before. */
  continues: z.object({ shot: z.number().int().min(0), seconds: z.number().positive() }).optional(),
  reference: reference.optional(),
})
export type Shot = z.infer<typeof shot>

export const shotPlan = z.object({
  prompt: z.string(),
  mood,
  /** 0.5 is slow motion, 1 normal, 2 a time-lapse feel. */
  tempo: z.number().min(0.25).max(4),
  style: style.optional(),
  shots: z.array(shot).min(1),
  /** Nouns of the prompt that are not depicted: said, never silently swapped for something else. */
  unresolved: z.array(z.string()),
  /** Sentences on what was decided that the prompt left open. */
  notes: z.array(z.string()).optional(),
})
export type ShotPlan = z.infer<typeof shotPlan>
