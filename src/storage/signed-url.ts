import { createHmac, timingSafeEqual } from 'node:crypto'

export interface LinkSigner {
  /** `<publicUrl>/files/<key>?expires=<unix seconds>&signature=<base64url>`; the same for the same key and time. */
  sign(key: string, expiresAt: Date): string
  /** Checks the query of such a link in constant time. A link is good up to and including its last second. */
  verify(key: string, query: { expires?: unknown; signature?: unknown }): Verdict
  /** What a link of this server leads to, and whether it is good; nothing for any other URL. */
  parse(url: string): { key: string; verdict: Verdict } | undefined
}

export type Verdict = 'ok' | 'expired' | 'invalid'

export interface LinkSignerOptions {
  secret: string
  /** Where callers reach the server, for example `https://videos.example.com`. */
  publicUrl: string
  /** Milliseconds since 1970; default Date.now. */
  now?: () => number
}

/** Links that play without a header: an HMAC-SHA256 over key and expiry stands in for the key of the caller. */
export function createLinkSigner(options: LinkSignerOptions): LinkSigner {
  const base = options.publicUrl.replace(/\/+$/, '')
  const now = options.now ?? Date.now

  // The purpose comes first, so that a signature made with the same secret elsewhere is none here; neither keys nor
  // numbers hold a line break, so two different pairs never sign alike.
  const signatureOf = (key: string, expires: string) =>
    createHmac('sha256', options.secret).update(`rushes file link\n${expires}\n${key}`).digest()

  const signer: LinkSigner = {
    sign(key, expiresAt) {
      const expires = String(Math.floor(expiresAt.getTime() / 1000))
      return `${base}/files/${key}?expires=${expires}&signature=${signatureOf(key, expires).toString('base64url')}`
    },
    verify(key, { expires, signature }) {
      if (typeof expires !== 'string' || typeof signature !== 'string') return 'invalid'
      if (!/^\d{1,12}$/.test(expires) || !/^[A-Za-z0-9_-]{43}$/.test(signature) || key.includes('\n')) return 'invalid'
      // As text: the last of the 43 characters carries two spare bits, so four texts decode to the same bytes.
      const right = Buffer.from(signatureOf(key, expires).toString('base64url'))
      if (!timingSafeEqual(Buffer.from(signature), right)) return 'invalid'
      return now() < (Number(expires) + 1) * 1000 ? 'ok' : 'expired'
    },
    parse(url) {
      const prefix = `${base}/files/`
      if (!url.startsWith(prefix) || !URL.canParse(url)) return undefined
      const { searchParams } = new URL(url)
      const key = url.slice(prefix.length).split(/[?#]/)[0] ?? ''
      const query = { expires: searchParams.get('expires'), signature: searchParams.get('signature') }
      return { key, verdict: signer.verify(key, query) }
    },
  }
  return signer
}
