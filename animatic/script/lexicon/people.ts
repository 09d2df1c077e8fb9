/** Words for people: what body to draw and how tall it stands, in metres. */
import { phraseTable, wordSet } from './phrase-table.ts'

/** Prefix of the drawings of a body: `woman-running`, `man-surfing`, `person-biking`. */
export type Body = 'man' | 'woman' | 'person'

export const bodies = phraseTable<`${Body}:${string}`>({
  'woman:1.68':
    'woman, lady, female, mother, mom, mum, wife, girlfriend, aunt, businesswoman, housewife, sister, bride, actress, waitress, grandma lady, she',
  'man:1.78':
    'vincent van gogh, van gogh, iron man, old master, man, guy, gentleman, male, father, dad, husband, boyfriend, uncle, businessman, fisherman, brother, groom, soldier, monk, dude, lumberjack, waiter, butler',
  'person:1.72':
    'driver, bus driver, truck driver, taxi driver, train driver, race driver, racer, rider, keeper, lighthouse keeper, zookeeper, beekeeper, shopkeeper, vendor, street vendor, owner, guest, neighbour, neighbor, merchant, salesman, barista, bartender, baker, sushi master, archeologist, explorer, adventurer, inventor, boxer, warrior, guide, hero, heroine, hipster, skater, ranger, tailor, porter, person, human, human being, somebody, someone, people, individual, adult, pedestrian, traveller, traveler, tourist, hiker, passenger, worker, performer, actor, athlete, player, customer, visitor, friend, villager, crowd, figure, stranger, commuter, backpacker, musician, guitarist, pianist, violinist, drummer, photographer, shopper, spectator, audience, youth, parent, teammate, partner, lover, host, owner, protagonist, character, human figure, explorer, wanderer, adventurer, driver, rider, warrior, vendor, shopkeeper, baker, florist, barista, bartender, model',
  'woman:1.3': 'girl, daughter, little girl, young girl, schoolgirl, granddaughter',
  'man:1.3': 'boy, son, little boy, young boy, schoolboy, grandson, lad',
  'person:1.25': 'child, kid, children, toddler, schoolchild, pupil, teen, teenager, youngster',
})

/** Roles with a drawing of their own; `?` stands for a body when the sentence names a man or a woman. */
export const roles = phraseTable<string>({
  knight:
    'knight, medieval knight, crusader, paladin, armored knight, knight in shining armor, knight in armor, templar',
  samurai: 'samurai, samurai warrior',
  pirate: 'pirate, buccaneer, pirate captain, corsair',
  cowboy: 'cowboy, cowgirl',
  viking: 'viking, viking warrior',
  astronaut: 'astronaut, spaceperson, cosmonaut, spaceman, space man, space explorer, spacewoman',
  cook: 'cook, chef, pizza chef, sushi chef',
  farmer: 'farmer, gardener, peasant, rancher',
  firefighter: 'firefighter, fireman, firewoman, fire fighter',
  'police-officer': 'police officer, policeman, policewoman, cop, police',
  detective: 'detective, sherlock, spy, secret agent, private eye, sleuth',
  'construction-worker': 'construction worker, builder, bricklayer',
  'factory-worker': 'factory worker, welder, blacksmith, metalworker',
  mechanic: 'mechanic, plumber, repairman, electrician, engineer, handyman, carpenter',
  'health-worker': 'doctor, nurse, surgeon, physician, health worker, medic, paramedic, dentist, veterinarian, vet',
  scientist: 'scientist, chemist, researcher, biologist',
  teacher: 'teacher, professor, lecturer, tutor',
  student: 'student, graduate, undergraduate',
  judge: 'judge, magistrate',
  pilot: 'pilot, aviator, flight captain',
  singer: 'singer, dj, disc jockey, rock star, vocalist, rockstar, pop star, rapper',
  artist: 'artist, painter',
  technologist: 'technologist, programmer, coder, software engineer, developer, hacker',
  'office-worker': 'office worker, clerk, secretary, manager, accountant',
  guard: 'guard, guardsman, royal guard, sentry',
  ninja: 'ninja, shinobi',
  'woman-superhero': 'superheroine, supergirl, superwoman, wonder woman',
  'person-superhero': 'superhero, super hero, superman, batman, spiderman, spider man',
  'person-supervillain': 'supervillain, villain',
  'woman-mage': 'witch, sorceress',
  'man-mage': 'wizard, warlock, merlin, gandalf',
  'person-mage': 'mage, sorcerer, magician',
  'person-fairy': 'fairy, pixie, sprite',
  'person-vampire': 'vampire, dracula',
  'person-zombie': 'zombie, undead',
  'person-elf': 'elf, elves',
  'person-genie': 'genie, djinn',
  'woman-merpeople': 'mermaid',
  'man-merpeople': 'merman',
  'person-merpeople': 'merperson, merpeople',
  'person-with-crown': 'monarch, ruler',
  prince: 'prince, king, emperor',
  princess: 'princess, queen, empress, duchess',
  'santa-claus': 'santa, santa claus, father christmas, saint nicholas',
  'mrs-claus': 'mrs claus',
  'baby-angel': 'angel, cherub, cupid',
  'old-man': 'old man, elderly man, grandfather, grandpa, granddad, grandad',
  'old-woman': 'old woman, elderly woman, grandmother, grandma, granny, old lady, elderly lady',
  'older-person': 'elderly person, old person, pensioner, elder, senior, senior citizen',
  baby: 'baby, infant, newborn, newborn baby',
  skier: 'skier',
  snowboarder: 'snowboarder',
  'person-surfing': 'surfer',
  'person-biking': 'cyclist, biker, bicyclist, bike rider',
  'person-running': 'runner, jogger, sprinter, marathon runner',
  'person-swimming': 'swimmer, diver, scuba diver, snorkeler',
  'person-climbing': 'climber, mountaineer, rock climber',
  'person-juggling': 'juggler',
  'person-fencing': 'fencer, swordsman',
  'person-lifting-weights': 'weightlifter, bodybuilder',
  'person-golfing': 'golfer',
  'person-bouncing-ball': 'basketball player',
  'person-rowing-boat': 'rower',
  'woman-dancing': 'dancer, ballerina, ballet dancer, flamenco dancer, female dancer',
  'man-dancing': 'male dancer, breakdancer',
  'horse-racing': 'jockey, horse rider, horseman, equestrian, horseback rider',
  'person-in-tuxedo': 'man in tuxedo',
  ogre: 'ogre',
  goblin: 'goblin',
  troll: 'troll',
  'clown-face': 'clown, jester, harlequin',
  robot: 'robot, android, cyborg, humanoid robot',
  alien: 'alien, extraterrestrial, martian',
  ghost: 'ghost, spectre, phantom',
})

