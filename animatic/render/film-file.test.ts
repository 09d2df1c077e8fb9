import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Encodes a second of a moving pattern with a tone under it. */
const program = `
import { openFilmFile } from ${JSON.stringify(new URL('./film-file.ts', import.meta.url).href)}
const [path, width, height] = [process.argv[1], Number(process.argv[2]), Number(process.argv[3])]
const film = await openFilmFile(path, width, height, 30)
const pixels = Buffer.alloc(width * height * 4)
for (let frame = 0; frame < 30; frame++) {
  for (let at = 0; at < pixels.length; at += 4) {
    const x = (at / 4) % width
    const y = Math.floor(at / 4 / width)
    pixels[at] = ((x + frame * 3) * 5) ^ y
    pixels[at + 1] = 128 + 100 * Math.sin((x - frame * 2) / 17) * Math.cos(y / 13)
    pixels[at + 2] = (x * y) >> 6
  }
  await film.addFrame(pixels)
}
const tone = Float32Array.from({ length: 48000 }, (_, index) => 0.3 * Math.sin(index / 20))
await film.addSound([tone, tone])
await film.finish()
`

test('a film is the same whatever the memory it is made in held before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'film-file-'))
  try {
    for (const [width, height] of [
      [320, 180],
      [180, 320],
      [448, 256],
    ] as const) {
      const hashes = await Promise.all(
        ['1', '170', '255'].map(async (perturb) => {
          const path = join(folder, `${width}-${perturb}.mp4`)
          // glibc fills fresh and freed memory with a byte that follows from this; elsewhere it has no effect.
          const env = { ...process.env, MALLOC_PERTURB_: perturb }
          const flags = ['--input-type=module', '--eval', program]
          await run(process.execPath, [...flags, path, String(width), String(height)], { env })
          return createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        }),
      )
      assert.equal(new Set(hashes).size, 1, `${width}x${height}`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
