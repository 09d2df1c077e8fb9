/**
 * Words for places and the set that shows each best. Not every set named here is painted yet: `fallbacks` says what
 * stands in, and a set counts as soon as `sets/set-names.ts` lists it.
 */
import { phraseTable } from './phrase-table.ts'

export const placeWords = phraseTable<string>({
  river:
    'river, stream, creek, brook, riverbank, river bank, riverside, canal, rapids, seine, thames, nile, amazon river, amazon, ganges, mississippi, bayou, seine river, rhine, danube, river valley, delta, estuary, moat, canal lock, lock chamber, dam, weir, watercourse, floodplain',
  waterfall: 'waterfall, waterfalls, cascade, cascades, niagara, niagara falls, water fall',
  lake: 'lake, pond, lagoon, lakeside, lakeshore, reservoir, puddle, fjord, water surface, water, marsh, swamp, wetland, wetlands, lake shore, swamp water, hot spring, hot springs, spring water, duck pond, lily pond, koi pond, fishpond, fish pond, watering hole, water hole, swimming hole, bog',
  ocean:
    'ocean, sea, pacific, atlantic, high seas, open water, open sea, bay, strait, ocean waves, crashing waves, waves, swell, ocean surface, mediterranean, caribbean, caribbean ocean, caribbean sea, sea surface, oil rig, oilrig, boat deck, ship deck, cruise deck, deck of a ship, yacht deck',
  harbour:
    'harbour, harbor, port, marina, dock, docks, pier, wharf, quay, jetty, shipyard, seaport, boardwalk, loading dock, boathouse, landing deck, berth, boat dock, fishing harbour, fishing port',
  beach:
    'beach, shore, seaside, coast, coastline, seashore, island, tropical island, desert island, sand, coastal beach, shoreline, sandy beach, tropical beach, bahamas, hawaii, maldives, sandbox, pacific coast, beachside, beachfront',
  cliff:
    'cliff, cliffs, sea cliff, cliff edge, edge of a cliff, clifftop, cliff top, sea cliffs, white cliffs, cliffs of dover, cliffs of moher, headland, promontory, precipice, coastal cliff, coastal cliffs, rocky coast, rocky shore, big sur',
  pool: 'pool, swimming pool, indoor swimming pool, outdoor swimming pool, poolside, swimming bath, lap pool, olympic pool, public pool, hotel pool, diving board, jacuzzi, hot tub, spa pool',
  underwater:
    'underwater, under water, undersea, under the sea, coral reef, reef, seabed, sea floor, ocean floor, deep sea, bottom of the sea, bottom of the ocean, depths, underwater coral reef, coral reefs, ocean depths, atlantis, underwater world',
  aquarium: 'aquarium, fish tank, oceanarium, fishbowl, fish bowl',
  forest:
    'forest, woods, woodland, grove, thicket, pine forest, campsite, camp, camp site, enchanted forest, redwoods, wilderness, forest road, forest path, fantasy landscape, fantasy landscapes, fantasy land, fantasy world, snowy forest, campground, black forest',
  jungle: 'jungle, rainforest, rain forest, bamboo forest, amazon rainforest, tropical forest, mangrove, swamp forest',
  mountain:
    'mountain, hill, hillside, hilltop, peak, mountaintop, mountain top, mountain range, alps, himalayas, everest, mount everest, ridge, summit, cliffside, mount fuji, andes, highlands, mountain peak, plateau, rocky mountain, mountainside, rocky mountains, mountain road, mountain pass, mountain peaks, dolomites, yosemite, rockies, mountain snowy, mountain path',
  canyon:
    'canyon, gorge, cappadocia, ravine, grand canyon, gully, badlands, monument valley, canyons, trench, excavation, quarry, archaeological excavation, butte, mesa, rock arch, gulch',
  volcano: 'volcano, volcano crater, crater, lava field, volcanic crater, lava lake, lava',
  cave: 'cave, cavern, grotto, mine, mineshaft, cave entrance, ice cave, underground cave, dungeon, catacomb, catacombs, tunnel interior, lair',
  meadow:
    'meadow, battlefield, battleground, field, grassland, prairie, savanna, savannah, pasture, grass, plain, open field, flower field, lawn, valley, steppe, tundra, golf course, plains, safari, serengeti, countryside, field of flowers, poppy field, lavender field, green field, hills, rolling hills, green hills, moor, heath, clearing, grassy field, sunflower field',
  farm: 'farm, farmland, wheat field, cornfield, rice field, barnyard, vineyard, ranch, rice paddy, rice paddies, barn, farmyard, corn field, plantation, stable, pigsty, paddock, corral, stables, hayfield, tea plantation, rice terrace, rice terraces, wind farm, cultivated field, kennel, chicken coop, henhouse, barn door, barndoor, animal shelter',
  desert:
    'desert, dune, sahara, western town, giza, egypt, sand dune, wasteland, oasis, gobi, wild west, sand dunes, dunes, salt flat, salt flats, arizona, sandy desert, desert road',
  snow: 'snow, arctic, antarctica, antarctic, north pole, south pole, ice, ski slope, ski resort, ice rink, snowfield, snowy landscape, snowy field, frozen lake, siberia, alaska, snow field, snowy mountain, snow capped mountain, snow capped mountains, ski slopes, ski lift, snowy road, winter wonderland, snowy street, skating rink, snowy mountains, snow mountain, snow mountains',
  glacier:
    'glacier, ice sheet, icy landscape, greenland, iceberg field, ice field, ice shelf, ice floe, ice floes, glaciers, crevasse, ice cliff',
  street:
    'street, avenue, alley, sidewalk, pavement, crosswalk, intersection, city street, shopping street, alleyway, backstreet, chinatown, bus stop, times square, construction site, city, downtown, town square, plaza, new york, tokyo, london, paris, beijing, berlin, rome, los angeles, san francisco, venice, barcelona, madrid, seoul, moscow, istanbul, cairo, mumbai, bangkok, new york city, nyc, metropolis, urban area, cyberpunk city, neighborhood, neighbourhood, city square, shopping mall street, piazza, san fransisco, amsterdam, vienna, prague, toronto, brooklyn, street corner, zebra crossing, pedestrian crossing, curb, kerb, road crossing, red light district, broadway, busy street, driveway, cyberpunk street, futuristic city, street scene, rainy street, pedestrian zone, side street, city center, city centre, crossing, shibuya, akihabara, kyoto, florence, lisbon, athens, munich, milan, slum, shanty town, promenade, building facade, facade, storefront, shopfront, shop front, doorway, fire escape, kasbah, medina, loading zone, ghetto, fire station, residential street, neon street, back alley, esplanade',
  market:
    'market, marketplace, street market, flea market, farmers market, night market, bazaar, souk, outdoor market, food market, market stall, market place, christmas market, market square',
  factory:
    'factory, factory floor, assembly line, foundry, power plant, sawmill, industrial area, industrial zone, factory district, auto factory, industrial plant, steel mill, refinery, engine room, boiler room, oil refinery, production line, car factory',
  hallway:
    'hallway, lobby, corridor, hall, hotel lobby, entrance hall, foyer, elevator interior, staircase interior, stairwell, elevator lobby, elevator shaft, elevator door, alcove, mezzanine, atrium, passage, passageway, vestibule, legislative chamber, town hall',
  skyline:
    'skyline, cityscape, city skyline, skyscrapers, city lights, waterfront, the bund, bund, the bund shanghai, bund shanghai, shanghai, hong kong, chicago, singapore, dubai, sydney, manhattan, rooftop, rooftops, roof, financial district, megacity, downtown skyline, glowing city, helipad, business district, city at night',
  village:
    'village, town, hamlet, santorini, burano, cotswolds, small town, fishing village, settlement, suburb, suburbs, courtyard, medieval village, medieval town, old town, villages, countryside village, residential area, front yard',
  highway:
    'highway, motorway, freeway, road, lane, traffic, rush hour, bend, country road, path, trail, circuit, speedway, racetrack, race track, raceway, racecourse, gas station, petrol station, filling station, interstate, toll booth, roundabout, overpass, dirt road, race circuit, racing track, tunnel, empty road, curve, gravel road, autobahn, winding road, formula one track',
  bridge:
    'bridge, suspension bridge, golden gate bridge, golden gate, brooklyn bridge, drawbridge, viaduct, aqueduct, footbridge, london bridge, tower bridge, tall bridge, stone bridge, wooden bridge, covered bridge, foot bridge',
  airport:
    'airport, runway, tarmac, airfield, airstrip, terminal, airport terminal, hangar, landing strip, departure lounge, airport lounge, airplane cabin, aeroplane cabin, plane cabin, aircraft cabin, cockpit, heliport, army base, airplane interior',
  station:
    'train station platform, platform, train station, railway station, railway, railroad, railway track, train railway, train tracks, train track, railroad tracks, subway station, metro station, subway, bus station, train platform, subway platform, railroad track, railway platform, rail yard, train yard, underground station, train interior, bus interior, subway interior, train car, railway carriage, station',
  garden:
    'garden, backyard, orchard, greenhouse, botanical garden, flowerbed, flower bed, back yard, yard, zen garden, japanese garden, flower garden, patio, rose garden, botanic garden, vegetable garden, balcony, terrace, veranda, porch, vegetable patch, apple orchard, gazebo, conservatory',
  park: 'park, picnic, city park, zoo, public garden, national park, central park, dog park, campus, university campus, college campus, hyde park, picnic area, skatepark, skate park, petting zoo, nature reserve, pagoda garden',
  playground:
    'playground, play ground, swing set, sandpit, jungle gym, schoolyard, school yard, seesaw, kids playground, childrens playground',
  'amusement-park':
    'amusement park, theme park, theme-park, fairground, funfair, carnival, fair, water park, disneyland, county fair, coney island, waterpark',
  cemetery: 'cemetery, graveyard, churchyard, burial ground, tomb, crypt, mausoleum, graveyards',
  'parking-lot':
    'parking lot, car park, parking garage, parking space, junkyard, scrapyard, parking area, garage parking, car lot, scrap yard, landfill, dump, used car lot, underground parking, car dealership, auto showroom, car showroom, showroom, car interior',
  castle:
    'castle interior, throne room, castle courtyard, medieval castle, fairy tale castle grounds, fairytale castle, castle hall, battlements, castle wall',
  ruins:
    'ruins, ancient ruins, acropolis, machu picchu, stonehenge, colosseum, ruined city, pompeii, petra, angkor wat, archaeological site, post apocalyptic city, ruined temple, parthenon, ancient rome, ancient greece, ancient egypt, ancient city, abandoned city, ruin, crumbling ruins, temple ruins',
  temple:
    'shrine, buddhist temple, temple interior, monastery, shaolin temple, ancient temple, japanese temple, chinese temple, zen temple',
  church:
    'church interior, altar, wedding chapel, aisle, nave, convent, abbey, cloister, apse, chancel, cathedral interior, basilica interior, synagogue interior, cathedral nave',
  stadium:
    'stadium, football field, soccer field, pitch, football pitch, baseball stadium, baseball field, basketball court, tennis court, outdoor track, running track, football stadium, soccer stadium, olympic stadium, rugby field, cricket ground, ballpark, baseball diamond, arena, velodrome, soccer pitch, cricket pitch, colosseum arena, hippodrome, hockey rink, boxing ring, volleyball court, sports field, track field, olympics, track',
  gym: 'gym, wrestling ring, sumo ring, gymnasium, indoor gymnasium, fitness center, fitness centre, fitness studio, yoga studio, dojo, weight room, sports hall, boxing gym, health club, squash court, locker room, bowling alley, indoor court',
  stage:
    'stage, concert hall, concert, theater, theatre, opera, opera house, nightclub, disco, club, ballroom, dance floor, catwalk, spotlight, music studio, movie theater, indoor movie theater, cinema, circus ring, festival, gig, podium, tv studio, dance studio, movie theatre, indoor movie theatre, recording studio, auditorium, runway show, fashion show, talk show, music festival, amphitheater, amphitheatre, jazz club, night club, discotheque, dancefloor, karaoke, lecture hall, film set, movie set, comedy club, orchestra pit, television studio, rodeo arena, rock concert, home theater',
  classroom:
    'classroom, class, school, calculus class, math class, kindergarten, schoolroom, art class, lesson, seminar, school classroom, high school, elementary school, university, college',
  kitchen:
    'kitchen, kitchen counter, kitchen table, countertop, counter, pantry, kitchenette, restaurant kitchen, kitchen island, kitchen floor',
  'living-room':
    'living room, sitting room, lounge, parlor, parlour, fireplace room, cozy room, den, drawing room, family room, dining room, house interior, couch room, carpet, rug, home interior, salon interior, apartment, flat, wooden floor, floor, living area, recreation room, television room, utility room, storage room, dressing room, artists loft, hunting lodge interior',
  bedroom:
    'bedroom, nursery, hotel room, dormitory, dorm, dorm room, guest room, hotel, motel, motel room, childrens room, kids room, playroom, boudoir, youth hostel, hostel, childs room, bedchamber, bunk room, ball pit',
  bathroom:
    'bathroom, shower room, restroom, washroom, lavatory interior, spa, sauna, steam room, powder room, public toilet, turkish bath, bath house',
  office:
    'office, cubicle, meeting room, conference room, boardroom, workplace, call center, newsroom, reception, open office, home office, study room, bank interior, bank, office space, courtroom, police station, control room, command center, server room, computer room, press room',
  restaurant:
    'restaurant, cafe, café, bar, pub, diner, coffee shop, coffeehouse, cafeteria, food court, canteen, bistro, dining hall, pizzeria, sushi bar, tavern, saloon, tea house, teahouse, brasserie, brewery, ice cream parlor, chinese restaurant, sidewalk cafe, beer garden, burger joint, banquet, inn, steakhouse, booth, banquet hall, beer hall, fastfood restaurant, fast food restaurant, restaurant patio, wet bar, tea room, noodle bar, food stall, galley, ramen shop, dining car',
  shop: 'shop, store, bakery, bakery shop, pharmacy, supermarket, mall, shopping mall, bookstore, bookshop, grocery store, grocery, drugstore, boutique, department store, convenience store, butcher shop, flower shop, gift shop, barbershop, barber shop, salon, hair salon, beauty salon, nail salon, toy store, candy store, clothing store, fish market, shopping center, shopping centre, florist shop, jewelry store, pet shop, pet store, laundromat, shoe shop, hardware store, antique shop, kiosk, delicatessen, toy shop, tattoo parlor, barbers, post office interior, candy shop, butchers shop, toyshop, sweet shop, fabric store, music store, general store, ticket booth',
  laboratory:
    'laboratory, lab, science lab, research lab, chemistry lab, clean room, observatory, spaceship interior, planetarium, research facility, chemistry laboratory, research center',
  library: 'library, indoor library, public library, reading room, archive, library interior, study hall, archives',
  hospital:
    'hospital, operating room, hospital room, ward, clinic, emergency room, surgery room, operating theatre, operating theater, doctors office, waiting room, veterinary clinic, hospital corridor, dentist office, hospital ward, nursing home, intensive care unit, infirmary',
  workshop:
    'basement, cellar workshop, workshop, garage, warehouse, carpentry workshop, forge, smithy, pottery studio, auto repair shop, studio workshop, shed, machine shop, art studio, artist studio, mill, repair shop, atelier, tool shed, basement workshop, blacksmith shop',
  gallery:
    'art gallery, gallery, museum, indoor museum, science museum, museum interior, exhibition, art museum, modern art museum, art exhibition, louvre, natural history museum, history museum, exhibition hall',
  room: 'room, attic, indoors, window sill, windowsill, shelf, arcade, jail cell, prison, prison cell, jail, cell, cellar, barn interior, loft, interior, wine cellar, casino, vault, bunker, dark room, white room, chamber, dim room, empty room, attic room',
  space:
    'space, outer space, cosmos, universe, orbit, interstellar space, starfield, deep space, solar system, space station, zero gravity, jupiter, asteroid belt, asteroid field, saturn orbit, milky way galaxy, black hole, asteroid, low earth orbit, mercury planet, neptune, uranus, pluto',
  mars: 'mars, mars surface, surface of mars, red planet, martian surface, alien planet, another planet, venus, martian desert, distant planet',
  studio:
    'photo studio, studio, studio shot, studio lighting, studio light, studio background, product shot, packshot, product commercial, product photography, photo shoot, photography studio, pedestal, turntable',
  moon: 'moon surface, lunar surface, surface of the moon, on the moon, the lunar surface, lunar landscape, moon base, lunar base',
  sky: 'sky, heaven, clouds above, above the clouds, blue sky, clear blue sky, clear sky, heavens, stratosphere, night sky, starry sky, sunset sky, cloudy sky, sea of clouds, skies, evening sky, starry night sky, dark clouds, dramatic sky, sunrise sky, atmosphere layer, horizon sky',
})

