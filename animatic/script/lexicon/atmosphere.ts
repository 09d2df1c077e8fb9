/** Words for light, weather, season, mood, tempo and painting style. */
import type { Mood, Season, Style, TimeOfDay, Weather } from '../shot-plan.ts'
import { phraseTable } from './phrase-table.ts'

export const timeWords = phraseTable<TimeOfDay>({
  dawn: 'dawn, daybreak, sunrise, first light, at dawn, early morning',
  morning: 'morning, in the morning, breakfast time',
  day: 'day, daytime, daylight, midday, noon, afternoon, sunny, sunny day, broad daylight, bright day, at noon, sunlit, sunlight',
  'golden-hour': 'golden hour, late afternoon, golden light, warm light, golden sunlight',
  sunset: 'sunset, sundown, setting sun, at sunset, sun sets',
  dusk: 'dusk, twilight, evening, nightfall, blue hour, at dusk',
  night:
    'night, midnight, nighttime, night time, moonlit, moonlight, starry, starry night, at night, neon, neon lit, neon lights, starlit, nocturnal, night sky, aurora, northern lights',
})

export const weatherWords = phraseTable<Weather>({
  clear: 'clear sky, clear skies, cloudless, sunny, clear blue sky, clear weather',
  cloudy: 'cloudy, overcast, gray sky, grey sky, cloudy sky, gloomy sky',
  rain: 'rain, rainy, raining, drizzle, downpour, in the rain, rainfall, drizzling, rainstorm, wet street, pouring rain, heavy downpour, heavy rain, monsoon, rain soaked, it rains, rain falls, rain pours',
  snow: 'snowing, snowfall, snowstorm, blizzard, snowflakes, falling snow, snow falls, snow falling, snow storm, flurries, it snows, heavy snow, snowy weather, snow drifts down',
  fog: 'fog, foggy, mist, misty, haze, hazy, smog',
  storm:
    'storm, stormy, thunderstorm, thunder, lightning, lightnings, lightning storm, flashes of lightning, tempest, hurricane, typhoon, lightning strikes',
  wind: 'wind, windy, breeze, breezy, gale, gust, gusty, windswept, wind blown',
})

export const seasonWords = phraseTable<Season>({
  spring: 'spring, springtime, easter, cherry blossom season, cherry blossoms',
  summer: 'summer, summertime, summery, heatwave',
  autumn:
    'autumn, fall season, autumnal, fall foliage, fall colors, fall colours, october, halloween, autumn leaves, in the fall',
  winter:
    'winter, wintertime, wintry, christmas, xmas, frosty, snowy, snow covered, snow capped, icy, frozen, snow blanketed, snowing, snowstorm, blizzard, snow',
})

export const moodWords = phraseTable<Mood>({
  calm: 'calm, peaceful, serene, tranquil, quiet, gentle, gently, relaxing, leisurely, soothing, peacefully, lazily, cozy, cosy',
  joyful:
    'happy, happily, joyful, joyfully, cheerful, cheerfully, celebrating, celebration, party, festive, laughing, smiling, excited, merry, wedding, birthday',
  playful: 'playful, playfully, cute, funny, silly, adorable, cartoon, whimsical, goofy, frolicking, comical, kawaii',
  epic: 'epic, majestic, heroic, grand, breathtaking, powerful, battle, triumphant, monumental, sweeping, spectacular, awe inspiring',
  tense:
    'tense, scary, horror, frightening, danger, dangerous, chase, chasing, suspense, creepy, ominous, menacing, angry, terrifying, apocalyptic, war, fleeing, dystopian',
  sad: 'sad, sadly, lonely, melancholy, melancholic, crying, tears, gloomy, somber, sombre, grief, mourning, desolate, abandoned, heartbroken',
  mysterious:
    'mysterious, magical, mystical, eerie, enchanted, surreal, dreamy, dreamlike, ethereal, haunted, secret, strange, otherworldly, alien, mystic',
  romantic: 'romantic, romance, love, loving, lovers, kissing, couple, valentine, candlelit, in love, tender, tenderly',
})

