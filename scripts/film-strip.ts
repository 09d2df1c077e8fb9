/** Makes the picture strips of the documents: node scripts/film-strip.ts <film.mp4> <strip.jpg> [frames]. */
import { writeSpriteSheet } from '../src/media/decode/frames.ts'

const [input, output, frames = '4'] = process.argv.slice(2)
if (!input || !output) {
  process.stderr.write('usage: node scripts/film-strip.ts <film.mp4> <strip.jpg> [frames]\n')
  process.exit(2)
}
await writeSpriteSheet({ input, output, columns: Number(frames), rows: 1, tileWidth: 420 })
