/** Files made to harm whoever decodes them, written byte by byte. */
import { crc32, deflateSync } from 'node:zlib'
import { blackPng, landscapePng } from '../../acceptance/support/png.ts'
import { createRandom } from '../openapi/random.ts'

export interface HostileImage {
  bytes: Buffer
  /** What it is refused with; absent where it may be taken, as the small image that it is. */
  words?: RegExp
}

export function hostileImages(): Record<string, HostileImage> {
  const small = landscapePng(64, 64)
  return {
    pixels: { bytes: blackPng(30_000, 30_000), words: /30000x30000 pixels/ },
    line: { bytes: blackPng(20_000, 1), words: /20000x1 pixels/ },
    textBomb: {
      bytes: withChunk(small, 'zTXt', Buffer.concat([Buffer.from('evil\0\0'), deflateSync(Buffer.alloc(100e6))])),
    },
    profileBomb: {
      bytes: withChunk(small, 'iCCP', Buffer.concat([Buffer.from('evil\0\0'), deflateSync(Buffer.alloc(100e6))])),
    },
    chunkLength: { bytes: patched(small, 33, [0x7f, 0xff, 0xff, 0xff]), words: /PNG/ },
    noSize: { bytes: patched(small, 16, [0, 0, 0, 0, 0, 0, 0, 0]), words: /PNG/ },
    largestSize: { bytes: patched(small, 16, [0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]), words: /PNG|pixels/ },
    cut: { bytes: small.subarray(0, small.length / 2), words: /cut off or damaged/ },
    gifCanvas: { bytes: gif(65_535, 65_535, 1) },
    gifFrames: { bytes: gif(8, 8, 20_000) },
    webpCanvas: { bytes: webpHeader(16_383, 16_383), words: /WebP|pixels/ },
    jpegSize: { bytes: jpegHeader(65_535, 65_535), words: /JPEG|pixels/ },
    heif: {
      bytes: Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), box('meta', Buffer.alloc(4))]),
      words: /AVIF/,
    },
    tiff: { bytes: Buffer.concat([Buffer.from('II*\0\x08\0\0\0'), Buffer.alloc(64, 0xff)]), words: /TIFF/ },
    svg: {
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      words: /SVG/,
    },
    deepSvg: { bytes: Buffer.from(`<svg>${'<g>'.repeat(200_000)}`), words: /SVG/ },
    postscript: { bytes: Buffer.from('%!PS\n(/etc/passwd) (r) file'), words: /text/ },
    pdf: { bytes: Buffer.from('%PDF-1.7\n1 0 obj\n'), words: /PDF/ },
    gzip: { bytes: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), words: /gzip/ },
  }
}

/** Good images that another reader takes for something else. */
export function polyglots(): Record<string, Buffer> {
  const small = landscapePng(64, 64)
  const page = Buffer.from('<script>alert("evil")</script>')
  return {
    pageBehind: Buffer.concat([small, page]),
    archiveBehind: Buffer.concat([small, Buffer.from('PK\x03\x04evil')]),
    pdfBehind: Buffer.concat([small, Buffer.from('%PDF-1.7 evil')]),
    pageInText: withChunk(small, 'tEXt', Buffer.concat([Buffer.from('Comment\0'), page])),
    pageInUnknown: withChunk(small, 'evIl', page),
  }
}

/** Of a good film: cut, with lies in its boxes, and with bytes changed by chance, the same each time. */
export function hostileVideos(film: Buffer): Record<string, Buffer> {
  const made: Record<string, Buffer> = {}
  for (const part of [0.02, 0.1, 0.3, 0.6, 0.9, 0.99])
    made[`cut${part}`] = film.subarray(0, Math.ceil(film.length * part))
  for (const type of ['ftyp', 'moov', 'trak', 'mdia', 'stbl', 'mdat']) {
    const at = film.indexOf(type) - 4
    if (at < 0) continue
    made[`${type}Largest`] = patched(film, at, [0xff, 0xff, 0xff, 0xff])
    made[`${type}Empty`] = patched(film, at, [0, 0, 0, 0])
    made[`${type}Tiny`] = patched(film, at, [0, 0, 0, 4])
    made[`${type}Long`] = patched(film, at, [0, 0, 0, 1])
  }
  // The count of the entries follows the version of the box, in stsz the size of all.
  for (const [type, offset] of [
    ['stsz', 12],
    ['stts', 8],
    ['stsc', 8],
    ['stco', 8],
    ['ctts', 8],
    ['stsd', 8],
  ] as const) {
    const at = film.indexOf(type)
    if (at >= 0) made[`${type}Count`] = patched(film, at + offset, [0xff, 0xff, 0xff, 0xfe])
  }
  for (const type of ['mdhd', 'mvhd']) {
    const at = film.indexOf(type)
    if (at >= 0) made[`${type}Scale`] = patched(film, at + 16, [0, 0, 0, 0])
  }
  const coded = film.indexOf('avc1', film.indexOf('stsd'))
  if (coded >= 0) made.largestPicture = patched(film, coded + 28, [0xff, 0xff, 0xff, 0xff])
  made.deep = Array.from({ length: 5_000 }).reduce<Buffer>((inner) => box('moov', inner), Buffer.alloc(0))
  const random = createRandom(7)
  for (let number = 0; number < 24; number++) {
    const copy = Buffer.from(film)
    for (let change = 0; change < 12; change++) copy[random.below(copy.length)] = random.below(256)
    made[`chance${number}`] = copy
  }
  return made
}

function patched(bytes: Buffer, at: number, written: readonly number[]): Buffer {
  const copy = Buffer.from(bytes)
  copy.set(written, at)
  return copy
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** Puts a chunk behind the header of a PNG. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  const end = 33
  return Buffer.concat([png.subarray(0, end), length, body, check, png.subarray(end)])
}

/** Source: GIF89a specification; each frame is one pixel. */
function gif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  const frame = Buffer.from('\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')])
}

/** An extended WebP without pictures. Source: RFC 9649, 2.7. */
function webpHeader(width: number, height: number): Buffer {
  const head = Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')
  head.writeUIntLE(width - 1, 24, 3)
  head.writeUIntLE(height - 1, 27, 3)
  return head
}

/** A start of frame and nothing behind it. Source: ITU-T T.81, B.2.2. */
function jpegHeader(width: number, height: number): Buffer {
  const frame = Buffer.from(
    '\xff\xd8\xff\xc0\0\x0b\x08\0\0\0\0\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0',
    'latin1',
  )
  frame.writeUInt16BE(height, 7)
  frame.writeUInt16BE(width, 9)
  return frame
}
