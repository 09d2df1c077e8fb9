import { RushesError } from '../errors.ts'
import { formatBytes } from '../net/limit-body.ts'

/** How long a prefix of a bad value an error may quote. */
const quoted = 24

/**
 * The bytes of an image that was sent inside the request.
 * @param source a `data:` URL (base64 or percent-encoded) or bare base64, also url-safe and with line breaks
 * @returns null when the source is an http(s) URL
 * @throws RushesError invalid_parameters, content_too_large
 */
export function decodeInlineImage(source: string, field: string, maxBytes: number): Buffer | null {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(source.slice(0, 64))?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') return null
  // Four characters of base64 are three bytes; percent-encoding needs up to three characters a byte.
  if (source.length > maxBytes * 3 + 1024) throw tooLarge(field, maxBytes)
  const bytes = scheme === 'data' ? decodeDataUrl(source.trim(), field) : decodeBase64(source, field, scheme)
  if (bytes.length === 0) throw new RushesError('invalid_parameters', `${field} is empty; ${wanted}.`)
  if (bytes.length > maxBytes) throw tooLarge(field, maxBytes)
  return bytes
}

const wanted = 'an http(s) URL, a data: URL or the base64 of an image is expected'

function decodeDataUrl(url: string, field: string): Buffer {
  const comma = url.indexOf(',')
  if (comma === -1) throw new RushesError('invalid_parameters', `${field} is a data: URL without data; ${wanted}.`)
  const data = url.slice(comma + 1)
  if (/;\s*base64\s*$/i.test(url.slice(0, comma))) return decodeBase64(safeDecodeUri(data, field), field, undefined)
  return Buffer.from(safeDecodeUri(data, field), 'latin1')
}

function safeDecodeUri(data: string, field: string): string {
  if (!data.includes('%')) return data
  if (/%(?![0-9a-f]{2})/i.test(data)) {
    throw new RushesError('invalid_parameters', `${field} is a data: URL with a broken percent-encoding.`)
  }
  return data.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function decodeBase64(source: string, field: string, scheme: string | undefined): Buffer {
  const text = source.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) {
    const what = scheme ? `has the scheme "${scheme.slice(0, quoted)}:"` : `is "${shorten(source)}"`
    throw new RushesError('invalid_parameters', `${field} ${what}; ${wanted}.`)
  }
  return Buffer.from(text, 'base64')
}

function shorten(source: string): string {
  const text = source.trim()
  return text.length > quoted ? `${text.slice(0, quoted)}…` : text
}

function tooLarge(field: string, maxBytes: number): RushesError {
  return new RushesError('content_too_large', `${field} is larger than the ${formatBytes(maxBytes)} allowed.`)
}
