/** What a deed is done with, where the prompt does not say: by the verb's base form. */
import { phraseTable } from './phrase-table.ts'

/** In the doer's hands. */
export const heldProps = phraseTable<string>({
  cooking: 'cook, fry, scramble, saute, stirfry',
  'open-book': 'read, study, recite',
  memo: 'write, note, journal, autograph',
  'mobile-phone': 'text, phone, call, dial, selfie',
  camera: 'photograph',
  'video-camera': 'vlog, videotape',
  toothbrush: 'brushteeth',
  lipstick: 'makeup',
  broom: 'sweep, mop, vacuum',
  yarn: 'knit, crochet',
  'sewing-needle': 'stitch, embroider, darn',
  laptop: 'computer, code, program',
  'video-game': 'controller',
  tennis: 'tennis',
  badminton: 'badminton',
  'ping-pong': 'pingpong',
  'ice-hockey': 'hockey',
  'cricket-game': 'cricket',
  'bow-and-arrow': 'shootarrow',
  'boxing-glove': 'punch, box, spar',
  axe: 'chopwood',
  hammer: 'hammer, metal',
  'carpentry-saw': 'saw',
  wrench: 'repair, tinker',
  'fishing-pole': 'angle, fish, icefish',
  bowling: 'bowl',
  cigarette: 'smoke, vape',
  'money-with-wings': 'count',
  trophy: 'award',
  'party-popper': 'celebrate',
  'flower-playing-cards': 'cards',
  'chess-pawn': 'board',
  'game-die': 'gamble',
  'diving-mask': 'scuba, snorkel',
  sponge: 'wash, scrub, polish',
  basket: 'laundry',
  microphone: 'busk, rap, karaoke, announce, interview',
  'magic-wand': 'cast',
  scissors: 'trim, snip',
  bucket: 'water',
  razor: 'shave',
  paintbrush: 'plaster, varnish',
})

/** What an animal of that trade wears on its head. */
export const tradeHats = phraseTable<string>({
  'chef-hat': 'chef, cook, baker, pizza chef, sushi chef',
  'space-helmet': 'astronaut, cosmonaut, spaceman',
  'billed-cap': 'police officer, policeman, cop, pilot, driver, mechanic, captain, sailor, postman',
  'rescue-workers-helmet': 'firefighter, fireman, construction worker, builder, miner, engineer',
  'graduation-cap': 'student, professor, teacher, scientist',
  'top-hat': 'magician, gentleman, butler, conductor, businessman',
  crown: 'king, queen, prince, princess, emperor',
})

/** Beneath him. A drawing of a person has a horse and a bicycle of its own. */
export const mounts = phraseTable<string>({
  skateboard: 'skateboard',
  horse: 'horse',
  bicycle: 'cycle, bike, pedal',
  motorcycle: 'motorcycle',
  sled: 'sled',
  speedboat: 'jetski',
})

/** Around him. */
export const vessels = phraseTable<string>({ sailboat: 'sail' })

/** He stands behind it. */
export const stations = phraseTable<string>({
  'drum-kit': 'drum',
  piano: 'piano',
})

/** Beside him, on the ground. */
export const besides = phraseTable<string>({
  fire: 'grill, barbecue, barbeque',
  'sewing-machine': 'sew',
  'potted-plant': 'plant',
  't-shirt': 'iron',
})
