export interface LinkSigner {
  /** `<publicUrl>/files/<key>?expires=<unix seconds>&signature=<base64url>`; the same for the same key and time. */
  sign(key: string, expiresAt: Date): string
  /** Checks the query of such a link in constant time. */
  verify(key: string, query: { expires?: unknown; signature?: unknown }): 'ok' | 'expired' | 'invalid'
}

export interface LinkSignerOptions {
  secret: string
  /** Where callers reach the server, for example `https://videos.example.com`. */
  publicUrl: string
  /** Milliseconds since 1970; default Date.now. */
  now?: () => number
}

export declare function createLinkSigner(options: LinkSignerOptions): LinkSigner