/** Which set stands in for one that is not painted; followed from one to the next. */
export const placeFallbacks: Readonly<Record<string, string>> = {
  waterfall: 'river',
  jungle: 'forest',
  canyon: 'desert',
  volcano: 'mountain',
  cave: 'mountain',
  farm: 'meadow',
  park: 'garden',
  playground: 'park',
  'amusement-park': 'park',
  stadium: 'park',
  cemetery: 'park',
  street: 'city',
  city: 'street',
  skyline: 'city',
  'parking-lot': 'city',
  highway: 'road',
  road: 'highway',
  bridge: 'road',
  airport: 'road',
  station: 'road',
  harbour: 'ocean',
  cliff: 'beach',
  pool: 'lake',
  glacier: 'snow',
  moon: 'space',
  mars: 'desert',
  studio: 'room',
  castle: 'village',
  ruins: 'desert',
  church: 'village',
  temple: 'village',
  aquarium: 'underwater',
  classroom: 'room',
  office: 'room',
  kitchen: 'room',
  'living-room': 'room',
  bedroom: 'room',
  bathroom: 'room',
  restaurant: 'room',
  shop: 'room',
  laboratory: 'room',
  library: 'room',
  hospital: 'room',
  workshop: 'room',
  gym: 'room',
  gallery: 'room',
  room: 'living-room',
}

