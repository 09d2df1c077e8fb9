import { type FileHandle, open } from 'node:fs/promises'

/** A film has tens of top-level boxes, a fragmented one a few per second; beyond this a file is playing games. */
const maxBoxes = 20_000

export interface Box {
  type: string
  /** Where it begins in the file. */
  position: number
  /** Header included. */
  size: number
}

export interface TopLevelBoxes {
  /** In order: `ftyp`, `moov`, `mdat`. */
  boxes: Box[]
  /** The media or its index ends after the file does. */
  cutOff: boolean
}

/** Walks an ISO base media file, up to the first box that is malformed. Source: ISO/IEC 14496-12, 4.2. */
export async function readTopLevelBoxes(path: string): Promise<TopLevelBoxes> {
  await using file = await open(path)
  const { size: fileSize } = await file.stat()
  const boxes: Box[] = []
  let cutOff = false
  for (let position = 0; position + 8 <= fileSize && boxes.length < maxBoxes; ) {
    const box = await readHeader(file, position, fileSize)
    boxes.push(box)
    if (box.size < 8) break
    position += box.size
    cutOff = position > fileSize && (box.type === 'mdat' || box.type === 'moov')
  }
  return { boxes, cutOff }
}

async function readHeader(file: FileHandle, position: number, fileSize: number): Promise<Box> {
  const bytes = Buffer.alloc(16)
  const { bytesRead } = await file.read(bytes, 0, 16, position)
  const short = bytes.readUInt32BE(0)
  const long = short === 1 && bytesRead === 16
  // Size 0 means: to the end of the file.
  const size = long ? Number(bytes.readBigUInt64BE(8)) : short === 0 ? fileSize - position : short
  return { type: bytes.toString('latin1', 4, 8), position, size }
}
