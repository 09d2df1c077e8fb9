/** Values that fit a schema, values that fit it almost, and values that nobody should send. */
import { type Document, resolve, type Schema } from './document.ts'
import type { Random } from './random.ts'

/** What a field of that name may sensibly hold, so that requests come further than the first check. */
export type Known = Readonly<Record<string, readonly unknown[]>>

export interface Values {
  /** `name` is the field's. */
  fitting(schema: Schema, name?: string): unknown
  /** The value with one thing about it made wrong. */
  almost(value: unknown): unknown
  hostile(): unknown
}

const maxDepth = 5
const text = [
  'x',
  'a cat',
  'Ünïcödé 🐈',
  '\t',
  "'; drop table tasks; --",
  '<b>bold</b>',
  '%00',
  '../../etc/passwd',
  '-1',
  '0',
]
const odd = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  'NaN',
]
const hostileText = [
  'a\0b',
  '\ud800',
  '\u202e',
  'x'.repeat(40_000),
  '𝕏'.repeat(500),
  '{"$ne":null}',
  '__proto__',
  '{{7*7}}',
]

export function createValues(document: Document, random: Random, known: Known): Values {
  function fitting(given: Schema, name = '', depth = 0): unknown {
    const schema = resolve(document, given)
    const values = known[name]
    if (values && random.chance(0.8)) return random.pick(values)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return random.pick(schema.enum)
    const choices = schema.anyOf ?? schema.allOf
    if (choices) return fitting(random.pick(choices), name, depth)
    switch (schema.type) {
      case 'string':
        return fittingText(schema)
      case 'integer':
      case 'number':
        return fittingNumber(schema)
      case 'boolean':
        return random.chance(0.5)
      case 'null':
        return null
      case 'array': {
        const length = depth > maxDepth ? 0 : random.below(Math.min(schema.maxItems ?? 3, 3) + 1)
        return Array.from({ length }, () => fitting(schema.items ?? {}, name, depth + 1))
      }
      case 'object':
        return fittingObject(schema, depth)
      default:
        return random.pick(odd)
    }
  }

  function fittingText({ format, minLength = 0, maxLength = 200 }: Schema): string {
    if (format === 'uuid') return uuid()
    if (format === 'uri') return 'http://127.0.0.1:1/x'
    if (format === 'date-time') return new Date(1.7e12 + random.below(1e11)).toISOString()
    const one = random.chance(0.02) ? 'x'.repeat(Math.min(maxLength, 5000)) : random.pick(text)
    return one.slice(0, maxLength).padEnd(minLength, 'x')
  }

  function fittingNumber({ type, minimum = -1000, maximum = 1000 }: Schema): number {
    if (random.chance(0.2)) return random.chance(0.5) ? minimum : maximum
    const value = minimum + random.below(Math.min(maximum - minimum, 1e6) + 1)
    return type === 'integer' || random.chance(0.5) ? value : Math.min(value + 0.5, maximum)
  }

  function fittingObject({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
    const entries = Object.entries(properties).filter(
      ([name]) => required.includes(name) || (depth <= maxDepth && random.chance(0.4)),
    )
    return Object.fromEntries(entries.map(([name, schema]) => [name, fitting(schema, name, depth + 1)]))
  }

  function almost(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return random.chance(0.5) ? random.pick(odd) : nextTo(value)
    if (Array.isArray(value)) {
      if (value.length === 0 || random.chance(0.3)) return random.pick([...odd, Array.from({ length: 600 }, () => 'x')])
      const at = random.below(value.length)
      return value.map((one, index) => (index === at ? almost(one) : one))
    }
    const names = Object.keys(value)
    const name = names.length > 0 ? random.pick(names) : 'extra'
    const { [name]: inner, ...others } = value as Record<string, unknown>
    switch (random.below(4)) {
      case 0:
        return others
      case 1:
        return {
          ...value,
          [random.pick(['extra', 'id', 'async', 'version', '__proto__', 'constructor'])]: random.pick(odd),
        }
      default:
        return { ...others, [name]: almost(inner) }
    }
  }

  function nextTo(value: unknown): unknown {
    if (typeof value === 'number') return random.pick([value + 1, -value, value + 0.1, String(value), value * 1e6])
    if (typeof value === 'string')
      return random.pick([`${value}${value}`, value.slice(1), value.toUpperCase(), [value]])
    return random.pick(text)
  }

  function hostile(): unknown {
    switch (random.below(6)) {
      case 0:
        return random.pick(hostileText)
      case 1:
        return Array.from({ length: 200 }).reduce<unknown>((inner) => ({ a: [inner] }), 'deep')
      case 2:
        return Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`k${index}`, index]))
      case 3:
        return { [random.pick(hostileText).slice(0, 300)]: random.pick(odd), prompt: random.pick(hostileText) }
      case 4:
        return JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}},"prompt":"[fail]"}')
      default:
        return random.pick(odd)
    }
  }

  const uuid = () => '00000000-0000-4000-8000-000000000000'.replaceAll('0', () => random.below(16).toString(16))

  return { fitting: (schema, name) => fitting(schema, name), almost, hostile }
}
