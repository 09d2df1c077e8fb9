/** Reads light, weather, season, mood, tempo, painting style and camera: what holds for a whole shot. */
import {
  lapseTempo,
  moodWords,
  seasonWords,
  styleWords,
  tempoWords,
  timeWords,
  weatherWords,
} from './lexicon/atmosphere.ts'
import { cameraWords } from './lexicon/camera.ts'
import type { PhraseTable } from './lexicon/phrase-table.ts'
import { colourWords, functionWords } from './lexicon/words.ts'
import type { CameraMove, Mood, Season, Style, TimeOfDay, Weather } from './shot-plan.ts'
import type { Token } from './tokens.ts'

export interface Atmosphere {
  timeOfDay?: TimeOfDay
  weather?: Weather
  season?: Season
  mood?: Mood
  style?: Style
  camera?: CameraMove
  /** The camera word ends the text, after a comma: it may hold for everything told before. */
  cameraLast?: boolean
  /** Product of the tempo words; 1 when there are none. */
  tempo: number
  /** The tempo words speak of a time-lapse. */
  lapse?: boolean
  /** "from day to night": the hour the light runs on to. */
  timeOfDayEnd?: TimeOfDay
  /** CSS colour of a plain background. */
  backdrop?: string
}

const longestPhrase = 5
const untilWords = new Set(['to', 'until', 'till', 'into'])
/** Camera words that mean something else unless a word for the camera is near. */
const needsCamera = new Set(
  'drone tracking follows following tracks crane dolly circling panning documentary pov rises tripod zoom tilting panoramic'.split(
    ' ',
  ),
)
const aboutCamera = new Set('camera shot view lens footage perspective angle cam'.split(' '))
/** What a word for a style may describe. */
const aboutPicture = new Set(
  'style film movie photo photograph photography footage video cinema picture image drawing art tone tones filter cinematography animation'.split(
    ' ',
  ),
)
/** Painters whose names are styles; one who "is painting" is a person. */
const painters =
  /^(?:(?:vincent )?van gogh|(?:claude )?monet|rembrandt|hokusai|hiroshige|(?:salvador )?dali|magritte|lichtenstein)$/
const beForms = new Set(['is', 'was'])
/** Phrases that are no part of the scene once they have been read. */
const aside = new Set<PhraseTable<string>>([cameraWords, styleWords])
const tables: readonly PhraseTable<string>[] = [
  cameraWords,
  styleWords,
  tempoWords,
  timeWords,
  weatherWords,
  seasonWords,
  moodWords,
]

/** What the tokens say of the whole shot, and the tokens left for the scene itself. */
export function readAtmosphere(tokens: readonly Token[]): { atmosphere: Atmosphere; rest: Token[] } {
  const atmosphere: Atmosphere = { tempo: 1 }
  const rest: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = readBackdrop(tokens, at, atmosphere) ?? readAt(tokens, at, atmosphere)
    if (read.consumed) {
      if (endsText(tokens, at, read.length) && atmosphere.camera !== undefined) atmosphere.cameraLast = true
      rest.push({ kind: 'comma', text: ',', name: false, possessive: false })
    } else {
      rest.push(...tokens.slice(at, at + read.length))
    }
    at += read.length
  }
  return { atmosphere, rest }
}

const papers = new Set(['background', 'backdrop'])
const betweenPaper = new Set(['seamless', 'plain', 'solid', 'studio', 'gradient', 'clean', 'simple'])
const shadesOfPaper: Readonly<Record<string, string>> = { dark: '#17171d', light: '#e9ebf0', plain: '#d8dbe2' }

/** "on a white background", "bright yellow backdrop". */
function readBackdrop(
  tokens: readonly Token[],
  at: number,
  into: Atmosphere,
): { length: number; consumed: boolean } | undefined {
  for (const words of [2, 1]) {
    const phrase = tokens.slice(at, at + words).map(({ text }) => text)
    const colour = colourWords.get(phrase.join(' ')) ?? (words === 1 ? shadesOfPaper[phrase[0] ?? ''] : undefined)
    if (colour === undefined) continue
    const between = betweenPaper.has(tokens[at + words]?.text ?? '') ? 1 : 0
    if (!papers.has(tokens[at + words + between]?.text ?? '')) continue
    into.backdrop ??= colour
    return { length: words + between + 1, consumed: true }
  }
  return undefined
}

/** Whether the phrase is in the last part after a comma and at most a word follows it. */
function endsText(tokens: readonly Token[], at: number, length: number): boolean {
  const comma = tokens.findLastIndex(({ kind }) => kind === 'comma')
  return comma > 0 && comma < at && at + length >= tokens.length - 1
}

/** Notes what the longest known phrase at this token means; a phrase may stand in several tables. */
function readAt(tokens: readonly Token[], at: number, into: Atmosphere): { length: number; consumed: boolean } {
  let phrase = ''
  let longest: { phrase: string; tables: PhraseTable<string>[] } | undefined
  let length = 1
  for (let words = 1; words <= longestPhrase; words++) {
    const token = tokens[at + words - 1]
    if (token?.kind !== 'word') break
    phrase += words === 1 ? token.text : ` ${token.text}`
    const known = tables.filter((table) => table.has(phrase) && holds(tokens, at, words, phrase, table))
    if (known.length > 0) {
      longest = { phrase, tables: known }
      length = words
    }
  }
  if (longest === undefined) return { length: 1, consumed: false }
  for (const table of longest.tables) {
    const meaning = table.get(longest.phrase)!
    if (table === timeWords && into.timeOfDay !== undefined && untilWords.has(tokens[at - 1]?.text ?? ''))
      into.timeOfDayEnd ??= meaning as TimeOfDay
    note(into, table, meaning)
  }
  return { length, consumed: longest.tables.some((table) => aside.has(table) || (table === tempoWords && length > 1)) }
}

function holds(
  tokens: readonly Token[],
  at: number,
  length: number,
  phrase: string,
  table: PhraseTable<string>,
): boolean {
  if (phrase === 'black and white') return !describesNext(tokens[at + length])
  if (table === styleWords && painters.test(phrase) && beForms.has(tokens[at + length]?.text ?? '')) return false
  if (table !== cameraWords || !needsCamera.has(phrase)) return true
  return tokens.slice(Math.max(0, at - 3), at + length + 2).some((token) => aboutCamera.has(token.text))
}

/** "a black and white cat" has two colours; "black and white film" has none. */
function describesNext(next: Token | undefined): boolean {
  return next?.kind === 'word' && !aboutPicture.has(next.text) && !functionWords.has(next.text)
}

function note(into: Atmosphere, table: PhraseTable<string>, meaning: string): void {
  if (table === tempoWords) {
    into.tempo *= Number(meaning)
    if (meaning === lapseTempo) into.lapse = true
  } else if (table === cameraWords) into.camera ??= meaning as CameraMove
  else if (table === styleWords) into.style ??= meaning as Style
  else if (table === timeWords) into.timeOfDay ??= meaning as TimeOfDay
  else if (table === weatherWords) into.weather ??= meaning as Weather
  else if (table === seasonWords) into.season ??= meaning as Season
  else into.mood ??= meaning as Mood
}
