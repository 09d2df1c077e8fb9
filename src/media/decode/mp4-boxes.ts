import { type FileHandle, open } from 'node:fs/promises'

/** A film has tens of top-level boxes, a fragmented one a few per second; beyond this a file is playing games. */
const maxBoxes = 20_000

export interface TopLevelBoxes {
  /** In order: `['ftyp', 'moov', 'mdat']`. */
  types: string[]
  /** The media or its index ends after the file does. */
  cutOff: boolean
}

/** Walks an ISO base media file, up to the first box that is malformed. Source: ISO/IEC 14496-12, 4.2. */
export async function readTopLevelBoxes(path: string): Promise<TopLevelBoxes> {
  await using file = await open(path)
  const { size: fileSize } = await file.stat()
  const types: string[] = []
  let cutOff = false
  for (let position = 0; position + 8 <= fileSize && types.length < maxBoxes; ) {
    const header = await readHeader(file, position)
    types.push(header.type)
    // Size 0 means: to the end of the file.
    if (header.size < 8) break
    position += header.size
    cutOff = position > fileSize && (header.type === 'mdat' || header.type === 'moov')
  }
  return { types, cutOff }
}

async function readHeader(file: FileHandle, position: number): Promise<{ type: string; size: number }> {
  const bytes = Buffer.alloc(16)
  const { bytesRead } = await file.read(bytes, 0, 16, position)
  const short = bytes.readUInt32BE(0)
  const long = short === 1 && bytesRead === 16
  return { type: bytes.toString('latin1', 4, 8), size: long ? Number(bytes.readBigUInt64BE(8)) : short }
}
