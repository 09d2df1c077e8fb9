/** Words for places and the set that shows each. `park` and `skyline` stand here for sets that may come. */
import { phraseTable } from './phrase-table.ts'

export const placeWords = phraseTable<string>({
  river:
    'river, stream, creek, brook, riverbank, river bank, riverside, canal, waterfall, waterfalls, rapids, seine, thames, nile, amazon river, ganges, marsh, swamp, wetland, wetlands, bayou',
  lake: 'lake, pond, lagoon, lakeside, lakeshore, reservoir, puddle, fjord, swimming pool, pool, indoor swimming pool, outdoor swimming pool, water surface, water',
  ocean:
    'ocean, sea, pacific, atlantic, high seas, open water, open sea, harbour, harbor, port, marina, bay, strait, ocean waves, crashing waves, waves, swell, ocean surface',
  beach:
    'beach, shore, seaside, coast, coastline, seashore, island, tropical island, desert island, sand, coastal beach, shoreline, cliff, cliffs',
  underwater:
    'underwater, under water, undersea, under the sea, coral reef, reef, seabed, sea floor, ocean floor, deep sea, bottom of the sea, bottom of the ocean, aquarium, fish tank, depths',
  forest:
    'forest, woods, jungle, rainforest, rain forest, woodland, grove, bamboo forest, thicket, pine forest, campsite, camp, camp site, enchanted forest, swamp forest, redwoods, wilderness',
  mountain:
    'mountain, hill, hillside, hilltop, peak, mountaintop, mountain top, mountain range, alps, himalayas, everest, mount everest, canyon, gorge, ridge, summit, cliffside, mount fuji, andes, highlands, volcano crater, mountain peak, ravine, plateau, rocky mountain',
  meadow:
    'meadow, field, grassland, prairie, savanna, savannah, pasture, grass, plain, farmland, wheat field, cornfield, rice field, countryside, open field, flower field, lawn, farm, valley, barnyard, vineyard, ranch, steppe, tundra, football field, soccer field, golf course, pitch, plains, safari, rice paddy, serengeti, football pitch',
  desert: 'desert, dune, sahara, sand dune, wasteland, oasis, badlands, gobi, wild west, grand canyon, mars surface',
  snow: 'snow, glacier, arctic, antarctica, antarctic, north pole, south pole, ice, ski slope, ski resort, ice rink, iceberg field, snowfield, snowy landscape, snowy field, ice sheet, frozen lake, icy landscape, siberia, alaska, greenland, snow field, snowy mountain',
  city: 'city, downtown, town square, street, avenue, alley, sidewalk, pavement, plaza, crosswalk, intersection, market, marketplace, times square, new york, tokyo, london, paris, shanghai, beijing, hong kong, berlin, rome, los angeles, san francisco, chicago, venice, barcelona, madrid, seoul, singapore, dubai, moscow, istanbul, cairo, mumbai, bangkok, new york city, metropolis, chinatown, city street, shopping street, construction site, industrial area, courtyard, bus stop, urban area, cyberpunk city, neighborhood, neighbourhood, suburb, junkyard, parking lot, car park, rooftop, city square, alleyway, backstreet, shopping mall street, piazza, san fransisco, amsterdam, vienna, prague, sydney, toronto, manhattan, brooklyn',
  skyline: 'skyline, cityscape, city skyline, skyscrapers, city lights, waterfront, the bund, bund',
  village: 'village, town, school, hamlet, small town, fishing village, settlement, cemetery, graveyard, churchyard',
  road: 'road, highway, motorway, freeway, racetrack, race track, runway, airport, tarmac, raceway, racecourse, lane, bridge, traffic, rush hour, bend, country road, track, railway, railroad, railway track, train station platform, platform, train station, outdoor track, running track, path, trail, tunnel, circuit, speedway, parking garage, gas station, petrol station, corner',
  garden:
    'garden, backyard, orchard, greenhouse, botanical garden, flowerbed, flower bed, back yard, yard, zen garden, japanese garden, flower garden, patio, rose garden',
  park: 'park, playground, picnic, city park, amusement park, theme park, zoo, fairground, skatepark, skate park, public garden, funfair, national park, theme-park, baseball stadium, stadium, baseball field',
  space:
    'space, outer space, cosmos, universe, orbit, moon surface, lunar surface, mars, interstellar space, starfield, deep space, solar system, surface of the moon, on the moon, space station, zero gravity, jupiter',
  sky: 'sky, heaven, air, clouds above, above the clouds, blue sky, clear blue sky, clear sky, heavens, stratosphere, night sky, mid air, midair',
  room: 'room, kitchen, bedroom, office, living room, bathroom, cafe, café, restaurant, bar, pub, library, classroom, hallway, house interior, hospital, laboratory, lab, studio, shop, store, bakery, bakery shop, museum interior, art gallery, gallery, basement, attic, indoors, gym, gymnasium, indoor gymnasium, pharmacy, indoor library, supermarket, mall, lobby, diner, coffee shop, coffeehouse, workshop, garage, shower room, barn interior, hotel, dining room, bookstore, bookshop, hotel room, wooden table, tabletop, table top, desk, table, floor, window sill, windowsill, shelf, counter, kitchen counter, kitchen table, carpet, rug, nursery, corridor, salon, barbershop, barber shop, factory, warehouse, bank, hall, spaceship interior, cozy room, fireplace room, arcade, wooden floor, countertop',
  stage:
    'stage, concert hall, concert, theater, theatre, opera, opera house, nightclub, disco, club, ballroom, dance floor, catwalk, arena, spotlight, music studio, movie theater, indoor movie theater, cinema, circus ring, festival, gig, podium, tv studio, dance studio',
})

