import { crc32, deflateSync } from 'node:zlib'

/** A landscape in colour: a sky that brightens towards a horizon, a sun, a meadow. */
export function landscapePng(width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isSun = Math.hypot(x - width * 0.7, y - height * 0.3) < height * 0.1
      const sky = [90 + (120 * y) / height, 160 + (60 * y) / height, 235]
      const meadow = [60 + ((x * 7 + y * 3) % 25), 140 - (40 * y) / height, 60]
      lines.set(isSun ? [255, 225, 120] : y < height * 0.6 ? sky : meadow, y * (1 + width * 3) + 1 + x * 3)
    }
  }
  return png(width, height, { bitDepth: 8, colourType: 2 }, lines)
}

/** A valid PNG, one bit a pixel, all black: 30000x30000 pixels are about a hundred kilobytes. */
export function blackPng(width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  return png(width, height, { bitDepth: 1, colourType: 0 }, lines)
}

/** Source: PNG (ISO/IEC 15948), chapters 5 and 11. */
function png(width: number, height: number, kind: { bitDepth: number; colourType: number }, lines: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([kind.bitDepth, kind.colourType, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
