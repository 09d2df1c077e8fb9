/** Deeds told in several words. The base form chooses the drawing of a person, the action the motion of anything. */
import type { Action } from '../shot-plan.ts'
import { phraseTable } from './phrase-table.ts'

const lists: Record<`${Action} ${string}`, string> = {
  'ride skate': 'roller skating, inline skating',
  'ride iceskate': 'ice skating, figure skating, speed skating',
  'ride surf': 'wind surfing, riding a wave, riding waves, riding the waves, kite surfing, body surfing',
  'ride ski': 'cross country skiing, water skiing, skiing down',
  'ride horse': 'horse riding, horseback riding, on horseback',
  'walk climb':
    'rock climbing, mountain climbing, ice climbing, climbing a mountain, climbing a rock, climbing a cliff, climbing a wall',
  'jump jump':
    'bungee jumping, jumping rope, skipping rope, high jump, long jump, trampoline jumping, jumping jacks, doing jumping jacks',
  'fall skydive': 'sky diving, base jumping, bungee jump, parachute jumping',
  'swim dive': 'scuba diving, free diving, deep sea diving',
  'dance dance':
    'hula hooping, tap dancing, belly dancing, robot dancing, break dancing, line dancing, pole dancing, doing aerobics, hip hop dancing, salsa dancing',
  'play drum': 'air drumming',
  'wave snap': 'finger snapping, snapping fingers, snapping her fingers, snapping his fingers',
  'wave wave': 'raising hand, raising a hand, raising hands, raises hand, waving goodbye, waving hello',
  'work haircut': 'getting a haircut, getting haircut, having a haircut, cutting hair',
  'sit spa': 'getting a massage, receiving a massage, having a massage',
  'sit bathe': 'taking a bath, having a bath, in a bathtub, in the bathtub, in a bubble bath',
  'sit meditate': 'doing yoga, practicing yoga, practising yoga, in lotus position, does yoga, yoga pose',
  'work lift': 'lifting weights, weight lifting, lifts weights, lifting barbells, lifting a barbell, bench pressing',
  'play dribble':
    'playing basketball, plays basketball, bouncing a ball, dribbling a ball, dribbling basketball, shooting basketball',
  'play golf': 'playing golf, plays golf, golf swing, golf driving, golf putting, golf chipping',
  'play cartwheel': 'doing cartwheels, doing a cartwheel, turning cartwheels, doing gymnastics',
  'play handball': 'playing handball',
  'swim waterpolo': 'playing water polo, water polo',
  'float row': 'rowing a boat, rowing boat, canoeing or kayaking, paddling a canoe',
  'sleep sleep':
    'lying in bed, sleeping in bed, lies in bed, sleeps in bed, in bed, falls asleep, fell asleep, falling asleep, taking a nap, takes a nap',
  'work laundry': 'doing laundry, doing the laundry, doing dishes, doing the dishes, doing homework',
  'fly fly': 'taking off, takes off, lifting off, lifts off, blasting off, blasts off',
  'sit sit': 'sitting down, sits down, sat down',
  'walk go': 'get caught, gets caught, getting caught, got caught',
  'talk talk': 'having a conversation, on the phone, talking on the phone',
}

export const deedPhrases = new Map(
  [...phraseTable<string>(lists)].map(([phrase, meaning]) => {
    const [action, base = ''] = meaning.split(' ')
    return [phrase, { base, action: action as Action, form: 'ing' as const }]
  }),
)
