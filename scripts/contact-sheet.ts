/**
 * Draws four frames of each of 24 films that have little in common into one labelled picture, to be looked at:
 *
 *   npm run contact-sheet -- <sheet.png or .jpg> [words …]
 *
 * With words, only the prompts that hold one of them.
 */
import { writeFile } from 'node:fs/promises'
import { type Canvas, createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas'
import { drawFilm } from '../animatic/render/draw-film.ts'
import { readPrompt } from '../animatic/script/read-prompt.ts'

const prompts = [
  'cat running on the river',
  'a golden retriever runs along a beach at sunset',
  'three elephants walk across the desert',
  'a man plays guitar on a stage',
  'a woman doctor walks through a hospital',
  'two children playing football in a park',
  'a chef cooking in a kitchen',
  'a girl reads a book in a library',
  'a red vintage car drives through a city at night in the rain',
  'a steam train crosses a bridge in fog',
  'an airplane takes off from an airport at dawn',
  'a sailboat in a storm on the ocean, lightning',
  'an astronaut walks on the moon',
  'a spaceship flies past planets in space',
  'a whale swims underwater among corals',
  'a snowman in a village, snow falls at night',
  'a dragon flies over a castle, aerial view',
  'a blue bird on top of a yellow house',
  'a bowl of apples on a table in a living room',
  'a couple walks under red umbrellas in autumn, watercolour painting',
  'a samurai in a garden, Ukiyo-e style',
  'a robot dances in the street, cyberpunk style',
  'a detective in a dark street, film noir',
  'A fox runs through a forest. Then it sleeps in a cave. Then it sits on a mountain at sunset.',
]
const film = { width: 1280, height: 720, seconds: 10, seed: 7 }
const moments = [0.1, 0.37, 0.63, 0.92]
const tile = { width: 400, height: 225 }
const gap = 6
const label = 28

async function framesOf(prompt: string): Promise<Canvas[]> {
  const plan = readPrompt(prompt, film.seconds)
  const drawer = await drawFilm({ ...film, plan, images: [], character: undefined })
  const frame = createCanvas(film.width, film.height)
  const small: Canvas[] = []
  for (const moment of moments) {
    const pixels = new Uint8ClampedArray(await drawer.draw(moment * film.seconds))
    frame.getContext('2d').putImageData(new ImageData(pixels, film.width, film.height), 0, 0)
    const canvas = createCanvas(tile.width, tile.height)
    const brush = canvas.getContext('2d')
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(frame, 0, 0, tile.width, tile.height)
    small.push(canvas)
  }
  return small
}

function drawRow(sheet: SKRSContext2D, row: { prompt: string; frames: Canvas[] }, left: number, top: number): void {
  sheet.fillStyle = '#e8eaf0'
  sheet.fillText(row.prompt, left + 2, top + label - 8)
  for (const [index, frame] of row.frames.entries()) {
    sheet.drawImage(frame, left + index * (tile.width + gap), top + label)
  }
}

async function drawSheet(wanted: readonly string[]): Promise<Canvas> {
  const columns = wanted.length > 6 ? 2 : 1
  const rows = Math.ceil(wanted.length / columns)
  const wide = moments.length * (tile.width + gap) + gap
  const high = tile.height + label + gap
  const canvas = createCanvas(columns * wide, rows * high)
  const sheet = canvas.getContext('2d')
  sheet.fillStyle = '#14161d'
  sheet.fillRect(0, 0, canvas.width, canvas.height)
  sheet.font = '17px sans-serif'
  for (const [index, prompt] of wanted.entries()) {
    const frames = await framesOf(prompt)
    drawRow(sheet, { prompt, frames }, gap + Math.floor(index / rows) * wide, (index % rows) * high)
    process.stderr.write(`${index + 1} of ${wanted.length}: ${prompt}\n`)
  }
  return canvas
}

const [path, ...words] = process.argv.slice(2)
if (path === undefined) throw new Error('Say where the sheet goes: npm run contact-sheet -- <sheet.png>')
const wanted = prompts.filter((prompt) => words.length === 0 || words.some((word) => prompt.includes(word)))
const sheet = await drawSheet(wanted)
await writeFile(path, await (/\.jpe?g$/.test(path) ? sheet.encode('jpeg', 84) : sheet.encode('png')))
