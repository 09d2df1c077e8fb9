import { RushesError } from '../errors.ts'

const maxDepth = 32
/** Fields and elements of a body, all together; the largest sensible request has some dozens. */
const maxValues = 10_000

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
  checkText(body, '', 0, { left: maxValues })
  const given = Object.entries(body).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(given)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(isEmpty))
}

function checkText(value: unknown, path: string, depth: number, budget: { left: number }): void {
  if (budget.left-- <= 0) {
    throw new RushesError(
      'invalid_parameters',
      `The body holds more than ${maxValues} fields and elements; allowed: a request of some dozens.`,
    )
  }
  if (typeof value === 'string') {
    checkString(value, path)
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= maxDepth) {
      throw new RushesError(
        'invalid_parameters',
        `The body nests deeper than ${maxDepth} levels; allowed: a flat object.`,
      )
    }
    if (Array.isArray(value)) {
      // By index: the keys of an array of millions would be made before the first element is looked at.
      for (let index = 0; index < value.length; index++) checkText(value[index], `${path}[${index}]`, depth + 1, budget)
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      checkString(key, 'a field name')
      checkText(inner, path ? `${path}.${key}` : key, depth + 1, budget)
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
