/** Emoji and the drawings of the same name, from the names of the Unicode Character Database. */
const pairs = `
  ☀ sun ☁ cloud ☂ umbrella ☃ snowman ☔ umbrella-with-rain-drops ☕ hot-beverage ⚓ anchor ⚡ high-voltage
  ⚽ soccer-ball ⚾ baseball ⛄ snowman-without-snow ⛪ church ⛰ mountain ⛲ fountain ⛵ sailboat ⛺ tent ✈ airplane
  ❄ snowflake ❤ red-heart ⭐ star 🌀 cyclone 🌁 foggy 🌂 closed-umbrella 🌃 night-with-stars
  🌄 sunrise-over-mountains 🌅 sunrise 🌆 cityscape-at-dusk 🌈 rainbow 🌉 bridge-at-night 🌊 water-wave 🌋 volcano
  🌌 milky-way 🌍 globe-showing-europe-africa 🌎 globe-showing-americas 🌏 globe-showing-asia-australia
  🌐 globe-with-meridians 🌑 new-moon 🌒 waxing-crescent-moon 🌓 first-quarter-moon 🌔 waxing-gibbous-moon
  🌕 full-moon 🌖 waning-gibbous-moon 🌗 last-quarter-moon 🌘 waning-crescent-moon 🌙 crescent-moon 🌞 sun-with-face
  🌟 glowing-star 🌠 shooting-star 🌡 thermometer 🌢 droplet 🌣 sun 🌥 sun-behind-cloud 🌧 cloud-with-rain
  🌨 cloud-with-snow 🌩 cloud-with-lightning 🌪 tornado 🌫 fog 🌭 hot-dog 🌮 taco 🌯 burrito 🌰 chestnut 🌱 seedling
  🌲 evergreen-tree 🌳 deciduous-tree 🌴 palm-tree 🌵 cactus 🌶 hot-pepper 🌷 tulip 🌸 cherry-blossom 🌹 rose
  🌺 hibiscus 🌻 sunflower 🌼 blossom 🌽 ear-of-corn 🌿 herb 🍀 four-leaf-clover 🍁 maple-leaf 🍂 fallen-leaf
  🍃 leaf-fluttering-in-wind 🍄 mushroom 🍅 tomato 🍆 eggplant 🍇 grapes 🍈 melon 🍉 watermelon 🍊 tangerine 🍋 lemon
  🍌 banana 🍍 pineapple 🍎 red-apple 🍏 green-apple 🍐 pear 🍑 peach 🍒 cherries 🍓 strawberry 🍔 hamburger 🍕 pizza
  🍖 meat-on-bone 🍗 poultry-leg 🍘 rice-cracker 🍙 rice-ball 🍚 cooked-rice 🍜 steaming-bowl 🍝 spaghetti 🍞 bread
  🍟 french-fries 🍠 roasted-sweet-potato 🍡 dango 🍢 oden 🍣 sushi 🍤 fried-shrimp 🍦 soft-ice-cream 🍧 shaved-ice
  🍨 ice-cream 🍩 doughnut 🍪 cookie 🍫 chocolate-bar 🍬 candy 🍭 lollipop 🍮 custard 🍯 honey-pot 🍰 shortcake
  🍱 bento-box 🍲 pot-of-food 🍳 cooking 🍴 fork-and-knife 🍵 teacup-without-handle 🍷 wine-glass 🍸 cocktail-glass
  🍹 tropical-drink 🍺 beer-mug 🍻 clinking-beer-mugs 🍼 baby-bottle 🍽 fork-and-knife-with-plate
  🍾 bottle-with-popping-cork 🍿 popcorn 🎀 ribbon 🎁 wrapped-gift 🎂 birthday-cake 🎃 jack-o-lantern
  🎄 christmas-tree 🎅 santa-claus 🎆 fireworks 🎈 balloon 🎉 party-popper 🎊 confetti-ball 🎋 tanabata-tree
  🎌 crossed-flags 🎍 pine-decoration 🎏 carp-streamer 🎐 wind-chime 🎑 moon-viewing-ceremony 🎒 backpack
  🎓 graduation-cap 🎖 military-medal 🎗 reminder-ribbon 🎙 studio-microphone 🎚 level-slider 🎛 control-knobs
  🎞 film-frames 🎟 admission-tickets 🎠 carousel-horse 🎡 ferris-wheel 🎢 roller-coaster 🎤 microphone
  🎥 movie-camera 🎦 cinema 🎧 headphone 🎨 artist-palette 🎩 top-hat 🎪 circus-tent 🎫 ticket 🎬 clapper-board
  🎭 performing-arts 🎮 video-game 🎰 slot-machine 🎲 game-die 🎳 bowling 🎴 flower-playing-cards 🎵 musical-note
  🎷 saxophone 🎸 guitar 🎹 musical-keyboard 🎺 trumpet 🎻 violin 🎼 musical-score 🎾 tennis 🎿 skis 🏀 basketball
  🏁 chequered-flag 🏂 snowboarder 🏃 person-running 🏄 person-surfing 🏅 sports-medal 🏆 trophy 🏇 horse-racing
  🏈 american-football 🏉 rugby-football 🏊 person-swimming 🏍 motorcycle 🏎 racing-car 🏐 volleyball
  🏔 snow-capped-mountain 🏕 camping 🏖 beach-with-umbrella 🏗 building-construction 🏘 houses 🏙 cityscape
  🏛 classical-building 🏜 desert 🏝 desert-island 🏞 national-park 🏟 stadium 🏠 house 🏡 house-with-garden
  🏢 office-building 🏥 hospital 🏦 bank 🏨 hotel 🏩 love-hotel 🏪 convenience-store 🏫 school 🏬 department-store
  🏭 factory 🏰 castle 🏵 rosette 🏶 rosette 🏷 label 🏺 amphora 🐀 rat 🐁 mouse 🐂 ox 🐃 water-buffalo 🐄 cow 🐅 tiger
  🐆 leopard 🐇 rabbit 🐈 cat 🐉 dragon 🐊 crocodile 🐋 whale 🐌 snail 🐍 snake 🐎 horse 🐏 ram 🐐 goat 🐑 ewe 🐒 monkey
  🐓 rooster 🐔 chicken 🐕 dog 🐖 pig 🐗 boar 🐘 elephant 🐙 octopus 🐚 spiral-shell 🐛 bug 🐜 ant 🐝 honeybee
  🐞 lady-beetle 🐟 fish 🐠 tropical-fish 🐡 blowfish 🐢 turtle 🐣 hatching-chick 🐤 baby-chick
  🐥 front-facing-baby-chick 🐦 bird 🐧 penguin 🐨 koala 🐩 poodle 🐪 camel 🐫 two-hump-camel 🐬 dolphin 🐭 mouse-face
  🐮 cow-face 🐯 tiger-face 🐰 rabbit-face 🐱 cat-face 🐲 dragon-face 🐳 spouting-whale 🐴 horse-face 🐵 monkey-face
  🐶 dog-face 🐷 pig-face 🐸 frog 🐹 hamster 🐺 wolf 🐻 bear 🐼 panda 🐽 pig-nose 🐾 paw-prints 🐿 chipmunk 👀 eyes 👁 eye
  👂 ear 👃 nose 👄 mouth 👅 tongue 👑 crown 👒 womans-hat 👓 glasses 👔 necktie 👕 t-shirt 👖 jeans 👗 dress 👘 kimono
  👙 bikini 👚 womans-clothes 👛 purse 👜 handbag 👞 mans-shoe 👟 running-shoe 👠 high-heeled-shoe 👡 womans-sandal
  👣 footprints 👤 bust-in-silhouette 👥 busts-in-silhouette 👦 boy 👧 girl 👨 man 👩 woman 👮 police-officer
  👯 woman-with-bunny-ears 👴 old-man 👵 old-woman 👶 baby 👷 construction-worker 👸 princess 👻 ghost 👼 baby-angel
  👽 alien 👾 alien-monster 💀 skull 💃 woman-dancing 💄 lipstick 💅 nail-polish 💈 barber-pole 💉 syringe 💊 pill
  💋 kiss-mark 💌 love-letter 💍 ring 💎 gem-stone 💐 bouquet 💒 wedding 💓 beating-heart 💔 broken-heart 💕 two-hearts
  💖 sparkling-heart 💗 growing-heart 💙 blue-heart 💚 green-heart 💛 yellow-heart 💜 purple-heart
  💝 heart-with-ribbon 💞 revolving-hearts 💟 heart-decoration 💡 light-bulb 💣 bomb 💥 collision 💧 droplet
  💩 pile-of-poo 💪 flexed-biceps 💫 dizzy 💬 speech-balloon 💭 thought-balloon 💮 white-flower 💯 hundred-points
  💰 money-bag 💱 currency-exchange 💲 heavy-dollar-sign 💳 credit-card 💸 money-with-wings 💺 seat 💻 laptop
  💼 briefcase 💾 floppy-disk 📀 dvd 📁 file-folder 📂 open-file-folder 📃 page-with-curl 📄 page-facing-up
  📅 calendar 📆 tear-off-calendar 📇 card-index 📊 bar-chart 📋 clipboard 📌 pushpin 📍 round-pushpin 📎 paperclip
  📏 straight-ruler 📐 triangular-ruler 📑 bookmark-tabs 📒 ledger 📓 notebook 📔 notebook-with-decorative-cover
  📕 closed-book 📖 open-book 📗 green-book 📘 blue-book 📙 orange-book 📚 books 📛 name-badge 📜 scroll 📝 memo
  📞 telephone-receiver 📟 pager 📠 fax-machine 📡 satellite-antenna 📤 outbox-tray 📥 inbox-tray 📦 package 📧 e-mail
  📨 incoming-envelope 📪 closed-mailbox-with-lowered-flag 📫 closed-mailbox-with-raised-flag
  📬 open-mailbox-with-raised-flag 📭 open-mailbox-with-lowered-flag 📮 postbox 📯 postal-horn 📰 newspaper
  📱 mobile-phone 📳 vibration-mode 📴 mobile-phone-off 📵 no-mobile-phones 📷 camera 📸 camera-with-flash
  📹 video-camera 📺 television 📻 radio 📼 videocassette 📽 film-projector 📿 prayer-beads 🔋 battery
  🔌 electric-plug 🔑 key 🔔 bell 🔖 bookmark 🔗 link 🔞 no-one-under-eighteen 🔥 fire 🔧 wrench 🔨 hammer
  🔩 nut-and-bolt 🔪 kitchen-knife 🔬 microscope 🔭 telescope 🔮 crystal-ball 🔱 trident-emblem
  🔶 large-orange-diamond 🔷 large-blue-diamond 🔸 small-orange-diamond 🔹 small-blue-diamond 🕆 latin-cross 🕉 om
  🕋 kaaba 🕌 mosque 🕍 synagogue 🕯 candle 🕰 mantelpiece-clock 🕱 skull-and-crossbones 🕳 hole 🕶 sunglasses
  🕷 spider 🕸 spider-web 🕹 joystick 🕺 man-dancing 🖇 linked-paperclips 🖈 pushpin 🖤 black-heart
  🖥 desktop-computer 🖨 printer 🖲 trackball 🗂 card-index-dividers 🗃 card-file-box 🗄 file-cabinet 🗑 wastebasket
  🗝 old-key 🗞 rolled-up-newspaper 🗨 left-speech-bubble 🗯 right-anger-bubble 🗳 ballot-box-with-ballot
  🗺 world-map 🗻 mount-fuji 🗼 tokyo-tower 🗽 statue-of-liberty 🗿 moai 😀 grinning-face
  😁 grinning-face-with-smiling-eyes 😂 face-with-tears-of-joy 😇 smiling-face-with-halo
  😈 smiling-face-with-horns 😉 winking-face 😊 smiling-face-with-smiling-eyes 😌 relieved-face
  😎 smiling-face-with-sunglasses 😏 smirking-face 😐 neutral-face 😑 expressionless-face 😒 unamused-face
  😔 pensive-face 😕 confused-face 😖 confounded-face 😗 kissing-face 😙 kissing-face-with-smiling-eyes
  😚 kissing-face-with-closed-eyes 😞 disappointed-face 😟 worried-face 😠 angry-face 😡 pouting-face 😢 crying-face
  😣 persevering-face 😦 frowning-face-with-open-mouth 😧 anguished-face 😨 fearful-face 😩 weary-face
  😪 sleepy-face 😫 tired-face 😬 grimacing-face 😭 loudly-crying-face 😮 face-with-open-mouth 😯 hushed-face
  😱 face-screaming-in-fear 😲 astonished-face 😳 flushed-face 😴 sleeping-face 😵 dizzy 😶 face-without-mouth
  😷 face-with-medical-mask 😸 grinning-cat-with-smiling-eyes 😹 cat-with-tears-of-joy 😼 cat-with-wry-smile
  😾 pouting-cat 😿 crying-cat 🙀 weary-cat 🙁 slightly-frowning-face 🙂 slightly-smiling-face 🙃 upside-down-face
  🙄 face-with-rolling-eyes 🙈 see-no-evil-monkey 🙉 hear-no-evil-monkey 🙊 speak-no-evil-monkey 🙍 person-frowning
  🚀 rocket 🚁 helicopter 🚂 locomotive 🚃 railway-car 🚄 high-speed-train 🚅 bullet-train 🚆 train 🚇 metro
  🚈 light-rail 🚉 station 🚊 tram 🚋 tram-car 🚌 bus 🚍 oncoming-bus 🚎 trolleybus 🚏 bus-stop 🚐 minibus 🚑 ambulance
  🚒 fire-engine 🚓 police-car 🚔 oncoming-police-car 🚕 taxi 🚖 oncoming-taxi 🚗 automobile 🚘 oncoming-automobile
  🚚 delivery-truck 🚛 articulated-lorry 🚜 tractor 🚝 monorail 🚞 mountain-railway 🚟 suspension-railway
  🚠 mountain-cableway 🚡 aerial-tramway 🚢 ship 🚣 person-rowing-boat 🚤 speedboat 🚥 horizontal-traffic-light
  🚦 vertical-traffic-light 🚪 door 🚭 no-smoking 🚰 potable-water 🚱 non-potable-water 🚲 bicycle 🚳 no-bicycles
  🚴 person-biking 🚶 person-walking 🚷 no-pedestrians 🚸 children-crossing 🚻 restroom 🚽 toilet 🚾 water-closet
  🚿 shower 🛁 bathtub 🛂 passport-control 🛃 customs 🛄 baggage-claim 🛅 left-luggage 🛋 couch-and-lamp
  🛍 shopping-bags 🛎 bellhop-bell 🛏 bed 🛐 place-of-worship 🛕 hindu-temple 🛖 hut 🛗 elevator 🛝 playground-slide
  🛞 wheel 🛟 ring-buoy 🛠 hammer-and-wrench 🛡 shield 🛢 oil-drum 🛣 motorway 🛤 railway-track 🛥 motor-boat
  🛩 small-airplane 🛫 airplane-departure 🛰 satellite 🛳 passenger-ship 🛴 kick-scooter 🛵 motor-scooter 🛶 canoe
  🛷 sled 🛸 flying-saucer 🛹 skateboard 🛺 auto-rickshaw 🛻 pickup-truck 🛼 roller-skate 🟰 heavy-equals-sign
  🤌 pinched-fingers 🤍 white-heart 🤎 brown-heart 🤏 pinching-hand 🤐 zipper-mouth-face 🤑 money-mouth-face
  🤒 face-with-thermometer 🤓 nerd-face 🤔 thinking-face 🤕 face-with-head-bandage 🤖 robot 🤗 hugging-face
  🤘 sign-of-the-horns 🤙 call-me-hand 🤚 raised-back-of-hand 🤛 left-facing-fist 🤜 right-facing-fist 🤝 handshake
  🤡 clown-face 🤢 nauseated-face 🤣 rolling-on-the-floor-laughing 🤤 drooling-face 🤥 lying-face 🤧 sneezing-face
  🤰 pregnant-woman 🤱 breast-feeding 🤲 palms-up-together 🤳 selfie 🤴 prince 🤵 man-in-tuxedo 🤶 mrs-claus
  🤹 person-juggling 🤿 diving-mask 🥀 wilted-flower 🥂 clinking-glasses 🥃 tumbler-glass 🥄 spoon 🥅 goal-net
  🥊 boxing-glove 🥋 martial-arts-uniform 🥌 curling-stone 🥎 softball 🥏 flying-disc 🥐 croissant 🥑 avocado
  🥒 cucumber 🥓 bacon 🥔 potato 🥕 carrot 🥖 baguette-bread 🥗 green-salad 🥘 shallow-pan-of-food
  🥙 stuffed-flatbread 🥚 egg 🥛 glass-of-milk 🥜 peanuts 🥞 pancakes 🥟 dumpling 🥠 fortune-cookie 🥡 takeout-box
  🥢 chopsticks 🥣 bowl-with-spoon 🥤 cup-with-straw 🥥 coconut 🥦 broccoli 🥧 pie 🥨 pretzel 🥩 cut-of-meat
  🥪 sandwich 🥫 canned-food 🥬 leafy-green 🥭 mango 🥮 moon-cake 🥯 bagel 🥱 yawning-face 🥲 smiling-face-with-tear
  🥷 ninja 🥸 disguised-face 🥹 face-holding-back-tears 🥻 sari 🥼 lab-coat 🥽 goggles 🥾 hiking-boot 🥿 flat-shoe
  🦀 crab 🦁 lion 🦂 scorpion 🦃 turkey 🦄 unicorn 🦅 eagle 🦆 duck 🦇 bat 🦈 shark 🦉 owl 🦊 fox 🦋 butterfly 🦌 deer
  🦍 gorilla 🦎 lizard 🦏 rhinoceros 🦐 shrimp 🦑 squid 🦒 giraffe 🦓 zebra 🦔 hedgehog 🦕 sauropod 🦖 t-rex 🦗 cricket
  🦘 kangaroo 🦙 llama 🦚 peacock 🦛 hippopotamus 🦜 parrot 🦝 raccoon 🦞 lobster 🦟 mosquito 🦠 microbe 🦡 badger
  🦢 swan 🦣 mammoth 🦤 dodo 🦥 sloth 🦦 otter 🦧 orangutan 🦨 skunk 🦩 flamingo 🦪 oyster 🦫 beaver 🦬 bison 🦭 seal
  🦮 guide-dog 🦴 bone 🦵 leg 🦶 foot 🦷 tooth 🦸 person-superhero 🦺 safety-vest 🦻 ear-with-hearing-aid
  🦼 motorized-wheelchair 🦽 manual-wheelchair 🦾 mechanical-arm 🦿 mechanical-leg 🧀 cheese-wedge 🧁 cupcake
  🧃 beverage-box 🧄 garlic 🧅 onion 🧆 falafel 🧇 waffle 🧈 butter 🧋 bubble-tea 🧌 troll 🧍 person-standing
  🧐 face-with-monocle 🧑 person 🧒 child 🧖 person-in-steamy-room 🧗 person-climbing 🧘 person-in-lotus-position
  🧙 person-mage 🧚 person-fairy 🧛 person-vampire 🧜 person-merpeople 🧝 person-elf 🧟 person-zombie 🧠 brain
  🧡 orange-heart 🧢 billed-cap 🧣 scarf 🧤 gloves 🧥 coat 🧦 socks 🧨 firecracker 🧪 test-tube 🧫 petri-dish 🧭 compass
  🧮 abacus 🧯 fire-extinguisher 🧰 toolbox 🧱 brick 🧲 magnet 🧳 luggage 🧴 lotion-bottle 🧷 safety-pin 🧸 teddy-bear
  🧹 broom 🧺 basket 🧻 roll-of-paper 🧽 sponge 🧾 receipt 🧿 nazar-amulet 🩰 ballet-shoes 🩱 one-piece-swimsuit
  🩲 briefs 🩳 shorts 🩴 thong-sandal 🩸 drop-of-blood 🩹 adhesive-bandage 🩺 stethoscope 🩻 x-ray 🩼 crutch 🪀 yo-yo
  🪁 kite 🪂 parachute 🪃 boomerang 🪄 magic-wand 🪆 nesting-dolls 🪐 ringed-planet 🪑 chair 🪒 razor 🪓 axe
  🪔 diya-lamp 🪕 banjo 🪖 military-helmet 🪗 accordion 🪘 long-drum 🪙 coin 🪚 carpentry-saw 🪛 screwdriver 🪜 ladder
  🪝 hook 🪞 mirror 🪟 window 🪠 plunger 🪡 sewing-needle 🪣 bucket 🪤 mouse-trap 🪥 toothbrush 🪦 headstone 🪧 placard
  🪨 rock 🪩 mirror-ball 🪪 identification-card 🪫 low-battery 🪬 hamsa 🪰 fly 🪱 worm 🪲 beetle 🪳 cockroach
  🪴 potted-plant 🪵 wood 🪶 feather 🪷 lotus 🪸 coral 🪹 empty-nest 🪺 nest-with-eggs 🫀 anatomical-heart 🫁 lungs
  🫂 people-hugging 🫃 pregnant-man 🫄 pregnant-person 🫅 person-with-crown 🫐 blueberries 🫑 bell-pepper 🫒 olive
  🫓 flatbread 🫔 tamale 🫕 fondue 🫖 teapot 🫗 pouring-liquid 🫘 beans 🫙 jar 🫠 melting-face 🫡 saluting-face
  🫢 face-with-open-eyes-and-hand-over-mouth 🫣 face-with-peeking-eye 🫤 face-with-diagonal-mouth
  🫥 dotted-line-face 🫦 biting-lip 🫧 bubbles 🫰 hand-with-index-finger-and-thumb-crossed 🫱 rightwards-hand
  🫲 leftwards-hand 🫳 palm-down-hand 🫴 palm-up-hand 🫶 heart-hands
`

export const emojiDrawings: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .flatMap((emoji, index, all): [string, string][] => (index % 2 === 0 ? [[emoji, all[index + 1] ?? '']] : [])),
)