/** Sets that stand in while the wanted one is not painted. */
export const placeFallbacks: Readonly<Record<string, string>> = { park: 'garden', skyline: 'city' }

/** The place a drawing belongs in when the prompt names none; kinds follow when the drawing is not listed. */
export const homeOfDrawing = phraseTable<string>({
  ocean: 'whale, spouting-whale, water-wave, anchor, pirate-flag, person-surfing, man-surfing, woman-surfing',
  underwater: 'person-merpeople, woman-merpeople, man-merpeople, coral, spiral-shell, oyster, diving-mask',
  beach: 'crab, turtle, palm-tree, coconut, beach-with-umbrella, tropical-drink, moai, bikini, seal, lobster',
  river:
    'duck, swan, goose, otter, beaver, crocodile, hippopotamus, canoe, flamingo, person-rowing-boat, man-rowing-boat, woman-rowing-boat, fishing-pole',
  lake: 'lotus, frog, person-swimming, man-swimming, woman-swimming',
  snow: 'penguin, polar-bear, snowman, snowman-without-snow, skier, snowboarder, skis, sled, snowflake, santa-claus, mrs-claus, christmas-tree, ice-skate, ice, mammoth',
  desert: 'camel, two-hump-camel, cactus, scorpion, lizard, snake',
  forest:
    'bear, wolf, fox, deer, moose, owl, monkey, gorilla, orangutan, tiger, tiger-face, leopard, badger, chipmunk, raccoon, sloth, panda, koala, boar, hedgehog, mushroom, brown-mushroom, evergreen-tree, deciduous-tree, tent, axe, person-fairy, man-fairy, woman-fairy, person-elf, unicorn, goblin, troll, t-rex, parrot, spider, spider-web, beetle, rabbit, camping',
  mountain:
    'goat, ram, eagle, llama, person-climbing, man-climbing, woman-climbing, dragon, dragon-face, castle, person-mountain-biking, volcano, person-mage, man-mage, woman-mage, phoenix-bird',
  meadow:
    'horse, cow, ox, ewe, pig, donkey, zebra, giraffe, elephant, lion, rhinoceros, kangaroo, water-buffalo, bison, tractor, chicken, rooster, turkey, horse-racing, farmer, sauropod, sunflower, kite, sheaf-of-rice, cow-face, horse-face, mouse',
  space:
    'rocket, flying-saucer, satellite, astronaut, alien, alien-monster, ringed-planet, milky-way, comet, globe-showing-europe-africa, globe-showing-americas, globe-showing-asia-australia, shooting-star, star, glowing-star',
  sky: 'airplane, small-airplane, helicopter, parachute, balloon, rainbow, cloud, person-superhero, woman-superhero, bird, dove',
  stage:
    'microphone, guitar, singer, woman-dancing, man-dancing, trumpet, saxophone, drum, violin, musical-keyboard, accordion, performing-arts, banjo, flute, clown-face',
  city: 'taxi, police-car, bus, tram, office-building, ambulance, fire-engine, trolleybus, metro, statue-of-liberty, detective, police-officer, office-worker, construction-worker, robot, vertical-traffic-light, horizontal-traffic-light, stop-sign, bus-stop',
  village: 'house, house-with-garden, houses, hut, church, derelict-house',
  garden:
    'butterfly, honeybee, rose, tulip, blossom, hibiscus, potted-plant, snail, lady-beetle, cherry-blossom, hyacinth, bouquet, seedling, fountain, bug, ant, wind-chime, postbox',
  park: 'bicycle, kick-scooter, skateboard, dog, poodle, playground-slide, soccer-ball, flying-disc, ferris-wheel, carousel-horse, circus-tent, umbrella, cat, black-cat, roller-skate, basketball',
  room: 'toilet, bathtub, shower, person-in-bed, person-taking-bath, cook, cooking, ghost, teacher, student, scientist, health-worker, technologist, judge',
})
export const homeOfKind: Readonly<Record<string, string>> = {
  person: 'park',
  animal: 'meadow',
  bird: 'sky',
  fish: 'underwater',
  vehicle: 'road',
  aircraft: 'sky',
  boat: 'ocean',
  plant: 'garden',
  food: 'room',
  object: 'room',
  sky: 'sky',
}

/** Where a person does a thing, by the verb's base form. */
export const homeOfDeed = phraseTable<string>({
  room: 'cook, bake, iron, type, study, sleep, wash, clean, haircut, spa, bathe, laundry, massage, bandage, knit, sew, shuffle, nap, carve, brew',
  stage: 'sing, perform, juggle, strum, conduct',
  garden: 'plant, water, mow',
  meadow: 'milk, harvest, plow',
  lake: 'swim, row, kayak, waterpolo',
  ocean: 'surf, sail',
  snow: 'ski, snowboard, sled, iceskate',
  mountain: 'climb, mountainbike',
  road: 'drive, overtake, steer',
  sky: 'skydive',
})
