/** Frequent words of other languages, turned into the English ones the lexicon knows. */
import { foreignWords, hanWords } from './lexicon/foreign.ts'

const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u
const longestHanWord = Math.max(...[...hanWords.keys()].map((word) => word.length))

/** The word itself, or the English words for it. Chinese and Japanese are cut at the longest known words. */
export function translate(word: string): string[] {
  const english = foreignWords.get(word)
  if (english !== undefined) return english.split(' ')
  return han.test(word) ? cutHan(word) : [word]
}

function cutHan(text: string): string[] {
  const words: string[] = []
  let unknown = ''
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestHanWord, text.length - at)
    while (length > 0 && !hanWords.has(text.slice(at, at + length))) length--
    if (length === 0) {
      unknown += text[at++]
      continue
    }
    if (unknown !== '') words.push(unknown)
    unknown = ''
    words.push(...(hanWords.get(text.slice(at, at + length)) ?? '').split(' ').filter((part) => part !== ''))
    at += length
  }
  if (unknown !== '') words.push(unknown)
  return words
}
