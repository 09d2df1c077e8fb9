/** A word list as it is kept in the lexicon: the meaning, then the phrases for it, separated by commas. */
export type PhraseLists<Meaning extends string> = Readonly<Record<Meaning, string>>

/** Phrases (lower case, one space between words) and what each means. */
export type PhraseTable<Meaning> = ReadonlyMap<string, Meaning>

/** Turns word lists around: `{ dog: 'puppy, hound' }` becomes puppy -> dog, hound -> dog. The first list wins. */
export function phraseTable<Meaning extends string>(lists: Partial<PhraseLists<Meaning>>): Map<string, Meaning> {
  const table = new Map<string, Meaning>()
  for (const [meaning, phrases] of Object.entries(lists) as [Meaning, string][]) {
    for (const phrase of splitPhrases(phrases)) if (!table.has(phrase)) table.set(phrase, meaning)
  }
  return table
}

/** Phrases as the tokens of a prompt give them: lower case, a hyphen read as a space. */
export function splitPhrases(phrases: string): string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim().replaceAll('-', ' '))
    .filter((phrase) => phrase !== '')
}

/** A set of words given with white space between; a hyphen is read as a space, so `hot-dog` is the phrase `hot dog`. */
export function wordSet(words: string): Set<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replaceAll('-', ' ')),
  )
}
