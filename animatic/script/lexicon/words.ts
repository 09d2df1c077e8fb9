/** The small words of English, and words that name nothing one could draw. */
import { phraseTable, wordSet } from './phrase-table.ts'

export const determiners = wordSet(
  'a an the this that these those his her its their my your our another each every some any both one all no',
)

/** Words that end a group of nouns and mean nothing else here. */
export const functionWords = wordSet(`
  a an the this that these those his her its their my your our another each every some any both all other others else
  and or but nor so yet plus while as when whenever where if because though although until since than whether
  of in on at by to for from with without into onto through along across over under above below between among against around
  about toward towards during after before behind beside besides near off out up down inside outside within upon beneath
  underneath beyond via per amid amidst throughout past like
  is are was were be been being am has have had do does did will would can could should may might must shall
  he she it they we i you him them me us himself herself itself themselves who whom which what whose there here how why
  not no never nor very too also just only even still again together apart away back forth almost already always
  often once please want wants wanted generate imagine depict depicting soon then now later suddenly meanwhile next finally more most less least much own same such quite rather
  really perhaps maybe however therefore let ahead upside home far well ago
`)

export const pronouns = wordSet('he she it they him them who')

export const negations = wordSet('no without not never')

export const numberWords = phraseTable<string>({
  '1': 'a single, one, single, a lone, lone',
  '2': 'two, a couple of, a pair of, both, twin, pair of, couple of, duo of',
  '3': 'three, a few, few, trio of, a trio of, some',
  '4': 'four, several, a handful of, various, multiple',
  '5': 'five',
  '6': 'six, a group of, group of, a pack of, pack of, half a dozen, a bunch of, a family of, family of, a row of, row of, a team of, team of, a litter of, a pod of, pod of, gang of, a gang of, a pile of, pile of, a stack of, stack of',
  '7': 'seven, a herd of, herd of, a pride of',
  '8': 'eight, a flock of, flock of, many, lots of, a lot of, a crowd of, crowd of, numerous, a line of, plenty of, dozens of',
  '9': 'nine',
  '10': 'ten, a school of, school of, a swarm of, swarm of, a colony of, an army of, army of, a fleet of, a field of, field of, hundreds of, thousands of, millions of, countless, tons of, a sea of, fleet of',
  '12': 'twelve, a dozen, dozen',
  '11': 'eleven',
  '13': 'thirteen',
  '14': 'fourteen',
  '15': 'fifteen',
  '16': 'sixteen',
  '17': 'seventeen',
  '18': 'eighteen',
  '19': 'nineteen',
  '20': 'twenty',
  '24': 'thirty, forty, fifty, sixty, hundred, a hundred, one hundred, a thousand, thousand, thousands',
})

/** Factors of the height of what follows. */
export const sizeWords = phraseTable<string>({
  '0.4': 'tiny, miniature, mini, minuscule, microscopic, teeny',
  '0.65': 'small, little, baby, young, short, petite',
  '1.4': 'tall, big, large, long',
  '2': 'huge, enormous, massive, oversized',
  '2.5': 'giant, gigantic, colossal, towering, monstrous, immense',
})

/** Colour words and their CSS colours. */
export const colourWords = phraseTable<string>({
  red: 'red, reddish, scarlet',
  crimson: 'crimson, ruby',
  blue: 'blue, bluish, cobalt',
  green: 'green, greenish, emerald',
  yellow: 'yellow, yellowish',
  orange: 'orange',
  purple: 'purple',
  violet: 'violet',
  pink: 'pink, pinkish',
  white: 'white, snow white',
  black: 'black, noir, jet black',
  gray: 'gray, grey, ash gray',
  brown: 'brown, chestnut, tan colored',
  gold: 'gold, golden',
  silver: 'silver, silvery',
  turquoise: 'turquoise',
  teal: 'teal',
  cyan: 'cyan',
  magenta: 'magenta',
  beige: 'beige, cream',
  ivory: 'ivory',
  maroon: 'maroon, burgundy',
  navy: 'navy, navy blue',
  lightblue: 'light blue, pale blue, baby blue',
  skyblue: 'sky blue',
  darkblue: 'dark blue, deep blue',
  royalblue: 'royal blue',
  lightgreen: 'light green, pale green',
  darkgreen: 'dark green',
  darkred: 'dark red, deep red',
  hotpink: 'hot pink',
  lightpink: 'light pink, pale pink',
  lime: 'lime green',
  olive: 'olive green',
  tan: 'tan',
  khaki: 'khaki',
  indigo: 'indigo',
  lavender: 'lilac',
  salmon: 'salmon pink',
  coral: 'coral red',
  saddlebrown: 'dark brown',
  orangered: 'ginger',
})

