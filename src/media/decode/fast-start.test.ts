import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { MediaError } from '../protocol.ts'
import { moveIndexToFront } from './fast-start.ts'

function box(type: string, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length, 0)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}

function table(type: 'stco' | 'co64', offsets: number[]): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(offsets.length, 4)
  const entries = offsets.map((offset) => {
    const entry = Buffer.alloc(type === 'stco' ? 4 : 8)
    entry.writeUInt32BE(offset, entry.length - 4)
    return entry
  })
  return box(type, head, ...entries)
}

const index = (offsets: Buffer): Buffer =>
  box('moov', box('mvhd', 'header'), box('trak', box('mdia', box('minf', box('stbl', offsets)))))

async function moved(file: Buffer): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-index-'))
  const [input, output] = [join(directory, 'slow.mp4'), join(directory, 'fast.mp4')]
  try {
    await writeFile(input, file)
    await moveIndexToFront({ input, output })
    return await readFile(output)
  } finally {
    await rm(directory, { recursive: true })
  }
}

test('what the index points at is there after the move, before and behind its old place, in 4 bytes or 8', async () => {
  const [head, first, second] = [box('ftyp', 'isom'), box('mdat', 'first'), box('mdat', 'second')]
  for (const type of ['stco', 'co64'] as const) {
    const length = index(table(type, [0, 0])).length
    const offsetOf = { first: head.length + 8, second: head.length + first.length + length + 8 }
    const offsets = [offsetOf.first, offsetOf.second]
    const file = await moved(Buffer.concat([head, first, index(table(type, offsets)), second]))
    const shifted = [offsetOf.first + length, offsetOf.second]
    assert.deepEqual(file, Buffer.concat([head, index(table(type, shifted)), first, second]))
    assert.deepEqual(
      shifted.map((offset) => file.toString('latin1', offset, offset + 5)),
      ['first', 'secon'],
    )
  }
})

test('an index that is damaged, or none, is told as such', async () => {
  const [head, media] = [box('ftyp', 'isom'), box('mdat', 'media')]
  const short = index(table('stco', [1]))
  // One offset more than there are.
  short.writeUInt32BE(2, short.length - 8)
  for (const file of [Buffer.concat([head, media]), Buffer.concat([head, media, short])]) {
    await assert.rejects(
      moved(file),
      (error: unknown) => error instanceof MediaError && error.problem === 'undecodable',
    )
  }
})
