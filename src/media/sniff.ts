import { open } from 'node:fs/promises'

const sniffedBytes = 512

/** What the first bytes of a file say it is, in words for an error: `an HTML page`, `an empty file`. */
export async function sniffFile(path: string): Promise<string> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0)
  return describeBytes(buffer.subarray(0, bytesRead))
}

export function describeBytes(head: Buffer): string {
  if (head.length === 0) return 'an empty file'
  for (const [words, offset, magic] of magics) {
    if (head.toString('latin1', offset, offset + magic.length) === magic) return words
  }
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (/<svg[\s>]/.test(text)) return 'an SVG drawing'
  if (/^<!doctype html|^<html|^<head|^<body/.test(text)) return 'an HTML page'
  if (text.startsWith('<?xml')) return 'an XML document'
  if (text.startsWith('#extm3u')) return 'an HLS playlist'
  if (/^[[{]/.test(text)) return 'a JSON document'
  return /^[\t\n\r -~\u00A0-\uFFFC]*\uFFFD?$/.test(text) ? 'text' : 'data of an unknown kind'
}

/** [words, offset, bytes as latin1]; the first match wins. */
const magics: [words: string, offset: number, magic: string][] = [
  ['a PNG image', 0, '\x89PNG\r\n\x1a\n'],
  ['a JPEG image', 0, '\xff\xd8\xff'],
  ['a GIF image', 0, 'GIF8'],
  ['a WebP image', 8, 'WEBP'],
  ['an AVIF image', 4, 'ftypavif'],
  ['a HEIC image', 4, 'ftyphei'],
  ['a TIFF image', 0, 'II*\x00'],
  ['a TIFF image', 0, 'MM\x00*'],
  ['a BMP image', 0, 'BM'],
  ['a QuickTime video', 4, 'ftypqt'],
  ['an M4A sound file', 4, 'ftypM4A'],
  ['an MP4 file', 4, 'ftyp'],
  ['a WebM or Matroska file', 0, '\x1a\x45\xdf\xa3'],
  ['an AVI video', 8, 'AVI '],
  ['a WAV sound file', 8, 'WAVE'],
  ['an MP3 sound file', 0, 'ID3'],
  ['an Ogg file', 0, 'OggS'],
  ['a PDF document', 0, '%PDF'],
  ['a ZIP archive', 0, 'PK\x03\x04'],
  ['gzip-compressed data', 0, '\x1f\x8b'],
]
