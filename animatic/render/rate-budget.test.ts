import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openFilmFile } from './film-file.ts'

const [width, height, framesPerSecond, seconds] = [640, 360, 30, 6]

/** The bytes of a silent film; `drops` bright drops fall through every frame, at other places each time. */
async function bytesOfRain(folder: string, drops: number): Promise<number> {
  const path = join(folder, `${drops}.mp4`)
  const film = await openFilmFile(path, width, height, framesPerSecond)
  const pixels = Buffer.alloc(width * height * 4)
  for (let frame = 0; frame < seconds * framesPerSecond; frame++) {
    pixels.fill(60)
    for (let drop = 0; drop < drops; drop++) {
      const [x, y] = [(drop * 7919 + frame * 31) % width, (drop * 104_729 + frame * 97) % (height - 12)]
      for (let row = 0; row < 12; row++) pixels.fill(200, ((y + row) * width + x) * 4, ((y + row) * width + x) * 4 + 8)
    }
    await film.addFrame(pixels)
  }
  await film.finish()
  return (await stat(path)).size
}

test('rain that would fill a film with bits is kept to the budget, a calm film is left as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rate-budget-'))
  try {
    // 3,800 kbit/s at 720p are 1,254 at a quarter of its pixels; half a second of it is free, a second more is slack.
    const budgetBytes = ((1_254_000 / 8) * (seconds + 1.5)) | 0
    const bytes = await bytesOfRain(folder, 1600)
    assert.ok(bytes > budgetBytes / 2 && bytes < budgetBytes, `${bytes} of ${budgetBytes} bytes`)
    assert.ok((await bytesOfRain(folder, 2)) < budgetBytes / 4)
  } finally {
    await rm(folder, { recursive: true })
  }
})