/** Buildings that are a thing to look at where their place is not painted, and a place where it is. */
export const buildingPlaces = phraseTable<string>({
  castle: 'castle, palace, fortress, fort, citadel',
  church: 'church, chapel, cathedral, basilica',
  temple: 'temple, pagoda, greek temple, roman temple, hindu temple',
})

/** What stands in a place of this name, shown where the prompt names nothing else. */
export const landmarks = phraseTable<string>({
  factory: 'industrial area, factory district, industrial zone',
  'building-construction': 'construction site',
  'fire-engine': 'fire station',
  'wind-turbine': 'wind farm',
  'fuel-pump': 'gas station, petrol station, filling station',
  'bus-stop': 'bus stop',
})

/** The place a drawing belongs in when the prompt names none; kinds follow when the drawing is not listed. */
export const homeOfDrawing = phraseTable<string>({
  ocean: 'whale, spouting-whale, water-wave, pirate-flag, person-surfing, man-surfing, woman-surfing',
  underwater: 'submarine, person-merpeople, woman-merpeople, man-merpeople, coral, spiral-shell, oyster, diving-mask',
  beach:
    'treasure-chest, sandcastle, surfboard, crab, turtle, palm-tree, coconut, beach-with-umbrella, tropical-drink, moai, bikini, seal, lobster',
  river:
    'duck, swan, goose, otter, beaver, crocodile, hippopotamus, canoe, flamingo, person-rowing-boat, man-rowing-boat, woman-rowing-boat, fishing-pole',
  lake: 'lotus, frog, person-swimming, man-swimming, woman-swimming',
  glacier: 'iceberg',
  ruins: 'arch',
  farm: 'windmill, fence, wind-turbine',
  castle: 'tower, knight',
  classroom: 'blackboard, teacher, student',
  snow: 'snowboard, penguin, polar-bear, snowman, snowman-without-snow, skier, snowboarder, skis, sled, snowflake, santa-claus, mrs-claus, christmas-tree, ice-skate, ice, mammoth',
  desert: 'pyramid, cowboy, camel, two-hump-camel, cactus, scorpion, lizard, snake',
  jungle: 'bamboo',
  forest:
    'monster, bear, wolf, fox, deer, moose, owl, monkey, gorilla, orangutan, tiger, tiger-face, leopard, badger, chipmunk, raccoon, sloth, panda, koala, boar, hedgehog, mushroom, brown-mushroom, evergreen-tree, deciduous-tree, tent, axe, person-fairy, man-fairy, woman-fairy, person-elf, unicorn, goblin, troll, t-rex, parrot, spider, spider-web, beetle, rabbit, camping',
  mountain:
    'goat, ram, eagle, llama, person-climbing, man-climbing, woman-climbing, dragon, dragon-face, castle, person-mountain-biking, volcano, person-mage, man-mage, woman-mage, phoenix-bird',
  meadow:
    'horse, cow, ox, ewe, pig, donkey, zebra, giraffe, elephant, lion, rhinoceros, kangaroo, water-buffalo, bison, tractor, chicken, rooster, turkey, horse-racing, farmer, sauropod, sunflower, kite, sheaf-of-rice, cow-face, horse-face, mouse',
  space:
    'rocket, flying-saucer, satellite, astronaut, alien, alien-monster, ringed-planet, milky-way, comet, globe-showing-europe-africa, globe-showing-americas, globe-showing-asia-australia, shooting-star, star, glowing-star',
  mars: 'rover',
  sky: 'airship, hot-air-balloon, airplane, small-airplane, helicopter, parachute, balloon, rainbow, cloud, person-superhero, woman-superhero, bird, dove',
  stage:
    'harp, piano, drum-kit, clarinet, trombone, xylophone, harmonica, microphone, guitar, singer, woman-dancing, man-dancing, trumpet, saxophone, drum, violin, musical-keyboard, accordion, performing-arts, banjo, flute, clown-face',
  street:
    'lamp-post, phone-booth, parking-meter, fire-hydrant, taxi, police-car, bus, tram, ambulance, fire-engine, trolleybus, statue-of-liberty, detective, police-officer, office-worker, construction-worker, robot, vertical-traffic-light, horizontal-traffic-light, stop-sign, bus-stop',
  skyline: 'office-building, cityscape, tokyo-tower',
  'amusement-park': 'ferris-wheel, carousel-horse, circus-tent, roller-coaster',
  station: 'locomotive, train, railway-car, high-speed-train, bullet-train, metro, monorail',
  airport: 'airplane-departure, airplane-arrival',
  harbour: 'barrel, pirate, viking, lighthouse, ferry, ship, passenger-ship, anchor',
  stadium: 'baseball, baseball-bat, baseball-glove, american-football, rugby-football, goal-net, softball',
  playground: 'swing, playground-slide, yo-yo',
  kitchen:
    'cook, cooking, pot-of-food, oven, microwave, toaster, refrigerator, plate, dishes, pot, bowl, cup, bottle, fork, dining-table, spoon, kitchen-knife',
  bathroom: 'toilet, sink, hair-drier, bathtub, shower, person-taking-bath, soap, toothbrush, roll-of-paper',
  bedroom: 'wardrobe, bed, person-in-bed, teddy-bear, alarm-clock',
  'living-room': 'staircase, couch-and-lamp, couch, lamp, television, remote, vase, table',
  office: 'technologist, desktop-computer, printer, keyboard, computer-mouse',
  laboratory: 'scientist, alembic, microscope, test-tube, petri-dish, dna',
  hospital: 'health-worker, stethoscope, syringe',
  gym: 'dumbbell, person-lifting-weights, man-lifting-weights, woman-lifting-weights, boxing-glove',
  workshop: 'sewing-machine, mechanic, factory-worker, hammer, screwdriver, wrench',
  village: 'water-tower, house, house-with-garden, houses, hut, church, derelict-house',
  garden:
    'samurai, butterfly, honeybee, rose, tulip, blossom, hibiscus, potted-plant, snail, lady-beetle, cherry-blossom, hyacinth, bouquet, seedling, fountain, bug, ant, wind-chime, postbox',
  park: 'bench, bicycle, kick-scooter, skateboard, dog, poodle, soccer-ball, flying-disc, umbrella, cat, black-cat, roller-skate, basketball',
  room: 'ghost, judge',
  cemetery: 'headstone, skeleton, person-zombie, coffin',
})
export const homeOfKind: Readonly<Record<string, string>> = {
  person: 'park',
  animal: 'meadow',
  bird: 'sky',
  fish: 'underwater',
  vehicle: 'highway',
  aircraft: 'sky',
  boat: 'ocean',
  plant: 'garden',
  food: 'kitchen',
  object: 'living-room',
  sky: 'sky',
}

