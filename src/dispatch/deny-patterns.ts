/**
 * Patterns of what is not made here. They run on RE2's engine, in time linear in the text whatever the pattern
 * (https://swtch.com/~rsc/regexp/regexp3.html), and between patterns the event loop goes on.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { RE2JS } from 're2js'

/** After so long at patterns others get their turn. */
const turnMilliseconds = 10

export interface DenyRule {
  /** RE2's syntax; ignores case and may match anywhere. */
  pattern: string
  /** What the caller is told. */
  reason?: string | undefined
}

/** Finds the first rule whose pattern is in a text. */
export type FindDenied = (text: string, signal: AbortSignal) => Promise<DenyRule | undefined>

/** Throws with what is wrong with a pattern. */
export const compilePattern = (pattern: string): RE2JS => RE2JS.compile(plain(pattern), RE2JS.CASE_INSENSITIVE)

export function createDenyList(rules: readonly DenyRule[]): FindDenied {
  const compiled = rules.map((rule) => ({ rule, expression: compilePattern(rule.pattern) }))
  return async (text, signal) => {
    const read = plain(text)
    let turn = performance.now()
    for (const { rule, expression } of compiled) {
      if (expression.matcher(read).find()) return rule
      if (performance.now() - turn < turnMilliseconds) continue
      await nextTurn()
      signal.throwIfAborted()
      turn = performance.now()
    }
    return undefined
  }
}

/** One form for what reads alike: wide and styled letters are plain ones, invisible characters are gone (UAX #15, NFKC). */
const plain = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '')
