/**
 * `{{name}}` in an operator's JSON stands for a value of the job. A string that is nothing but a placeholder becomes the
 * value itself, so that a number stays a number; within longer text it is written out. Values are not searched again: a
 * prompt that says `{{seed}}` stays as it is.
 */

const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g

export type PlaceholderValues = Readonly<Record<string, string | number | undefined>>

/** A copy of `template` with every placeholder filled. Throws an Error that names one without a value. */
export function fillPlaceholders<T>(template: T, values: PlaceholderValues): T {
  return walk(template, (text) => {
    const whole = /^\{\{\s*([a-z][a-z0-9_]*)\s*\}\}$/.exec(text)
    if (whole?.[1]) return lookUp(values, whole[1])
    return text.replaceAll(placeholder, (_, name: string) => String(lookUp(values, name)))
  }) as T
}

/** The names of all placeholders in `template`. */
export function placeholdersIn(template: unknown): Set<string> {
  const names = new Set<string>()
  walk(template, (text) => {
    for (const [, name = ''] of text.matchAll(placeholder)) names.add(name)
    return text
  })
  return names
}

function lookUp(values: PlaceholderValues, name: string): string | number {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new Error(`{{${name}}} has no value here`)
  return value
}

function walk(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, change)]))
}
