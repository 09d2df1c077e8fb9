/** Chooses the motion of a subject: what the verb says, as far as its kind can do that. */
import { kindOf } from './kinds.ts'
import type { Actor } from './relations.ts'
import type { Action, Subject } from './shot-plan.ts'

const grounded = new Set([
  'penguin',
  'chicken',
  'rooster',
  'turkey',
  'peacock',
  'dodo',
  'swan',
  'duck',
  'goose',
  'flamingo',
  'baby-chick',
  'hatching-chick',
  'front-facing-baby-chick',
  'owl',
])
const travelling = new Set<Action>([
  'walk',
  'run',
  'jump',
  'fly',
  'swim',
  'drive',
  'ride',
  'float',
  'play',
  'dance',
  'spin',
  'fall',
])
/** Deeds without a motion of their own that keep a person's hands busy. */
const busyDeeds = new Set(
  'groom blow fish change decorate mix stack pile sort collect attach connect count measure check test fill search teach help give receive sell buy press scratch remove create form save rescue raise lower place break crack sneeze cough spread spill pour offer share display touch knock tap'.split(
    ' ',
  ),
)
/** What sun, moon and clouds only seem to do. */
const passing = new Set<Action>(['stand', 'walk', 'run', 'float'])
/** Drawings whose figure already does something. */
const inDrawing: [RegExp, Action][] = [
  [/-(?:running|biking|mountain-biking)$|^horse-racing$/, 'run'],
  [/-walking$/, 'walk'],
  [/-dancing$/, 'dance'],
  [/-swimming$/, 'swim'],
  [/-(?:surfing|rowing-boat)$|^skier$|^snowboarder$/, 'ride'],
  [/-juggling$|-golfing$|-bouncing-ball$/, 'play'],
  [/^person-in-bed$/, 'sleep'],
  [/^(?:fire|candle)$/, 'burn'],
]

/** The motion to show; `drawing` is the one that was chosen. */
export function fitAction(kind: Subject['kind'], drawing: string, actor: Actor): Action {
  const told = actor.verb?.action
  if (drawing === 'parachute') return 'float'
  if (told === 'fly' && kind === 'person' && actor.relation?.kind === 'holding') return 'play'
  if (kind === 'person' && told === 'stand' && busyDeeds.has(actor.verb!.base)) return 'work'
  if (actor.verb?.base === 'park' && actor.verb.form === 'past') return 'stand'
  if (told !== undefined) return possible(kind, drawing, told)
  if (actor.passive || actor.relation !== undefined)
    return kind === 'sky' ? 'shine' : drawing === 'fire' ? 'burn' : 'stand'
  return inDrawing.find(([pattern]) => pattern.test(drawing))?.[1] ?? habit(kind, drawing)
}

function possible(kind: Subject['kind'], drawing: string, action: Action): Action {
  const lifeless = kind === 'object' || kind === 'plant' || kind === 'food'
  if (lifeless && action === 'work') return 'stand'
  if (kind === 'object' && travelling.has(action) && kindOf(drawing).heightMetres > 3) return 'stand'
  const still = action === 'sit' || action === 'sleep' || action === 'eat'
  if (still && (kind === 'vehicle' || kind === 'plant' || kind === 'food')) return 'stand'
  if (kind === 'vehicle') return travelling.has(action) ? 'drive' : action
  if (kind === 'boat') return travelling.has(action) ? 'float' : action
  if (kind === 'aircraft') return travelling.has(action) && action !== 'float' && action !== 'fall' ? 'fly' : action
  if (kind === 'fish')
    return action === 'walk' || action === 'run' || action === 'drive' || action === 'float' ? 'swim' : action
  if (kind === 'sky') return passing.has(action) ? habit(kind, drawing) : action
  if (action === 'drive') return kind === 'person' ? 'sit' : lifeless ? 'stand' : 'walk'
  return action
}

/** What stands still while nobody is on it. */
const ridden = /bicycle|skate|scooter|wheelchair|cart|sled/

/** What a thing does when the prompt does not say. */
function habit(kind: Subject['kind'], drawing: string): Action {
  if (kind === 'vehicle') return ridden.test(drawing) ? 'stand' : 'drive'
  if (kind === 'boat') return 'float'
  if (kind === 'aircraft') return drawing === 'balloon' ? 'float' : 'fly'
  if (kind === 'fish') return 'swim'
  if (kind === 'bird') return grounded.has(drawing) ? 'stand' : 'fly'
  if (kind === 'sky') return drawing === 'cloud' ? 'float' : 'shine'
  if (drawing === 'fire') return 'burn'
  return 'stand'
}
