/** Names with brackets, as the SDKs write the fields of a form. */

const maxDepth = 4

type Nested = Map<string, Nested | unknown>

/**
 * The fields of a form as an object: `input_reference[image_url]` becomes `{input_reference: {image_url}}`, and
 * `characters[][id]` or `characters[0][id]` becomes `{characters: [{id}]}`. Of a name that comes twice the last counts,
 * but for `[]`, which begins another element when the one before has the field already.
 */
export function nestFields(fields: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const root: Nested = new Map()
  for (const [name, value] of fields) put(root, pathOf(name), value)
  return Object.fromEntries([...root].map(([name, value]) => [name, plain(value)]))
}

/** `a[b][]` is `a`, `b` and an empty step; a name that is not bracketed well, or too deeply, is one step. */
function pathOf(name: string): string[] {
  const [, outer, inner = ''] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? []
  const steps = inner === '' ? [] : inner.slice(1, -1).split('][')
  return outer === undefined || steps.length > maxDepth ? [name] : [outer, ...steps]
}

function put(into: Nested, [step = '', ...rest]: string[], value: unknown): void {
  const key = step === '' ? elementKey(into, rest) : step
  if (rest.length === 0) {
    into.set(key, value)
    return
  }
  const before = into.get(key)
  const next: Nested = before instanceof Map ? before : new Map()
  into.set(key, next)
  put(next, rest, value)
}

/** The last element while it lacks the field, else a new one. */
function elementKey(elements: Nested, rest: string[]): string {
  const last = elements.size - 1
  const element = elements.get(String(last))
  const goesOn = element instanceof Map && rest[0] !== undefined && rest[0] !== '' && !element.has(rest[0])
  return String(goesOn ? last : elements.size)
}

function plain(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  const entries = [...(value as Nested)].map(([key, inner]) => [key, plain(inner)] as const)
  const isList = entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
