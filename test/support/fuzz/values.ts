/** Values, bodies and texts as nobody's client would write them; fast-check shrinks the one that breaks something. */
import fc from 'fast-check'

export const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%00',
    '#{x}',
    "' or 1=1 --",
    '�',
    'NaN',
  ),
  fc.nat({ max: 3000 }).map((length) => 'x'.repeat(length)),
)
export const anything = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** What a header may carry over a socket: RFC 9110, 5.5. */
export const headerText = fc.string({ maxLength: 60 }).map((value) => value.replace(/[^\x20-\x7e]/g, '?'))

/** An object with these fields, each fitting, strange or absent, and now and then one that nobody knows. */
export function bodyOf(fields: Record<string, readonly unknown[]>): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, fitting]) => [
      name,
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: anything }),
    ]),
  )
  const unknown = fc.dictionary(fc.string({ maxLength: 12 }), anything, { maxKeys: 1 })
  return fc
    .tuple(fc.record(shape, { requiredKeys: [] }), fc.option(unknown, { freq: 3 }))
    .map(([body, more]) => ({ ...more, ...body }))
}

/** JSON, and JSON with a few characters taken out, put in or doubled. */
export const jsonOf = (body: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(
      body,
      fc.option(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.string({ unit: 'binary', maxLength: 4 })), { freq: 2 }),
    )
    .map(([value, change]) => {
      const whole = JSON.stringify(value) ?? ''
      if (!change) return whole
      const [at, taken, put] = change
      const from = at % (whole.length + 1)
      return whole.slice(0, from) + put + whole.slice(from + taken)
    })
