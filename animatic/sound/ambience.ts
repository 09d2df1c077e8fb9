/** What a place sounds like: which sources play, and how loud. */
import type { Random } from '../random.ts'
import type { Shot } from '../script/shot-plan.ts'
import { birdsong, crickets, gulls, owl } from './birds.ts'
import { crowd, traffic } from './city.ts'
import { rain, thunder } from './rain.ts'
import { roomTone, spaceDrone } from './rooms.ts'
import { mixInto, silence, type Track } from './track.ts'
import { runningWater, stillWater, underwater } from './water.ts'
import { oceanWaves } from './waves.ts'
import { rustle, wind } from './wind.ts'

type Air = Pick<Shot, 'place' | 'timeOfDay' | 'weather' | 'season'>

interface Layer {
  gain: number
  play: (samples: number, random: Random) => Track
}

const breeze: Layer = { gain: 0.16, play: (samples, random) => wind(samples, random, 0.1) }
const coldWind: Layer = { gain: 0.4, play: (samples, random) => wind(samples, random, 0.55) }
const leaves: Layer = { gain: 0.5, play: rustle }

const roomAir: Layer = { gain: 0.35, play: roomTone }
const voices: Layer = { gain: 0.9, play: crowd }
const farTraffic: Layer = { gain: 0.16, play: (samples, random) => traffic(samples, random, 0.1) }
const nearTraffic: Layer = { gain: 0.24, play: (samples, random) => traffic(samples, random, 0.25) }
const quietRoom = [roomAir]
const peopledRoom = [voices, roomAir]

const placeLayers: Readonly<Record<string, readonly Layer[]>> = {
  river: [{ gain: 0.42, play: runningWater }],
  lake: [{ gain: 1, play: stillWater }, breeze],
  ocean: [{ gain: 0.42, play: oceanWaves }, breeze],
  beach: [{ gain: 0.42, play: oceanWaves }],
  underwater: [{ gain: 0.4, play: underwater }],
  forest: [leaves, breeze],
  mountain: [{ gain: 0.4, play: (samples, random) => wind(samples, random, 0.4) }],
  meadow: [leaves, breeze],
  desert: [{ gain: 0.5, play: (samples, random) => wind(samples, random, 0.3) }],
  snow: [coldWind],
  city: [nearTraffic, { gain: 0.8, play: crowd }],
  street: [farTraffic, voices],
  market: [{ gain: 1.6, play: crowd }],
  skyline: [{ gain: 0.22, play: (samples, random) => traffic(samples, random, 0.1) }],
  bridge: [farTraffic, { gain: 0.3, play: runningWater }],
  harbour: [{ gain: 0.8, play: stillWater }, breeze],
  airport: [nearTraffic, breeze],
  station: [farTraffic, voices],
  waterfall: [{ gain: 1.2, play: runningWater }],
  jungle: [leaves, breeze],
  canyon: [{ gain: 0.35, play: (samples, random) => wind(samples, random, 0.3) }],
  glacier: [coldWind],
  volcano: [{ gain: 0.45, play: (samples, random) => wind(samples, random, 0.2) }],
  cave: [{ gain: 0.5, play: stillWater }, roomAir],
  mars: [
    { gain: 0.4, play: spaceDrone },
    { gain: 0.4, play: (samples, random) => wind(samples, random, 0.3) },
  ],
  moon: [{ gain: 0.6, play: spaceDrone }],
  studio: [{ gain: 0.1, play: roomTone }],
  stadium: [{ gain: 2, play: crowd }],
  village: [breeze, { gain: 0.4, play: crowd }],
  road: [breeze, { gain: 0.2, play: (samples, random) => traffic(samples, random, 0.12) }],
  garden: [leaves, breeze],
  park: [leaves, breeze, { gain: 0.3, play: crowd }],
  space: [{ gain: 0.6, play: spaceDrone }],
  sky: [{ gain: 0.35, play: (samples, random) => wind(samples, random, 0.35) }],
  room: quietRoom,
  'living-room': quietRoom,
  bedroom: quietRoom,
  bathroom: quietRoom,
  kitchen: quietRoom,
  library: quietRoom,
  laboratory: quietRoom,
  hospital: quietRoom,
  church: quietRoom,
  gallery: quietRoom,
  hallway: quietRoom,
  workshop: quietRoom,
  office: peopledRoom,
  classroom: peopledRoom,
  restaurant: peopledRoom,
  shop: peopledRoom,
  gym: peopledRoom,
  factory: [{ gain: 0.2, play: (samples, random) => traffic(samples, random, 0.3) }, roomAir],
  aquarium: [{ gain: 0.2, play: underwater }, voices],
  pool: [{ gain: 0.8, play: stillWater }, voices],
  cliff: [{ gain: 0.25, play: oceanWaves }, breeze],
  stage: [
    { gain: 2, play: crowd },
    { gain: 0.1, play: roomTone },
  ],
}

