import { type FileHandle, open } from 'node:fs/promises'

/** A film has tens of top-level boxes, a fragmented one a few per second; beyond this a file is playing games. */
const maxBoxes = 20_000

/**
 * The types of an ISO base media file's top-level boxes in order, `['ftyp', 'moov', 'mdat']`. Ends at the first that
 * is malformed. Source: ISO/IEC 14496-12, 4.2.
 */
export async function readTopLevelBoxes(path: string): Promise<string[]> {
  await using file = await open(path)
  const { size: fileSize } = await file.stat()
  const types: string[] = []
  for (let position = 0; position + 8 <= fileSize && types.length < maxBoxes; ) {
    const header = await readHeader(file, position)
    types.push(header.type)
    // Size 0 means: to the end of the file.
    if (header.size < 8) break
    position += header.size
  }
  return types
}

async function readHeader(file: FileHandle, position: number): Promise<{ type: string; size: number }> {
  const bytes = Buffer.alloc(16)
  const { bytesRead } = await file.read(bytes, 0, 16, position)
  const short = bytes.readUInt32BE(0)
  const long = short === 1 && bytesRead === 16
  return { type: bytes.toString('latin1', 4, 8), size: long ? Number(bytes.readBigUInt64BE(8)) : short }
}
