import { randomBytes } from 'node:crypto'

/** Stands in a page where each answer has a nonce of its own; console/index.html has it too. */
export const noncePlaceholder = 'rushes-page-nonce'

/**
 * A page with a nonce that nobody can have known before: what has it in this answer is of this server's making. Only for
 * pages that hold nothing of anybody else's, since whatever says the placeholder is given the nonce.
 */
export function withNonce(html: string): { html: string; nonce: string } {
  const nonce = randomBytes(18).toString('base64')
  return { html: html.replaceAll(noncePlaceholder, nonce), nonce }
}
