/** A request as its task keeps it and shows it again: as sent, without secrets and without bytes. */

const secretName = /secret|token|password|passwd|api_?key|authorization|credential/i
const maxTextCharacters = 40_000
const shownDataCharacters = 64
const maxJsonCharacters = 100_000

/** `body` is an object that the contract has accepted. */
export function storedRequest(body: Record<string, unknown>): Record<string, unknown> {
  const request = Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => !secretName.test(key))
      // A prompt is text, however much it looks like base 64.
      .map(([key, value]) => [key, key === 'prompt' ? value : shorten(value)]),
  )
  if (JSON.stringify(request).length <= maxJsonCharacters) return request
  // Only keys that this API does not know can be so large; they mean nothing to it.
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => JSON.stringify(value).length <= 2 * maxTextCharacters),
  )
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return shortenText(value)
  if (Array.isArray(value)) return value.map(shorten)
  if (typeof value === 'object' && value !== null) return storedRequest(value as Record<string, unknown>)
  return value
}

function shortenText(text: string): string {
  if (/^data:/i.test(text) || (text.length > 2000 && /^[A-Za-z0-9+/_=\r\n-]+$/.test(text))) {
    return text.length > shownDataCharacters
      ? `${text.slice(0, shownDataCharacters)}… (${text.length} characters)`
      : text
  }
  const shown = text.length > maxTextCharacters ? `${text.slice(0, maxTextCharacters)}…` : text
  return withoutCredentials(shown).toWellFormed()
}

/** `https://user:password@host/` becomes `https://host/`. */
const withoutCredentials = (text: string): string =>
  /^https?:\/\/[^/?#\s]*@/i.test(text) ? text.replace(/^(https?:\/\/)[^/?#\s]*@/i, '$1') : text
