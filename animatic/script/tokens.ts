/** A prompt cut into words and the punctuation that matters. */
import { translate } from './translate.ts'

export interface Token {
  kind: 'word' | 'emoji' | 'comma' | 'stop'
  /** Lower case, without the possessive ending. */
  text: string
  /** Written with a capital where no sentence begins: probably a name. */
  name: boolean
  possessive: boolean
}

const piece =
  /(?<emoji>\p{Extended_Pictographic}(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*)|(?<word>[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*)|(?<stop>[.!?;\n…。！？；]+)|(?<comma>[,:，、：()[\]"“”«»—–|])/gu

/** What a prompt says after so many words changes nothing in a film of seconds. */
const mostTokens = 3000

/** Letters read of one word; Chinese and Japanese sentences are such words. */
const longestWord = 600

/** Words in the order of the prompt; hyphens part words, unknown characters part them too. Linear in the length. */
export function tokenize(prompt: string): Token[] {
  const tokens: Token[] = []
  let sentenceStart = true
  for (const match of prompt.toWellFormed().normalize('NFKC').matchAll(piece)) {
    if (tokens.length >= mostTokens) break
    const { emoji, word, stop } = match.groups ?? {}
    if (word !== undefined) {
      const lower = word.toLowerCase().replaceAll('’', "'")
      const possessive = lower.endsWith("'s")
      const text = possessive ? lower.slice(0, -2) : lower
      const name = !sentenceStart && /^\p{Lu}\p{Ll}/u.test(word)
      for (const part of translate(text.slice(0, longestWord)))
        tokens.push({ kind: 'word', text: part, name, possessive })
      sentenceStart = false
    } else if (emoji !== undefined) {
      tokens.push({ kind: 'emoji', text: emoji, name: false, possessive: false })
    } else {
      sentenceStart = stop !== undefined
      tokens.push({ kind: sentenceStart ? 'stop' : 'comma', text: match[0], name: false, possessive: false })
    }
  }
  return tokens
}
