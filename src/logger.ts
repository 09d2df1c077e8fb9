import { type DestinationStream, pino } from 'pino'

/** Structured log lines; fields first, then a sentence. Never a key, a secret or a data URL. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Shorter values are no secrets, and would stand in many lines by chance. */
const leastSecretCharacters = 8

/**
 * What is left out of every line, because errors of engines, receivers and libraries quote what they were sent: data URLs,
 * bearer tokens, our keys and webhook secrets, the signatures of links, and the user's part of a URL.
 */
const secrets: readonly [RegExp, string][] = [
  [/\bdata:[\w.+/-]*(?:;[\w.=-]+)*,[^\s"'<>\\]*/gi, 'data:[left out]'],
  [/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, '$1 [left out]'],
  [/\b(rushes_|whsec_|sk-)[\w+/=-]{8,}/g, '$1[left out]'],
  [/([?&](?:signature|X-Amz-[A-Za-z]+)=)[^\s"&\\]+/gi, '$1[left out]'],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"/?#@\\]+@/gi, '$1[left out]@'],
]

/**
 * Writes JSON lines to `destination`, the standard output when absent. Each is one line whatever is in it. Of `values`,
 * the secrets of this process, none is written.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream, values: readonly string[] = []): Logger {
  const own = values.filter((value) => value.length >= leastSecretCharacters)
  const streamWrite = (line: string): string => {
    let left = line
    for (const value of own) left = left.replaceAll(value, '[left out]')
    for (const [pattern, instead] of secrets) left = left.replace(pattern, instead)
    return left
  }
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite } }
  return destination ? pino(options, destination) : pino(options)
}