/** Where a person does a thing, by the verb's base form. */
export const homeOfDeed = phraseTable<string>({
  kitchen: 'cook, bake, brew, peel, fry, scramble, grind, toss, stir',
  restaurant: 'dine, taste, bartend, eat, drink, sip',
  bathroom: 'bathe, shower, shave, groom, brushteeth, makeup, gargle',
  bedroom: 'sleep, nap',
  shop: 'haircut',
  hospital: 'bandage, massage, spa, vaccinate',
  workshop: 'carve, weld, sharpen, hammer, saw, assemble, build, metal, repair, changewheel, plaster, chisel',
  gym: 'lift, aerobics, pushup, squat, workout, stretch, punch, box, spar, climbrope, cartwheel, gymnastics, fight, trampoline',
  'living-room':
    'iron, study, clean, laundry, knit, crochet, sew, shuffle, read, vacuum, fold, controller, board, cards, unbox, wrap, weave',
  office: 'type, computer, write, count, photocopy',
  stage: 'sing, perform, juggle, strum, conduct, award, karaoke, rap, tightrope, recite',
  street: 'busk, spraypaint, parkour, protest, march, laybricks, jackhammer, collect',
  garden: 'plant, water, mow, rake, trim, grill, barbecue, barbeque, dig, chopwood',
  farm: 'milk, shear, plow, harvest',
  meadow: 'golf',
  river: 'fish, angle, wade',
  lake: 'swim, row, kayak',
  pool: 'waterpolo, dive',
  underwater: 'scuba, snorkel',
  ocean: 'surf, sail, kitesurf, windsurf, waterski, jetski, wakeboard',
  snow: 'ski, snowboard, sled, iceskate, hockey, shovelsnow, icefish',
  mountain: 'climb, mountainbike',
  highway: 'drive, overtake, steer, motorcycle',
  stadium:
    'dunk, pitch, sprint, hurdle, highjump, athletics, tennis, badminton, cricket, dribble, handball, kick, shootarrow',
  'amusement-park': 'waterslide',
  playground: 'swing, hopscotch, tug',
  sky: 'skydive, paraglide',
})

/** Sets under a roof. */
export const roofed = new Set(
  'room classroom office kitchen living-room bedroom bathroom restaurant shop laboratory library hospital workshop gym gallery aquarium hallway factory church'.split(
    ' ',
  ),
)
