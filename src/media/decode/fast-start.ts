import { type FileHandle, open } from 'node:fs/promises'
import { MediaError } from '../protocol.ts'
import { type Box, readTopLevelBoxes } from './mp4-boxes.ts'

/** The index of an hour's film has a few megabytes. */
const maxIndexBytes = 32 * 1024 * 1024
const headerBytes = 8
const pieceBytes = 1024 * 1024
/** The boxes on the way from the index to its tables of offsets. */
const containers = new Set(['trak', 'mdia', 'minf', 'stbl'])

/**
 * Copies an MP4 so that its index stands before its media and it plays while it loads. The media is copied as it is, a
 * piece at a time, however large; where it lies, by the index, moves by the index's own length.
 * Source: ISO/IEC 14496-12, 8.2.1 (moov) and 8.7.5 (stco, co64).
 * @throws MediaError
 */
export async function moveIndexToFront(request: { input: string; output: string }): Promise<Record<string, never>> {
  const { boxes } = await readTopLevelBoxes(request.input)
  const place = boxes.find(({ type }) => type === 'moov')
  const front = boxes.find(({ type }) => type !== 'ftyp')
  if (!place || !front) throw damaged()
  const index = await readIndex(request.input, place)
  shiftOffsets(index.subarray(headerBytes), place.position, index.length)
  await using from = await open(request.input)
  await using to = await open(request.output, 'wx')
  await copy(from, to, 0, front.position)
  await to.writeFile(index)
  await copy(from, to, front.position, place.position)
  await copy(from, to, place.position + place.size, Number.POSITIVE_INFINITY)
  return {}
}

/** Appends the bytes from `start` up to, and without, `end`, all through the same piece of memory. */
async function copy(from: FileHandle, to: FileHandle, start: number, end: number): Promise<void> {
  const piece = Buffer.alloc(pieceBytes)
  for (let position = start; position < end; ) {
    const { bytesRead } = await from.read(piece, 0, Math.min(pieceBytes, end - position), position)
    if (bytesRead === 0) return
    await to.writeFile(piece.subarray(0, bytesRead))
    position += bytesRead
  }
}

async function readIndex(path: string, { position, size }: Box): Promise<Buffer> {
  if (size > maxIndexBytes) throw new MediaError('undecodable', 'is a video whose index is too large')
  await using file = await open(path)
  const index = Buffer.alloc(size)
  const { bytesRead } = await file.read(index, 0, size, position)
  // A size of 64 bits is for what is larger than an index may be.
  if (bytesRead < size || index.readUInt32BE(0) === 1) throw damaged()
  index.writeUInt32BE(size, 0)
  return index
}

/** Adds `shift` to each offset, in the boxes that `bytes` are, of what lies before `end` in the file. */
function shiftOffsets(bytes: Buffer, end: number, shift: number): void {
  for (let position = 0; position + headerBytes <= bytes.length; ) {
    const size = bytes.readUInt32BE(position) || bytes.length - position
    if (size < headerBytes || position + size > bytes.length) throw damaged()
    const type = bytes.toString('latin1', position + 4, position + headerBytes)
    const content = bytes.subarray(position + headerBytes, position + size)
    if (containers.has(type)) shiftOffsets(content, end, shift)
    else if (type === 'stco' || type === 'co64') shiftTable(content, type === 'stco' ? 4 : 8, end, shift)
    position += size
  }
}

/** Version and flags, the count, then the offsets, of 4 bytes (stco) or 8 (co64). */
function shiftTable(table: Buffer, width: 4 | 8, end: number, shift: number): void {
  const first = 8
  const count = table.length < first ? 0 : table.readUInt32BE(4)
  if (first + count * width > table.length) throw damaged()
  for (let position = first; position < first + count * width; position += width) {
    const offset = width === 4 ? table.readUInt32BE(position) : Number(table.readBigUInt64BE(position))
    if (offset >= end) continue
    if (width === 4) table.writeUInt32BE(offset + shift, position)
    else table.writeBigUInt64BE(BigInt(offset + shift), position)
  }
}

const damaged = (): MediaError => new MediaError('undecodable', 'is a video whose index is damaged')
