/** Cuts a prompt into the shots it tells and divides the seconds among them. */
import type { Token } from './tokens.ts'

export interface Beat {
  tokens: Token[]
  /** Seconds the prompt asks for, from "[0-4s]". */
  startSeconds?: number
  endSeconds?: number
  /** The prompt says that a new shot begins: "cut to", "Shot 2:". */
  isCut?: boolean
}

/** No shot is shorter than this when the prompt does not ask for it. */
export const shortestShotSeconds = 1.5

const cutWords = new Set(['then', 'next', 'afterwards', 'afterward', 'finally', 'meanwhile', 'later', 'subsequently'])
const cutPhrases = [
  'cut to',
  'cuts to',
  'after that',
  'smash cut',
  'the scene changes',
  'followed by',
  'next shot',
  'transition to',
  'transitions to',
  'switch to',
  'scene shifts to',
]
const labels = new Set(['shot', 'scene', 'beat', 'clip', 'part'])

/** The parts of the prompt that may be shots of their own: sentences, "then", "cut to", "Shot 2:", "[4-8s]". */
export function cutBeats(tokens: readonly Token[]): Beat[] {
  const beats: Beat[] = [{ tokens: [] }]
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const times = readTimes(tokens, at)
    const length = times?.length ?? cutLength(tokens, at)
    if (length > 0 || token.kind === 'stop') {
      if (hasWords(beats.at(-1)!)) beats.push({ tokens: [] })
      // "then" alone may go on with the same shot.
      if (times === undefined && token.kind === 'word' && !cutWords.has(token.text)) beats.at(-1)!.isCut = true
      if (times !== undefined) Object.assign(beats.at(-1)!, { startSeconds: times.start, endSeconds: times.end })
      at += Math.max(1, length)
    } else {
      beats.at(-1)!.tokens.push(token)
      at++
    }
  }
  return beats.filter(hasWords)
}

function hasWords(beat: Beat): boolean {
  return beat.tokens.some((token) => token.kind === 'word' || token.kind === 'emoji')
}

function cutLength(tokens: readonly Token[], at: number): number {
  const word = tokens[at]!
  if (word.kind !== 'word') return 0
  const two = `${word.text} ${tokens[at + 1]?.text ?? ''}`
  for (const phrase of cutPhrases) {
    if (phrase === two) return 2
    if (phrase.startsWith(two) && phrase === `${two} ${tokens[at + 2]?.text ?? ''}`) return 3
  }
  if (labels.has(word.text) && /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '')) return 2
  const isBeside = word.text === 'next' && tokens[at + 1]?.text === 'to'
  return cutWords.has(word.text) && !isBeside && !isSince(tokens[at - 1]) ? 1 : 0
}

/** "next to", "since then" and "until later" cut nothing. */
function isSince(before: Token | undefined): boolean {
  return before?.text === 'since' || before?.text === 'until' || before?.text === 'the'
}

/** "0-4s", "[4 - 8 s]", "0:00-0:04": tokens of a range of seconds, the bracket not counted. */
function readTimes(tokens: readonly Token[], at: number): { start: number; end: number; length: number } | undefined {
  const words = tokens.slice(at, at + 4).map((token) => token.text)
  const start = /^(\d{1,3})s?$/.exec(words[0] ?? '')
  if (start === null) return undefined
  const joint = words[1] === '–' || words[1] === '—' || words[1] === 'to' ? 1 : 0
  const end = /^(\d{1,3})(s|sec|seconds)?$/.exec(words[1 + joint] ?? '')
  if (end === null) return undefined
  const unit = end[2] === undefined && /^(?:s|sec|second|seconds)$/.test(words[2 + joint] ?? '') ? 1 : 0
  if (end[2] === undefined && unit === 0) return undefined
  if (Number(end[1]) <= Number(start[1])) return undefined
  return { start: Number(start[1]), end: Number(end[1]), length: 2 + joint + unit }
}

/** How many shots fit into a film of so many seconds. */
export function mostShots(seconds: number): number {
  return Math.max(1, Math.min(12, Math.floor(seconds / shortestShotSeconds)))
}

/** Start and length of each shot; told times are kept in their proportions and stretched to the whole film. */
export function divideSeconds(
  beats: readonly Pick<Beat, 'startSeconds' | 'endSeconds'>[],
  seconds: number,
): { startSeconds: number; seconds: number }[] {
  const lengths = beats.map(({ startSeconds, endSeconds }) =>
    startSeconds !== undefined && endSeconds !== undefined ? endSeconds - startSeconds : undefined,
  )
  const told = lengths.filter((length) => length !== undefined)
  const usual = told.length > 0 ? told.reduce((sum, length) => sum + length, 0) / told.length : 1
  const weights = lengths.map((length) => length ?? usual)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let start = 0
  return weights.map((weight, index) => {
    const end = index === weights.length - 1 ? seconds : start + (seconds * weight) / total
    const share = { startSeconds: start, seconds: end - start }
    start = end
    return share
  })
}