/** Drawings for what a person does: the verb's base form and the suffix put after the body. */
export const deeds = phraseTable<string>({
  running: 'run, hurdle, jog, sprint, race, chase, flee, dash, rush, hurry, bolt, charge',
  walking:
    'walk, stroll, wander, hike, march, trek, stride, saunter, tiptoe, pace, roam, approach, enter, leave, cross, parade, step, come, go, head, arrive, return, explore, travel, amble, crawl, creep, prowl, sneak',
  swimming: 'swim, dive, paddle',
  surfing: 'surf, kitesurf, windsurf, waterski, wakeboard',
  dancing: 'dance, waltz, breakdance, twirl, groove, tango',
  biking: 'cycle, bike, pedal, bicycle',
  climbing: 'climb, scale, boulder',
  juggling: 'juggle',
  kneeling: 'kneel, squat, crouch, pray, propose',
  golfing: 'golf',
  'rowing-boat': 'row, canoe, kayak',
  'in-lotus-position': 'meditate, sit, rest, relax, lounge',
  cartwheeling: 'cartwheel, somersault, tumble',
  'lifting-weights': 'lift, weightlift',
  wrestling: 'wrestle',
  bowing: 'bow',
  shrugging: 'shrug',
  facepalming: 'facepalm',
  'raising-hand': 'wave, greet, cheer, salute, volunteer',
  'getting-massage': 'spa',
  'getting-haircut': 'haircut',
  'playing-handball': 'handball',
  'playing-water-polo': 'waterpolo',
  'mountain-biking': 'mountainbike',
  'bouncing-ball': 'dribble',
  singer: 'sing, rap, karaoke',
  artist: 'draw, paint, sketch, spraypaint',
  cook: 'cook, fry, scramble, bake, saute',
  mechanic: 'repair, fixcar, changewheel',
  teacher: 'teach, lecture',
  'health-worker': 'bandage, vaccinate',
  'construction-worker': 'laybricks, plaster, jackhammer',
  farmer: 'plow, rake, shear',
  'factory-worker': 'weld, metal',
  firefighter: 'extinguish',
  'feeding-baby': 'feedbaby',
})

/** Clothes that the set has a drawing with, by the suffix put after the body. */
export const outfits = phraseTable<string>({
  'in-tuxedo':
    'tuxedo, suit, formal wear, evening wear, formal evening wear, formal clothes, formal clothing, business suit, evening dress, dinner jacket, formal attire, suit and tie, black suit, smoking jacket, tailcoat, three piece suit',
  'with-veil': 'veil, wedding dress, bridal veil, bridal gown, wedding gown, white veil',
  'wearing-turban': 'turban',
  'with-headscarf': 'headscarf, hijab, head scarf',
  'with-skullcap': 'skullcap, chinese cap',
})

/** Whole drawings for a deed that has none with a body. */
export const deedDrawings = phraseTable<string>({
  skier: 'ski',
  snowboarder: 'snowboard',
  'person-fencing': 'fence',
  'person-taking-bath': 'bathe',
  'horse-racing': 'horse',
  parachute: 'skydive, paraglide',
  singer: 'sing, rap, karaoke',
  artist: 'draw, paint, sketch, spraypaint',
  cook: 'cook, fry, scramble, bake, saute',
  mechanic: 'repair, fixcar, changewheel',
  teacher: 'teach, lecture',
  'health-worker': 'bandage, vaccinate',
  'construction-worker': 'laybricks, plaster, jackhammer',
  farmer: 'plow, rake, shear',
  'factory-worker': 'weld, metal',
  firefighter: 'extinguish',
  'person-in-bed': 'sleep, nap, doze, snooze, lie, slumber',
})

/** Words for several people of different kinds, each member named by another word of this file. */
export const companies = phraseTable<string>({
  'woman man':
    'couple, young couple, elderly couple, newlyweds, bride and groom, lovers, parents, husband and wife, man and woman',
  'woman man child': 'family',
})

export const womenNames = wordSet(`
  gwen mary anna emma alice lucy sarah laura julia maria sophie sophia olivia emily jane kate katie elena lisa linda
  susan karen nancy betty helen sandra donna carol ruth sharon amy angela rachel hannah grace chloe zoe ella mia
  nina nora eva clara rosa marie cinderella rapunzel elsa
`)
export const menNames = wordSet(`
  john james robert michael david william richard joseph thomas charles daniel matthew anthony paul steven andrew kevin
  brian george peter henry arthur jack oliver harry noah liam ethan lucas leonardo luke adam alex sam tom bob ben max
  simon karl hans pierre juan carlos luigi mario einstein
`)
