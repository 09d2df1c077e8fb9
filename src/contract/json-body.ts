import { RushesError } from '../errors.ts'

const maxDepth = 32

/**
 * A body as an object whose empty fields are gone: `null`, `""` and `[]` mean "not given" to this API.
 * Throws `invalid_parameters` when the body is no object, nests too deeply, or carries text that no database can keep
 * (NUL, half a surrogate pair).
 */
export function readObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const found = body === null || body === undefined ? 'empty' : Array.isArray(body) ? 'an array' : `a ${typeof body}`
    throw new RushesError('invalid_parameters', `The body is ${found}; allowed: a JSON object.`)
  }
  checkText(body, '', 0)
  const given = Object.entries(body).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(given)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(isEmpty))
}

function checkText(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    checkString(value, path)
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= maxDepth) {
      throw new RushesError(
        'invalid_parameters',
        `The body nests deeper than ${maxDepth} levels; allowed: a flat object.`,
      )
    }
    for (const [key, inner] of Object.entries(value)) {
      checkString(key, 'a field name')
      checkText(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key, depth + 1)
    }
  }
}

function checkString(text: string, path: string): void {
  if (text.includes('\0')) {
    throw new RushesError('invalid_parameters', `${path} contains a NUL character (U+0000); allowed: text without it.`)
  }
  if (!text.isWellFormed()) {
    throw new RushesError(
      'invalid_parameters',
      `${path} contains half of a surrogate pair (U+D800 to U+DFFF); allowed: well-formed Unicode text.`,
    )
  }
}