/** Factors of the film's tempo; several words multiply. */
/** The tempo of a time-lapse, in which hours pass. */
export const lapseTempo = '2'

export const tempoWords = phraseTable<string>({
  '0.5':
    'slow motion, slow-motion, slowmo, slow mo, super slow motion, slowed down, in slow motion, bullet time, extreme slow motion, ultra slow motion, slo mo, in super slow motion, 120fps, 240fps, high speed camera',
  '0.8': 'slowly, slow, leisurely, lazily, gently, calmly, gracefully, gliding',
  '1.3':
    'quickly, fast, rapidly, speeding, swiftly, rapid, racing, energetic, accelerating, at full speed, full speed, high speed chase, hurried, frantic',
  '2': 'time lapse, timelapse, time-lapse, hyperlapse, fast forward, sped up, fast motion, in fast motion, time lapsed, speeded up',
})

export const styleWords = phraseTable<Style>({
  'black-and-white':
    'black and white, monochrome, monochromatic, black & white, grayscale, greyscale, b&w, in black and white, greyscale style',
  'film-noir': 'noir, film noir, noir style, noir aesthetic, noir film, film noir style',
  'van-gogh':
    'van gogh style, van gogh, vincent van gogh, by van gogh, starry night style, post impressionist, post impressionism',
  'oil-painting':
    'oil painting, oil paint, oil paints, oil painted, impasto, impressionist, impressionism, monet, by monet, claude monet, oil on canvas, rembrandt, baroque painting, renaissance painting, acrylic painting',
  watercolour:
    'watercolor, watercolour, watercolors, watercolours, watercolor painting, watercolour painting, watercolor style, aquarelle, ink wash, ink wash painting, gouache, sumi e, chinese ink painting, water colour, water color, pastel painting, pastel drawing',
  'pixel-art':
    'pixel art, pixelart, 8 bit, 8bit, 16 bit, 16bit, pixelated, retro game, retro video game, pixel style, pixel animation, pixels, voxel, voxel art, minecraft style',
  cyberpunk:
    'cyberpunk, cyberpunk style, synthwave, vaporwave, neon noir, tron, blade runner, blade runner style, retrowave, outrun style, futuristic neon',
  woodblock:
    'ukiyo, ukiyo e, hokusai, woodblock, woodblock print, by hokusai, japanese print, japanese woodblock, woodcut, linocut, hiroshige, block print',
  surreal:
    'surreal, surrealist, surreal painting, surreal art, surrealism, surrealism style, surrealistic, surreal style, dali, salvador dali, psychedelic, dreamcore, magritte, trippy',
  'pencil-sketch':
    'pencil sketch, sketch, sketched, line art, pencil drawing, charcoal drawing, charcoal sketch, hand drawn, charcoal, ink drawing, pen and ink, line drawing, graphite drawing, doodle, pencil style, sketch style, colored pencil, coloured pencil, crayon drawing, blackboard drawing, chalk drawing',
  vintage:
    'sepia, sepia tone, vintage film, old film, vintage style, retro style, 1950s style, 1920s style, 1970s style, 1980s style, super 8, 8mm, 16mm, film grain, old footage, archival footage, silent film, old movie, old photo, daguerreotype, vhs, vhs style, retro film, polaroid, faded film',
  comic:
    'comic, comic book, comic style, comic book style, comics, graphic novel, marvel style, pop art, manga, manga style, halftone, lichtenstein, comic strip, cel shaded, cel shading',
  anime:
    'anime, anime style, animated style, animation style, animated, cartoon style, cartoon, cartoonish, ghibli, studio ghibli, ghibli style, disney style, pixar, pixar style, disney pixar style, 2d animation, 3d animation, makoto shinkai, flat design, storybook, storybook style, claymation, stop motion, paper cutout, cut out animation, motion graphics',
})
