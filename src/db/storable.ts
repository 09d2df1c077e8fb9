/** Postgres refuses two things in text and jsonb: half of a surrogate pair and the character 0. */

/** Text as Postgres keeps it. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** A value as JSON whose texts Postgres keeps: what others say, such as an engine, may hold anything. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  // Both are escaped in JSON. Hardly any text has them, and to look at each takes as long as to write them all.
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storableText(part) : part))
}
