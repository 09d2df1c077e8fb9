/** What kind of thing a drawing shows and how tall it is in metres: `name:height`; unlisted ones are `object:0.4`. */
import type { Subject } from '../shot-plan.ts'

export const kindLists: Partial<Record<Subject['kind'], string>> = {
  animal: `
    monster:1.8     dog:0.6 cat:0.35 black-cat:0.35 dog-face:0.6 cat-face:0.35 guide-dog:0.6 service-dog:0.6 poodle:0.5 wolf:0.8 fox:0.5
    raccoon:0.4 rabbit:0.35 rabbit-face:0.35 horse:1.7 horse-face:1.7 horse-racing:2.2 zebra:1.5 donkey:1.2 cow:1.5
    cow-face:1.5 ox:1.6 water-buffalo:1.7 bison:1.8 pig:0.8 pig-face:0.8 boar:0.9 ram:1 ewe:0.9 goat:0.9 camel:2.2
    two-hump-camel:2.2 llama:1.7 giraffe:5 elephant:3.2 mammoth:3.5 rhinoceros:1.7 hippopotamus:1.5 mouse:0.1
    mouse-face:0.1 rat:0.15 hamster:0.12 chipmunk:0.2 beaver:0.4 hedgehog:0.2 bear:1.6 polar-bear:1.7 koala:0.7 panda:1.2
    sloth:0.6 otter:0.4 skunk:0.35 kangaroo:1.6 badger:0.4 lion:1.2 tiger:1.1 tiger-face:1.1 leopard:0.8 monkey:0.7
    monkey-face:0.7 gorilla:1.6 orangutan:1.4 deer:1.4 moose:2 unicorn:1.8 dragon:4 dragon-face:3 frog:0.12 turtle:0.4
    crocodile:0.6 lizard:0.2 snake:0.3 snail:0.08 t-rex:5 sauropod:8 bug:0.05 ant:0.03 beetle:0.04 cricket:0.05
    cockroach:0.04 spider:0.06 scorpion:0.08 worm:0.05 lady-beetle:0.03 crab:0.2 lobster:0.2 carousel-horse:2`,
  bird: `
    bird:0.25 blackbird:0.25 eagle:0.8 dove:0.3 duck:0.4 swan:1 owl:0.4 flamingo:1.3 peacock:1.1 parrot:0.4 penguin:0.8
    chicken:0.4 rooster:0.5 hatching-chick:0.15 baby-chick:0.15 front-facing-baby-chick:0.15 turkey:0.9 goose:0.8 dodo:0.9
    phoenix-bird:1.5 bat:0.2 butterfly:0.08 honeybee:0.04 mosquito:0.02 fly:0.02`,
  fish: `
    fish:0.3 tropical-fish:0.15 blowfish:0.25 shark:1.5 whale:4 spouting-whale:4 dolphin:1.2 seal:0.8 octopus:0.8 squid:0.6
    jellyfish:0.4 shrimp:0.1 oyster:0.1`,
  vehicle: `
    rover:1.8     automobile:1.5 oncoming-automobile:1.5 sport-utility-vehicle:1.8 racing-car:1.1 taxi:1.6 oncoming-taxi:1.6
    police-car:1.6 oncoming-police-car:1.6 ambulance:2.4 fire-engine:3 minibus:2.2 bus:3 oncoming-bus:3 trolleybus:3
    delivery-truck:2.8 articulated-lorry:3.8 pickup-truck:1.9 tractor:2.8 motorcycle:1.2 motor-scooter:1.2 bicycle:1.1
    kick-scooter:1 skateboard:0.15 auto-rickshaw:1.8 locomotive:4 train:3.8 railway-car:3.8 metro:3.6 tram:3.5
    tram-car:3.5 light-rail:3.6 monorail:3.5 bullet-train:3.6 high-speed-train:3.6 station:4 sled:0.5
    manual-wheelchair:0.9 motorized-wheelchair:1 roller-coaster:15 mountain-railway:3.5 roller-skate:0.25 ice-skate:0.25
    shopping-cart:1`,
  aircraft: `
    airplane:12 airplane-side:12 small-airplane:3 airplane-departure:12 airplane-arrival:12 helicopter:3.5 rocket:15 flying-saucer:5
    satellite:3 parachute:5 suspension-railway:3.5 mountain-cableway:3 aerial-tramway:3 airship:22 kite:1 balloon:0.5 drone:0.35 hot-air-balloon:12`,
  boat: 'submarine:6 sailboat:8 speedboat:2 motor-boat:2.5 ship:25 passenger-ship:25 ferry:15 canoe:0.8',
  plant: `
    bamboo:6 deciduous-tree:8 evergreen-tree:10 palm-tree:9 christmas-tree:3 tanabata-tree:3 pine-decoration:1 cactus:2.5
    potted-plant:0.6 seedling:0.2 herb:0.4 shamrock:0.15 four-leaf-clover:0.15 leafy-green:0.3 maple-leaf:0.12
    fallen-leaf:0.12 leaf-fluttering-in-wind:0.15 mushroom:0.12 brown-mushroom:0.12 sheaf-of-rice:0.9 blossom:0.4
    sunflower:1.8 rose:0.6 tulip:0.5 hibiscus:0.5 hyacinth:0.4 cherry-blossom:0.4 white-flower:0.4 lotus:0.4
    wilted-flower:0.5 bouquet:0.5 rosette:0.3 coral:1.4`,
  food: `
    red-apple:0.09 green-apple:0.09 pear:0.1 tangerine:0.08 lemon:0.07 lime:0.06 banana:0.18 watermelon:0.25 grapes:0.2
    strawberry:0.05 blueberries:0.06 melon:0.2 cherries:0.06 peach:0.08 mango:0.12 pineapple:0.3 coconut:0.15
    kiwi-fruit:0.07 tomato:0.08 olive:0.03 avocado:0.11 eggplant:0.2 potato:0.09 carrot:0.2 ear-of-corn:0.22
    hot-pepper:0.12 bell-pepper:0.1 cucumber:0.2 broccoli:0.18 garlic:0.06 onion:0.09 peanuts:0.05 beans:0.06
    chestnut:0.04 ginger-root:0.1 pea-pod:0.1 bread:0.15 croissant:0.1 baguette-bread:0.5 flatbread:0.2 pretzel:0.12
    bagel:0.1 pancakes:0.12 waffle:0.1 cheese-wedge:0.1 meat-on-bone:0.25 poultry-leg:0.18 cut-of-meat:0.2 bacon:0.15
    hamburger:0.12 french-fries:0.15 pizza:0.3 hot-dog:0.15 sandwich:0.12 taco:0.12 burrito:0.18 tamale:0.15
    stuffed-flatbread:0.18 falafel:0.1 egg:0.06 cooking:0.2 pot-of-food:0.25 fondue:0.25 bowl-with-spoon:0.15
    green-salad:0.18 popcorn:0.25 butter:0.08 salt:0.12 canned-food:0.12 bento-box:0.12 rice-cracker:0.08 rice-ball:0.1
    cooked-rice:0.14 curry-rice:0.14 steaming-bowl:0.15 spaghetti:0.15 sushi:0.06 fried-shrimp:0.1 dango:0.2
    dumpling:0.07 takeout-box:0.15 soft-ice-cream:0.2 shaved-ice:0.2 ice-cream:0.15 doughnut:0.1 cookie:0.08
    birthday-cake:0.3 shortcake:0.12 cupcake:0.1 pie:0.1 chocolate-bar:0.18 candy:0.05 plum:0.08 lollipop:0.2 custard:0.1
    honey-pot:0.2 glass-of-milk:0.15 hot-beverage:0.1 teapot:0.2 teacup-without-handle:0.08 sake:0.15
    bottle-with-popping-cork:0.35 wine-glass:0.22 cocktail-glass:0.18 tropical-drink:0.22 beer-mug:0.2
    clinking-beer-mugs:0.25 clinking-glasses:0.25 tumbler-glass:0.1 cup-with-straw:0.22 bubble-tea:0.22 beverage-box:0.15
    moon-cake:0.08 fortune-cookie:0.06 lobster:0.2`,
  sky: `
    sun:3 sun-with-face:3 full-moon:3 full-moon-face:3 crescent-moon:3 new-moon:3 new-moon-face:3 waxing-gibbous-moon:3
    waning-gibbous-moon:3 waxing-crescent-moon:3 waning-crescent-moon:3 first-quarter-moon:3 last-quarter-moon:3
    first-quarter-moon-face:3 last-quarter-moon-face:3 star:1 glowing-star:1.5 shooting-star:2 cloud:4
    sun-behind-cloud:4 sun-behind-small-cloud:4 sun-behind-large-cloud:4 sun-behind-rain-cloud:4 cloud-with-rain:4
    cloud-with-snow:4 cloud-with-lightning:4 cloud-with-lightning-and-rain:4 rainbow:10 comet:3 ringed-planet:4
    milky-way:8 fireworks:12 sparkler:0.6 globe-showing-europe-africa:6 globe-showing-americas:6
    globe-showing-asia-australia:6 high-voltage:5 tornado:15 sparkles:1`,
  object: `
    house:7 house-with-garden:7 houses:7 derelict-house:7 hut:4 office-building:30 castle:20 japanese-castle:18
    classical-building:12 church:14 mosque:14 synagogue:12 hindu-temple:14 shinto-shrine:6 kaaba:13 tokyo-tower:80
    statue-of-liberty:60 moai:5 ferris-wheel:20 fountain:3 tent:2 circus-tent:10 bed:1 couch-and-lamp:1.4 chair:1 door:2
    window:1.2 mirror:1.2 toilet:0.8 bathtub:0.7 shower:2 elevator:2.4 ladder:3 television:0.7
    desktop-computer:0.6 laptop:0.3 mobile-phone:0.16 keyboard:0.06 computer-mouse:0.05 printer:0.4 radio:0.25
    camera:0.12 video-camera:0.2 movie-camera:0.4 film-projector:0.4 telephone:0.2 mantelpiece-clock:0.35
    alarm-clock:0.15 watch:0.05 hourglass-not-done:0.25 hourglass-done:0.25 open-book:0.25 books:0.3 newspaper:0.4
    amphora:0.4 luggage:0.7 handbag:0.3 backpack:0.5 briefcase:0.35 umbrella:0.9 closed-umbrella:0.9 teddy-bear:0.4
    robot:1.5 ghost:1.6 snowman:1.6 snowman-without-snow:1.6 alien:1.5 alien-monster:1.5 jack-o-lantern:0.35 fire:0.8
    treasure-chest:0.7 torch:0.7 barrel:1 lamp-post:4 pyramid:40 dumbbell:0.25 chef-hat:0.32 space-helmet:0.5
    skeleton:1.7 headstone:1.1 ring-buoy:0.7 guitar:1 banjo:0.9 violin:0.6 trumpet:0.5 saxophone:0.7 accordion:0.5 drum:0.5 long-drum:0.9 flute:0.3 maracas:0.25
    musical-keyboard:0.5 microphone:0.25 soccer-ball:0.22 basketball:0.24 american-football:0.2 rugby-football:0.2
    baseball:0.08 softball:0.1 volleyball:0.21 tennis:0.6 ping-pong:0.25 badminton:0.6 bowling:0.4 flying-disc:0.1
    skis:1.7 ice-hockey:1.2 field-hockey:0.9 fishing-pole:2 vertical-traffic-light:3 horizontal-traffic-light:1.2
    stop-sign:2.4 bus-stop:2.6 postbox:1.3 wastebasket:0.5 fuel-pump:1.8 telescope:1.2 candle:0.2 light-bulb:0.12
    red-paper-lantern:0.4 water-wave:3 rock:0.8 bomb:0.4 volcano:200 mount-fuji:300 toothbrush:0.2 scissors:0.18
    fork-and-knife:0.2 fork-and-knife-with-plate:0.25 kitchen-knife:0.3 spoon:0.2 crown:0.25 top-hat:0.3 billed-cap:0.18
    womans-hat:0.2 graduation-cap:0.2 sunglasses:0.06 glasses:0.06 necktie:0.5 bucket:0.3 broom:1.4 axe:0.8 hammer:0.35
    fence:1.1 blackboard:1.5 sandcastle:0.7 clarinet:0.6 harmonica:0.1 trombone:0.7 xylophone:0.5 water-tower:18 wind-turbine:40 swing:2.4 anchor:1.5 lighthouse:18 windmill:14 phone-booth:2.4 iceberg:15 staircase:3 tower:20 arch:12 piano:1.1
    drum-kit:1.3 sewing-machine:0.35 wardrobe:2 unicycle:0.9 collision:2 page-facing-up:0.3 fire-hydrant:0.8 parking-meter:1.4 bench:0.9
    baseball-bat:0.8 baseball-glove:0.3 snowboard:1.5 surfboard:1.9 dining-table:0.9 table:0.75 remote:0.2 oven:0.9
    microwave:0.35 toaster:0.25 refrigerator:1.8 sink:0.9 hair-drier:0.25 harp:1.6 plate:0.12 dishes:0.3 vase:0.4 pot:0.3
    bowl:0.15 cup:0.12 bottle:0.3 fork:0.2 couch:0.9 lamp:0.6 eiffel-tower:100 trophy:0.4 ring:0.03 key:0.08 wrapped-gift:0.3 barber-pole:1.2 playground-slide:2.5`,
}