/** Nouns that are about the film, or too abstract to draw: neither shown nor missed. */
export const notDrawable = wordSet(`
  lightning style view scene shot video film movie footage clip camera background foreground frame perspective angle lens image
  picture photo animation rendering render cinematography resolution quality detail details texture lighting light shadow
  shadows composition focus depth field-of-view 4k 8k hd uhd fps hdr imax masterpiece realistic photorealistic art artstation
  effect effects motion movement speed pace direction time moment day way side left right top bottom middle center centre front rear
  edge end distance horizon landscape scenery surroundings environment atmosphere mood feeling feel sense kind type sort part
  piece bit lot number amount group pair row herd flock pack life world nature beauty joy happiness peace love power energy
  sound music voice song noise silence color colour colors colours shape form size height width length surface line lines
  hour minute second seconds minutes hours year years week month season weather air midair ground earth's vibe tone tones hues hue
  glow reflection reflections ray rays beam beams stage-light action subject viewer audience's cinematic ultra high low wide close
  medium slow fast bokeh grain palette contrast saturation saturated vivid stream-of-consciousness rush thing things something
  nothing everything someone's story adventure journey dream magic fun fantasy fiction science-fiction sci-fi animated anime cartoon disney pixar ghibli
  3d 2d cgi unreal engine octane vfx genre series sequence beat transition cut fade title text caption pov theme
  step steps stride pace walk run jump dance swim flight ride drive sleep turn play talk look smile laugh kiss sip bite trip trick tricks
  step corner gain kind join stop hide game games sport sports exercise breakfast lunch dinner meal food work job day's
  vincent gogh van hokusai monet picasso timelapse loop seamless footage's scale gesture expression mind thought idea moments
  hand hands arm arms leg legs feet foot eyes eye head face hair fur tail tails wings wing ear ears nose mouth body back skin paw paws
  ad bc bedtime spotlight product commercial dust-particles particles jazz gears sparks laser lasers penalty jazz-music magic-hour rack story ceiling mural graffiti model plumage attention appearance capabilities gold-rush eve new-year years-eve new-years-eve program programs pattern patterns preparations jaws jaw teeth claws feathers lap knees shoulder shoulders finger fingers lips chest neck beak mane whiskers
  morning evening portrait rotation close-up tentacles tentacle 
  tongue trunk cud scents scent nectar spell presentation selfie makeup prey future technology
  home steam smoke dust trailer adventures lights warmth cold heat breeze sunlight moonlight shade darkness drift aroma smell taste touch
`)

/** Adjectives that carry no picture of their own but belong to a group of nouns. */
export const plainAdjectives = wordSet(`
  beautiful cute happy sad angry funny old young new ancient modern vintage classic wild fluffy furry hairy shiny bright dark
  pale light heavy warm cold hot cool fresh clean dirty wet dry soft hard smooth rough round square flat thin thick fat slim
  strong weak brave shy lazy busy noisy quiet loud calm peaceful gentle fierce angry hungry thirsty tired sleepy sleeping
  lovely pretty handsome elegant graceful majestic magnificent adorable charming friendly curious clever wise playful
  colorful colourful striped spotted patterned wooden golden metal metallic plastic stone glass paper leather silk crystal
  magical mysterious mystical enchanted haunted abandoned empty full open closed broken rusty dusty sunny rainy snowy
  windy foggy stormy cloudy misty tropical urban rural medieval futuristic retro rustic traditional formal casual luxury
  cozy cosy crowded lonely lone distant nearby lush dense deep shallow vast wide narrow high low steep rocky sandy grassy
  icy frozen snow-covered blooming flowering green-eyed blue-eyed electric steam solar nuclear tame domestic feral stray
  chinese japanese american french italian spanish german british english indian mexican african european asian russian
  arabian egyptian greek roman korean thai scottish irish siberian bengal persian arctic coastal indoor outdoor powerful
  fast slow quick main evening real toy stylish giant's first second third last various different same whole entire
  delicious tasty juicy ripe sweet sour spicy crunchy crispy homemade spring summer autumn winter elderly middle-aged
  male female pregnant bald bearded blonde blond red-haired muscular athletic skinny chubby barefoot masked armored armoured
  proud mighty noble royal holy sacred evil dangerous deadly powerful legendary mythical fantastical surreal abstract
`)

/** Clothes and parts worn: they belong to the wearer and are not shown apart. */
export const clothes = wordSet(`
  dress suit coat jacket shirt t-shirt jeans trousers pants shorts skirt sweater hoodie uniform robe gown kimono sari
  blouse scarf gloves glove socks sock boots boot shoes sandals vest cape cloak apron pajamas tuxedo bikini swimsuit clothes evening-wear formal-wear sportswear clothing
  outfit costume turtleneck jersey cardigan leotard bathrobe armor armour spacesuit raincoat sneakers heels stockings helmet
`)

/** Clothes that can be shown without a wearer, by their drawing. */
export const garments = phraseTable<string>({
  dress: 'dress, gown, skirt, sundress, frock, tutu, ball gown, evening gown, wedding dress, wedding gown, silk dress',
  't-shirt': 'shirt, t-shirt, t shirt, tshirt, tee, polo, jersey, sweater, hoodie, sweatshirt, jumper, football jersey',
  coat: 'coat, jacket, raincoat, overcoat, trench coat, winter coat, leather jacket, denim jacket, parka, blazer',
  scarf: 'scarf',
  gloves: 'gloves, glove, mitten, mittens',
  socks: 'socks, sock',
  jeans: 'jeans, trousers, trouser, pants, leggings, slacks, sweatpants, denim',
  kimono: 'kimono, yukata, robe, bathrobe',
  sari: 'sari',
  bikini: 'bikini',
  'womans-clothes': 'blouse, cardigan, turtleneck, tank top',
  'safety-vest': 'vest, waistcoat, life vest, safety vest, life jacket, lifejacket, hi vis vest',
  'lab-coat': 'lab coat, white coat',
  'womans-boot': 'boots, boot, rain boots, leather boots, cowboy boots',
  'running-shoe': 'shoes, shoe, sneakers, sneaker, trainers, trainer, running shoes',
  'womans-sandal': 'sandals, sandal, slippers, slipper',
  'high-heeled-shoe': 'heels, high heels',
  shorts: 'shorts',
  'rescue-workers-helmet': 'helmet',
})
