/** What a server says is wrong, out of the many forms in which servers say it. */

const maxCharacters = 500
const maxDepth = 4

export interface ServerWords {
  /** One line, without a full stop at its end; empty when the body says nothing. */
  message: string
  /** The server's own code or type, in lower case; empty when there is none. */
  code: string
}

/**
 * Reads an error out of a body: `{error: "…"}`, `{error: {message, code, type}}`, `{detail: "…"}`, FastAPI's
 * `{detail: [{loc, msg}]}`, `{message}`, `{errors: […]}`, a plain string. Never throws.
 */
export function serverWords(body: unknown): ServerWords {
  return { message: oneLine(messageIn(body, 0)), code: oneLine(codeIn(body, 0)).toLowerCase() }
}

/** A server's text as a sentence can carry it: one line, shortened, without control characters. */
export function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[.\s]+$/, '')
  // The cut may go through a character of two halves.
  return line.length > maxCharacters ? `${line.slice(0, maxCharacters).replace(/\p{Cs}$/u, '')}…` : line
}

function messageIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || depth > maxDepth) return ''
  if (Array.isArray(value)) {
    const parts = value.slice(0, 3).map((one) => messageIn(one, depth + 1))
    return parts.filter((part) => part !== '').join('; ')
  }
  const fields = value as Record<string, unknown>
  if (typeof fields.msg === 'string' && Array.isArray(fields.loc)) {
    return `${fields.loc.filter((step) => step !== 'body').join('.')}: ${fields.msg}`
  }
  for (const key of ['error', 'message', 'detail', 'msg', 'errors', 'reason', 'error_message', 'title']) {
    const found = messageIn(fields[key], depth + 1)
    if (found !== '') return found
  }
  return ''
}

function codeIn(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return ''
  const fields = value as Record<string, unknown>
  for (const key of ['code', 'type', 'status_code']) {
    if (typeof fields[key] === 'string') return fields[key]
  }
  return codeIn(fields.error ?? fields.detail, depth + 1)
}

/** Whether a refusal is a content policy's: the caller is told so, and no other engine is asked instead. */
export function isPolicyRefusal({ message, code }: ServerWords): boolean {
  return (
    /moderation|content[_ -]?(policy|filter)|safety|nsfw|sensitive_content/.test(code) ||
    /content policy|moderation|safety (system|filter|policy)|nsfw|flagged as (unsafe|sensitive)/i.test(message)
  )
}