/** Where no bird is heard and no rain falls. */
const indoors = new Set([
  ...[
    'room',
    'living-room',
    'bedroom',
    'bathroom',
    'kitchen',
    'library',
    'laboratory',
    'hospital',
    'church',
    'gallery',
  ],
  ...[
    'hallway',
    'workshop',
    'office',
    'classroom',
    'restaurant',
    'shop',
    'gym',
    'factory',
    'aquarium',
    'stage',
    'studio',
    'pool',
  ],
  ...['cave', 'mars', 'moon', 'space', 'underwater'],
])
const wooded = new Set([
  ...['forest', 'jungle', 'meadow', 'farm', 'garden', 'park', 'river', 'waterfall', 'lake', 'village', 'mountain'],
  ...['castle', 'ruins', 'cemetery', 'playground', 'default'],
])

/** Two shots of the same key sound alike, so one ambience runs on through the cut. */
export function ambienceKey({ place, timeOfDay, weather, season }: Air): string {
  return [place, isNight(timeOfDay) ? 'night' : 'day', weather, season === 'winter' ? 'winter' : ''].join(' ')
}

export function ambience(air: Air, samples: number, random: Random): Track {
  const track = silence(samples)
  for (const { gain, play } of layersOf(air)) mixInto(track, play(samples, random), { at: 0, gain })
  return track
}

function layersOf(air: Air): Layer[] {
  const layers = [...(placeLayers[air.place] ?? [breeze, leaves])]
  if (indoors.has(air.place)) return layers
  return [...layers, ...creatures(air), ...weatherLayers(air.weather)]
}

function isNight(timeOfDay: Air['timeOfDay']): boolean {
  return timeOfDay === 'night' || timeOfDay === 'dusk'
}

function creatures({ place, timeOfDay, weather, season }: Air): Layer[] {
  if (weather === 'rain' || weather === 'storm' || weather === 'snow' || season === 'winter') return []
  if (isNight(timeOfDay)) {
    if (!wooded.has(place)) return []
    return place === 'forest'
      ? [
          { gain: 0.8, play: crickets },
          { gain: 1, play: owl },
        ]
      : [{ gain: 0.8, play: crickets }]
  }
  if (place === 'ocean' || place === 'beach' || place === 'cliff') return [{ gain: 1, play: gulls }]
  const density = timeOfDay === 'dawn' || timeOfDay === 'morning' ? 1.6 : 0.9
  return wooded.has(place) ? [{ gain: 0.55, play: (samples, random) => birdsong(samples, random, density) }] : []
}

function weatherLayers(weather: Air['weather']): Layer[] {
  if (weather === 'rain') return [{ gain: 0.7, play: (samples, random) => rain(samples, random, 0.5) }]
  if (weather === 'storm') {
    return [
      { gain: 0.7, play: (samples, random) => rain(samples, random, 1) },
      { gain: 0.3, play: (samples, random) => wind(samples, random, 0.9) },
      { gain: 0.6, play: thunder },
    ]
  }
  if (weather === 'wind') return [{ gain: 0.6, play: (samples, random) => wind(samples, random, 0.8) }]
  return weather === 'snow' ? [coldWind] : []
}
