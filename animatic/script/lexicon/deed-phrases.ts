/** Deeds told in several words. The base form chooses the drawing of a person, the action the motion of anything. */
import type { Action } from '../shot-plan.ts'
import { phraseTable } from './phrase-table.ts'

const lists: Record<`${Action} ${string}`, string> = {
  'ride waterski': 'water skiing, water ski, waterskiing, wakeboarding',
  'swim jetski': 'jet skiing, jetskiing, riding a jet ski, jet ski',
  'ride kitesurf': 'kitesurfing, kite surfing, kiteboarding',
  'ride windsurf': 'wind surfing, windsurfing',
  'fall paraglide': 'paragliding, parasailing, hang gliding',
  'ride sled':
    'sledding, sled dog racing, tobogganing, snowmobiling, snow mobiling, bobsledding, snow tubing, snowkiting, dog sledding',
  'swim scuba': 'scuba diving, snorkeling, snorkelling, deep sea diving',
  'jump highjump': 'high jump, high jumping, long jump, triple jump, pole vault, pole vaulting, vault',
  'run hurdle': 'hurdling, hurdles',
  'play athletics':
    'javelin throw, hammer throw, shot put, throwing discus, throwing javelin, throwing a javelin, throwing shot put, discus throw',
  'jump hopscotch': 'hopscotch, playing hopscotch, rope jumping, jump roping',
  'work tug': 'tug of war, playing tug of war',
  'walk tightrope': 'tightrope walking, slacklining, walking a tightrope, tightrope, walking on a tightrope',
  'play juggle': 'contact juggling, juggling balls, juggling fire, juggling soccer ball',
  'work dig': 'clam digging, digging, gold panning',
  'work collect': 'garbage collecting, collecting garbage, picking up trash, egg hunting',
  'talk crack': 'cracking neck, cracking knuckles, cracking back',
  'float waterslide': 'water sliding, sliding down a water slide, tubing',
  'stand queue': 'waiting in line, standing in line, queueing',
  'play tennis':
    'playing tennis, plays tennis, tennis serve, playing squash, playing squash or racquetball, playing racquetball, hitting a tennis ball',
  'play badminton': 'playing badminton, plays badminton',
  'play pingpong': 'playing ping pong, playing table tennis, table tennis',
  'play hockey':
    'hockey stop, playing ice hockey, playing hockey, ice hockey, playing field hockey, roller hockey, hurling',
  'play cricket': 'playing cricket, plays cricket',
  'play cards': 'playing poker, playing cards, playing blackjack, card throwing, dealing cards',
  'work shovelsnow': 'shoveling snow, shovelling snow, clearing snow, shovels snow',
  'work rake': 'raking leaves, raking hay, blowing leaves, rakes leaves',
  'work brushteeth':
    'brushing teeth, brushing her teeth, brushing his teeth, brushes her teeth, brushes his teeth, flossing teeth, flossing',
  'work makeup':
    'putting on makeup, applying makeup, applying lipstick, putting on lipstick, putting on mascara, putting on eyeliner, doing makeup, applying cream, filling eyebrows, face painting, doing her makeup',
  'work shave':
    'shaving head, shaving legs, trimming beard, shaving beard, trimming or shaving beard, shaving his head, shaving his beard',
  'work chopwood': 'chopping wood, splitting wood, chopping firewood, splitting logs, chops wood',
  'work laybricks': 'laying bricks, laying tiles, laying stone, laying concrete, brick laying',
  'work metal':
    'blowing glass, glass blowing, bending metal, welding metal, shaping metal, hammering metal, blacksmithing',
  'work changewheel': 'changing wheel, changing a tire, changing a wheel, changing oil, pumping gas',
  'work spraypaint': 'spray painting, doing graffiti, painting graffiti, finger painting',
  'work count': 'counting money, counting cash, counting coins, sorting money',
  'work phone':
    'texting, texting on a phone, talking on the phone, talking on cell phone, talking on a phone, taking a phone call, answering the phone, on the phone, talking on his phone, talking on her phone, using a phone',
  'work selfie': 'taking a selfie, takes a selfie, taking selfies, taking a selfie of himself',
  'work photograph':
    'taking a photo, taking photos, taking pictures, taking a picture, takes a photo, taking photographs, photographing',
  'sit angle':
    'ice fishing, catching fish, catching a fish, fly fishing, going fishing, fishing with a rod, casting a line, casting a net',
  'work knit': 'knitting, crocheting',
  'work grill':
    'barbecuing, barbequing, having a barbecue, grilling meat, grilling, cooking on campfire, cooking sausages, roasting marshmallows, cooking over a campfire',
  'work fry':
    'frying vegetables, frying eggs, frying an egg, flipping pancake, flipping pancakes, flipping a pancake, cooking egg, scrambling eggs, cooking an omelette, making an omelette',
  'work bartend': 'bartending, mixing drinks, mixing cocktails, pouring beer, making cocktails',
  'work paper': 'ripping paper, shredding paper, origami, folding paper',
  'talk karaoke': 'singing karaoke, recording music, beatboxing, beat boxing, singing a song, busking',
  'play gymnastics':
    'trapezing, balance beam, uneven bars, pommel horse, still rings, parallel bars, walking on a balance beam',
  'play punch':
    'punching bag, punching a punching bag, punching person, boxing, boxing match, kick boxing, kickboxing, shadow boxing',
  'work feedbaby': 'feeding a baby, feeding baby, bottle feeding, feeding the baby',
  'talk bubble': 'blowing bubble gum, chewing gum, blowing bubbles, blowing soap bubbles',
  'walk wade': 'crossing river, crossing a river, wading through water, wading in a river',
  'work pump': 'pumping fist, pumping his fist, pumping her fist',
  'wave celebrate': 'celebrating, celebrating a victory, popping champagne',
  'ride skate': 'roller skating, inline skating, rollerblading, roller blading',
  'ride iceskate': 'ice skating, figure skating, speed skating',
  'ride surf':
    'riding a wave, riding waves, riding the waves, body surfing, surfing water, surfing a wave, surfing waves',
  'ride ski': 'cross country skiing, skiing down, skiing slalom',
  'ride horse': 'horse riding, horseback riding, on horseback, riding horse, horse racing',
  'ride motorcycle': 'motorcycling, riding a motorcycle, riding motorcycle, riding a motorbike, motorbiking',
  'walk climb':
    'rock climbing, mountain climbing, ice climbing, climbing a mountain, climbing a rock, climbing a cliff, climbing a wall, abseiling, climbing ladder, climbing a ladder',
  'walk climbrope': 'climbing a rope, rope climbing, climbing rope',
  'run run':
    'parkour, running on treadmill, running on a treadmill, doing parkour, running a race, playing tag, obstacle course, cross country running',
  'jump jump':
    'bungee jumping, jumping rope, skipping rope, trampoline jumping, jumping jacks, doing jumping jacks, bouncing on trampoline, jumping on trampoline, jump rope, star jumps, doing parkour jumps, box jump',
  'fall skydive': 'sky diving, base jumping, bungee jump, parachute jumping, wingsuit flying',
  'swim dive': 'free diving, cliff diving, springboard diving, diving cliff',
  'swim swim':
    'swimming backstroke, swimming breast stroke, swimming butterfly stroke, swimming front crawl, swimming laps',
  'dance dance':
    'hula hooping, tap dancing, belly dancing, robot dancing, break dancing, line dancing, pole dancing, doing aerobics, hip hop dancing, salsa dancing, tango dancing, swing dancing, square dancing, country line dancing, folk dancing, macarena dancing, dancing ballet, ballet dancing, dancing gangnam style, dancing charleston, jumpstyle dancing, dancing macarena, zumba, doing zumba, krumping, moon walking, moonwalking, capoeira, ballroom dancing, modern dance, spinning poi, disco dancing, hula hoop, street dancing',
  'work taichi': 'tai chi, doing tai chi, practicing tai chi, qigong',
  'play drum':
    'air drumming, playing drums, playing drum, playing the drums, playing drum kit, playing bongos, drumming fingers',
  'wave snap': 'finger snapping, snapping fingers, snapping her fingers, snapping his fingers',
  'wave wave':
    'raising hand, raising a hand, raising hands, raises hand, waving goodbye, waving hello, high five, giving a high five, thumbs up, giving a thumbs up',
  'wave shakehands': 'shaking hands, shake hands, shakes hands, handshaking, handshake, fist bump, arm wrestling',
  'work haircut':
    'getting a haircut, getting haircut, having a haircut, cutting hair, braiding hair, curling hair, dying hair, brushing hair, combing hair, fixing hair, washing hair, blow drying hair, getting a tattoo, styling hair',
  'work groom':
    'waxing legs, waxing eyebrows, waxing back, waxing chest, cutting nails, doing nails, painting nails, washing face, washing hands, washing feet, washing his hands, washing her hands, gargling, removing makeup, plucking eyebrows',
  'sit spa':
    'getting a massage, receiving a massage, having a massage, massaging back, massaging feet, massaging legs, giving a massage',
  'sit bathe': 'taking a bath, having a bath, in a bathtub, in the bathtub, in a bubble bath',
  'sit shower': 'taking a shower, having a shower, taking shower, showering, in the shower',
  'sit meditate':
    'doing yoga, practicing yoga, practising yoga, in lotus position, does yoga, yoga pose, yoga, doing pilates',
  'sit stretch':
    'stretching leg, stretching legs, stretching arm, stretching arms, touching toes, doing a split, doing splits, doing the splits, bending back',
  'work lift':
    'lifting weights, weight lifting, lifts weights, lifting barbells, lifting a barbell, bench pressing, deadlifting, doing deadlifts, snatch weight lifting, clean and jerk, working out, pull ups, pull up, doing pull ups, exercising with an exercise ball, exercising arm, doing curls, front raises, kettlebell swing, battle rope training',
  'work pushup':
    'push up, push ups, doing push ups, doing pushups, pushups, pushup, doing a push up, sit ups, situp, sit up exercise, doing sit ups, doing crunches, planking, lunge, lunges, doing lunges, doing burpees, mountain climber exercise',
  'play dribble':
    'playing basketball, plays basketball, bouncing a ball, dribbling a ball, dribbling basketball, shooting basketball, shooting basketballs, dunking basketball, dunking a basketball, slam dunking',
  'play golf': 'playing golf, plays golf, golf swing, golf driving, golf putting, golf chipping, mini golfing',
  'play cartwheel':
    'doing cartwheels, doing a cartwheel, turning cartwheels, doing gymnastics, gymnastics tumbling, vault gymnastics, somersaulting, doing a handstand, handstand, back flip, backflip, doing a backflip, doing a flip, tumbling, flipping',
  'play handball': 'playing handball',
  'play fence': 'sword fighting, sword fight, fencing sport, sword duel, lightsaber duel',
  'play fight':
    'martial arts, doing karate, practicing kung fu, kung fu, karate, judo, taekwondo, side kick, drop kicking, high kick, slapping, pillow fight',
  'play shootarrow':
    'archery, practicing archery, shooting an arrow, shooting arrows, shooting a bow, shooting bow and arrow, doing archery',
  'play throw': 'throwing ball, disc golfing, skipping stones, throwing water balloon',
  'play rockscissorspaper':
    'rock scissors paper, rock paper scissors, playing rock paper scissors, playing rock scissors paper',
  'play board':
    'playing chess, plays chess, playing checkers, playing monopoly, playing a board game, playing dominoes, playing scrabble, playing go, solving rubiks cube, solving a puzzle',
  'fly glide': 'wing suit flying',
  'play bowl': 'bowling, playing bowling',
  'play controller':
    'playing controller, playing video games, playing a video game, playing videogames, playing games console, gaming, playing a game controller, using a controller',
  'play swing':
    'swinging on something, swinging on a swing, playing on a swing, playing on a swing set, on a swing, swinging legs',
  'play award':
    'giving or receiving award, giving award, receiving award, receiving an award, giving an award, winning an award, winning a medal',
  'swim waterpolo': 'playing water polo, water polo',
  'float row':
    'rowing a boat, rowing boat, canoeing or kayaking, paddling a canoe, canoeing, kayaking, white water rafting, rafting, paddle boarding, paddleboarding, rowing',
  'float sail': 'sailing, going sailing, yachting',
  'sleep sleep':
    'lying in bed, sleeping in bed, lies in bed, sleeps in bed, in bed, falls asleep, fell asleep, falling asleep, taking a nap, takes a nap',
  'sit wake': 'waking up, wakes up, woke up, baby waking up, getting out of bed, getting up',
  'work laundry':
    'doing laundry, doing the laundry, doing dishes, doing the dishes, doing homework, folding laundry, folding clothes, hanging laundry, folding napkins, ironing clothes, making bed, making the bed, making a bed, doing housework, tidying up',
  'work sharpen': 'sharpening knives, sharpening knife, sharpening a knife, sharpening pencil, sharpening a pencil',
  'work polish':
    'shining shoes, polishing shoes, cleaning shoes, polishing metal, waxing car, washing car, polishing furniture, polishing forniture',
  'work computer':
    'using computer, using a computer, typing on a computer, using laptop, using a laptop, working on a laptop, assembling computer, using a keyboard',
  'work draw': 'drawing, sketching, drawing a picture, painting a picture, doodling, doing calligraphy',
  'work vacuum':
    'vacuuming, hoovering, vacuum cleaning, mopping floor, mopping the floor, mopping, sweeping floor, sweeping the floor, scrubbing the floor, dusting, cleaning floor, cleaning toilet, cleaning pool, cleaning gutters',
  'fly fly': 'taking off, takes off, take off, took off, lifting off, lifts off, lift off, blasting off, blasts off',
  'sit sit': 'sitting down, sits down, sat down',
  'walk go': 'get caught, gets caught, getting caught, got caught',
  'walk march': 'marching, marching band, in a parade',
  'talk tongue':
    'sticking tongue out, sticking out tongue, sticking out his tongue, sticking out her tongue, sticking their tongue out, making a face, making faces, blowing nose, blowing a kiss',
  'talk talk':
    'having a conversation, answering questions, giving a speech, making a speech, news anchoring, presenting weather forecast, testifying, telling a story, talking on phone, having a meeting, having a discussion, interviewing',
}

export const deedPhrases = new Map(
  [...phraseTable<string>(lists)].map(([phrase, meaning]) => {
    const [action, base = ''] = meaning.split(' ')
    return [phrase, { base, told: phrase, action: action as Action, form: 'ing' as const }]
  }),
)

/** Whether the deed, as the prompt told it, goes between the ground and the air, and which way. */
export function runwayDeed(told: string | undefined): 'take-off' | 'landing' | undefined {
  if (/^(?:tak|took|lift)\w* off$/.test(told ?? '')) return 'take-off'
  return /^(?:land|touch\w* down)$/.test(told ?? '') ? 'landing' : undefined
}
