import type { z } from 'zod'
import { RushesError } from '../errors.ts'

const maxShownCharacters = 80

/** A caller's value as a sentence can carry it: JSON, shortened, never a secret's. */
export function show(field: string, value: unknown): string {
  if (/secret|token|password/i.test(field)) return 'not shown'
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > maxShownCharacters ? `${text.slice(0, maxShownCharacters)}…` : text
}

/** `10, 15 or 25`. */
export function oneOf(values: readonly (string | number)[]): string {
  if (values.length < 2) return values.join('')
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

/** The error for one field: its name, what it was, what is allowed. */
export function invalidField(field: string, value: unknown, allowed: string): RushesError {
  return new RushesError('invalid_parameters', fieldSentence(field, value, allowed), { param: field })
}

/**
 * Parses `input` by an object schema whose fields carry `meta({ allowed })`, or throws one `invalid_parameters` that
 * says of every wrong field what it was and what is allowed. `sentAs` names fields as the caller did.
 */
export function parseFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  input: Record<string, unknown>,
  sentAs: Partial<Record<string, string>> = {},
): z.infer<z.ZodObject<Shape>> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const sentences = new Map<string, string>()
  for (const issue of result.error.issues) {
    const field = String(issue.path[0])
    const path = fieldPath([sentAs[field] ?? field, ...issue.path.slice(1)])
    if (sentences.has(path)) continue
    const allowed = allowedOf(schema.shape[field]) ?? issue.message
    sentences.set(path, fieldSentence(path, valueAt(input, issue.path), allowed))
  }
  const [param] = sentences.keys()
  throw new RushesError('invalid_parameters', [...sentences.values()].join(' '), { param })
}

function fieldSentence(field: string, value: unknown, allowed: string): string {
  const found = value === undefined ? `${field} is missing` : `${field} is ${show(field, value)}`
  return `${found}; allowed: ${allowed}.`
}

function allowedOf(schema: unknown): string | undefined {
  const meta = (schema as z.ZodType | undefined)?.meta()
  return typeof meta?.allowed === 'string' ? meta.allowed : undefined
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`))
    .join('')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step]
  return value
}
